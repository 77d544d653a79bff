import type { Checked } from '../../validate/index.ts';
import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import { limits } from '../../diagnostics/limits.ts';
import { nearest } from '../../validate/nearest.ts';
import type { ChartSpec } from '../../validate/schema/chart.ts';
import { claimId, collect, createContext, word, type ComposeContext } from '../context.ts';
import { lackOfData } from '../evaluate.ts';
import { escapeHtml } from '../print.ts';
import { describeChart, plainText } from '../describe-chart.ts';
import { runProse } from '../prose.ts';
import { buildRows } from '../rows.ts';
import { sourceLine } from '../source-line.ts';
import { textArgument } from './inline.ts';
import type { StructureHelper } from './helper.ts';

/**
 * `{{chart "patent-grants"}}`: the chart's place in the document with message, numbered title, notes and sources; it
 * is drawn in the next stage. A chart all of whose rows are optional prints nothing where fewer than its minimum have data.
 */
export const chart: StructureHelper = (context, call) => {
  const id = textArgument(context, call, 0);
  if (id === undefined) return '';
  const checked = context.inputs.charts.get(id);
  if (!checked) {
    const candidates = nearest(id, context.inputs.charts.keys());
    context.diagnostics.report('CHART_UNKNOWN', { name: id, candidates }, call.place);
    return '';
  }
  const { content, yaml } = checked;
  claimId(context, `fig-${id}`, call.place);
  if (context.requests.length >= limits.charts) {
    const found = context.requests.length + 1;
    context.diagnostics.report('LIMIT_EXCEEDED', { limit: 'charts', found }, call.place);
    return '';
  }
  if (content.rows.length > 0 && content.rows.every((row) => row.optional)) {
    const trial = createContext(context.inputs, context.facts, new Diagnostics('zh', { trial: true }));
    if (buildRows(trial, checked).rows.length < content.minimum) return '';
  }
  const [{ rows, status }, collector] = collect(context, () => buildRows(context, checked));
  if (content.rows.length === 0)
    context.diagnostics.report('CHART_ROWS_EMPTY', { chart: id }, yaml.place(['rows']));
  const prose = (slot: 'title' | 'alt'): string =>
    content[slot] === undefined ? '' : runProse(context, { text: content[slot], yaml, path: [slot] }).trim();
  const title = prose('title');
  const message = sentenceOf(context, checked, 'message');
  const note = sentenceOf(context, checked, 'note');
  const alt = content.ornament
    ? ''
    : plainText(prose('alt')) || describeChart(context, { message, title }, rows, status);
  const sources = sourceLine(context, collector);
  context.requests.push({
    chart: id,
    spec: content.spec,
    rows,
    widthMm: content.width,
    heightMm: content.height,
    alt,
    docx: content.docx,
    title: plainText(title),
    workbook: {
      sheet: word(context, 'chart.sheet'),
      corner: content.unit === undefined ? '' : word(context, 'caption.unit_alone', { unit: content.unit }),
      labels: word(context, 'chart.labels'),
    },
    place: yaml.place(['spec'], 'key'),
  });
  if (content.ornament) return `<figure data-part="motif" data-chart="${escapeHtml(id)}"></figure>`;
  const parts = [
    message && `<p data-part="message">${message}</p>`,
    `<p data-part="caption"><span data-part="number"></span>${title}${unitOf(context, checked, status)}</p>`,
  ];
  return [
    `<figure data-part="chart" id="fig-${escapeHtml(id)}" data-chart="${escapeHtml(id)}">`,
    `<figcaption>${parts.join('')}</figcaption>`,
    note && `<p data-part="note">${note}</p>`,
    sources,
    '</figure>',
  ].join('');
};

/**
 * The sentence above a chart, or the note below it; of several the first whose figures this report has, so that one
 * chart serves regions with different data. A single one must do: its missing figures are errors.
 */
function sentenceOf(
  context: ComposeContext,
  { content, yaml }: Checked<ChartSpec>,
  slot: 'message' | 'note',
): string {
  const written = content[slot];
  if (written === undefined) return '';
  if (typeof written === 'string') return runProse(context, { text: written, yaml, path: [slot] }).trim();
  for (const [index, text] of written.entries()) {
    const prose = { text, yaml, path: [slot, index] };
    const trial = createContext(context.inputs, context.facts, new Diagnostics('zh', { trial: true }));
    runProse(trial, prose);
    const lacksData = trial.diagnostics.all.some(({ code }) => lackOfData.has(code));
    if (!lacksData) return runProse(context, prose).trim();
  }
  return '';
}

/** （单位：件；均为初步数） behind the title: what holds for all numbers of the chart. */
function unitOf(context: ComposeContext, { content: { unit } }: Checked<ChartSpec>, status: string): string {
  const said = [
    ...(unit === undefined ? [] : [word(context, 'caption.unit_alone', { unit })]),
    ...(status === '' ? [] : [word(context, 'caption.status', { status })]),
  ];
  if (said.length === 0) return '';
  const text = word(context, 'alt.brackets', { text: said.join(word(context, 'alt.separator')) });
  return `<span data-part="unit">${escapeHtml(text)}</span>`;
}
