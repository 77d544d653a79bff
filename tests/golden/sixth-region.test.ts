import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatFigure } from '../../src/compose/format.ts';
import { buildReport } from '../../src/pipeline.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import { formatIds } from '../../src/render/formats.ts';
import { quietRun, request, runProject, type Outcome } from '../examine-project.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { addSixthRegion } from '../sixth-region.ts';
import { openPdf, readPages } from '../render/pdf/read-pdf.ts';

const asked = { region: 'sample-city', period: '2023' };
const trends = ['trend-grants', 'trend-pledge', 'trend-cases', 'trend-court'];
let copy: ProjectCopy;
let out: string;
let engines: OwnEngines;
let outcome: Outcome;
/** What a reader finds in the documents, without white space. */
let text: Record<'pdf' | 'docx' | 'html', string>;

/** A region nobody thought of when `src/` and `templates/` were written: data, ledgers and an entry in the register. */
beforeAll(async () => {
  copy = await copyProject();
  await addSixthRegion(copy);

  out = await mkdtemp(join(tmpdir(), 'whitepaper-out-'));
  const run = quietRun(copy.root);
  engines = new OwnEngines(run.host);
  await buildReport({ ...request, ...asked, formats: formatIds, out, final: true }, run, engines);
  expect(run.diagnostics.all).toEqual([]);
  const file = (extension: string): Promise<Uint8Array> =>
    readFile(join(out, `sample-city-2023/sample-city-2023.${extension}`)).then(
      (bytes) => new Uint8Array(bytes),
    );
  const pages = await readPages(await openPdf(await file('pdf')));
  const word = strFromU8(unzipSync(await file('docx'))['word/document.xml']!);
  text = {
    pdf: pages.flatMap(({ lines }) => lines.map((line) => line.text)).join(''),
    docx: [...word.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, piece]) => piece).join(''),
    html: toString(fromHtml(strFromU8(await file('html')))),
  };
  for (const format of formatIds) text[format] = text[format].replace(/\s/g, '');
  outcome = await runProject(copy.root, asked);
});

afterAll(async () => {
  await engines.close();
  await copy.remove();
  await rm(out, { recursive: true, force: true });
});

/** Years of each line of a chart; undefined where the report does not have the chart. */
function yearsOf({ composed, diagnostics }: Outcome, chart: string): string[][] | undefined {
  if (!composed) throw new Error(JSON.stringify(diagnostics));
  const rows = composed.requests.find((candidate) => candidate.chart === chart)?.rows;
  const lines = new Map<string, string[]>();
  for (const { series = '', period } of rows ?? []) lines.set(series, [...(lines.get(series) ?? []), period]);
  return rows && [...lines.values()];
}

it.each(formatIds)('every figure its year states is printed in the %s', (format) => {
  const { facts, inputs } = outcome.examined!;
  const stated = [...facts.figures.values()].filter(
    ({ writtenIn, region, provenance }) =>
      writtenIn === '2023' && region === 'sample-city' && provenance.formula === undefined,
  );
  expect(stated).toHaveLength(13);
  for (const figure of stated) {
    expect(text[format], figure.key).toContain(formatFigure(figure, inputs.units).text);
    expect(outcome.composed!.document.figures[figure.key]?.value).toBe(figure.value);
  }
  for (const printed of ['3333件', '33333余件', '全省第3位（共13个）', '第33位（共133个）', '50.00%'])
    expect(text[format]).toContain(printed);
});

it.each(formatIds)('what a data file may have besides figures is in the %s', (format) => {
  const parts = [
    '临海示例市2023年知识产权白皮书',
    '示例港为7777件', // A peer's figure in a sentence.
    '专利授权与质押融资对照',
    '发明专利授权少于对照城市',
    '一是培育高价值专利。',
    '2025年目标进展',
    '5555',
  ];
  for (const part of parts) expect(text[format]).toContain(part);
  expect(text[format].split('临海示例市历年').length).toBeGreaterThan(trends.length);
  expect(text[format]).not.toMatch(/厦门市|泉州市|宁波市|undefined|NaN/);
});

it.each(trends)('%s is there with a point for each of the three years', (chart) => {
  const lines = yearsOf(outcome, chart)!;
  expect(lines.length).toBeGreaterThan(0);
  for (const years of lines) expect(years).toEqual(['2021', '2022', '2023']);
});

it('without the year between there is no trend, and nothing else is missing', async () => {
  const report = 'data/sample-city/2023.yaml';
  const between = await copy.read('data/sample-city/2022.yaml');
  const whole = await copy.read(report);
  await rm(join(copy.root, 'data/sample-city/2022.yaml'));
  await copy.write(
    report,
    whole.replace(/，\{\{growth [^}]*\}\}/g, '').replace(/ *- \{ indicator: .*, period: 2022 \}\n/, ''),
  );
  const without = await runProject(copy.root, asked);
  await copy.write(report, whole);
  await copy.write('data/sample-city/2022.yaml', between);
  expect(without.diagnostics).toEqual([]);
  expect(trends.filter((chart) => yearsOf(without, chart))).toEqual([]);
  expect(yearsOf(without, 'patent-grants')).toBeDefined();
});

it('its plan has the tasks with their departments', async () => {
  const { diagnostics, composed } = await runProject(copy.root, { ...asked, period: '2021-2025' });
  expect(diagnostics).toEqual([]);
  const plan = toString(composed!.document.tree);
  for (const part of ['牵头单位：', '加强知识产权保护', '市公安局', '任务分工']) expect(plan).toContain(part);
});
