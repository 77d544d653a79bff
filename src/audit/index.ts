import { toString } from 'hast-util-to-string';
import { visit } from '../document/visit.ts';
import { partOf, textProperty } from '../compose/parse-tree.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import { footnotesOf } from '../document/footnotes.ts';
import type { ReportDocument } from '../document/document.ts';
import type { FormatId } from '../render/formats.ts';
import { auditChart } from './audit-chart.ts';
import { compare } from './compare.ts';
import { continuations, withoutContinuation } from './continued-tables.ts';
import { expectedOf, expectedText, type Expected } from './expected.ts';
import { auditGlyphs } from './glyphs.ts';
import { lintLayout } from './layout/index.ts';
import { layOut } from './layout/lay-out.ts';
import type { Setting } from './layout/layout.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { loadPdfReader } from './pdf-reader.ts';
import { readPdf } from './read-pdf.ts';
import { withoutDashes } from './folio.ts';
import { read, reportUnreadable } from './reading.ts';
import { tableHeads, withoutRepeatedHeads } from './repeated-heads.ts';
import { reportDifferences } from './report-differences.ts';
import { compareFolios, compareHead, runningHeads } from './running-heads.ts';
import { joinPieces, type Piece } from './text.ts';
import type { Where } from './where.ts';

/** What an audit compares and where it tells what it finds. */
interface Audit {
  readonly document: ReportDocument;
  readonly bytes: Uint8Array;
  readonly diagnostics: Reporter;
  /** How the pages were to be set; without, their layout is not looked at. */
  readonly setting?: Setting | undefined;
}

/** An audit under way: it is handed each file as soon as that is finished. */
export interface AuditRun {
  readonly take: (format: FormatId, file: { readonly bytes: Uint8Array }) => void;
  /** All handed over have been compared, and what was found is reported. */
  readonly finish: () => Promise<void>;
}

/**
 * Begin to audit a document's files, loading what they will be read with while they are still being made. What is found
 * is reported at the end, format by format, and disturbs no renderer.
 */
export function beginAudit(
  document: ReportDocument,
  formats: readonly FormatId[],
  diagnostics: Reporter,
  setting?: Setting,
): AuditRun {
  const audits = new Map<FormatId, Promise<(() => void)[]>>();
  // What fails in the meantime is seen when it is waited for.
  const later = <Value>(promise: Promise<Value>): Promise<Value> => (promise.catch(() => undefined), promise);
  if (formats.includes('pdf')) void later(loadPdfReader());
  return {
    take(format, { bytes }) {
      const found: (() => void)[] = [];
      const reporter: Reporter = {
        report: (...problem) =>
          found.push(() => {
            diagnostics.report(...problem);
          }),
      };
      audits.set(
        format,
        later(audit({ document, bytes, diagnostics: reporter, setting }, format).then(() => found)),
      );
    },
    async finish() {
      for (const format of formats) for (const report of (await audits.get(format)) ?? []) report();
    },
  };
}

/**
 * Read a finished file back and compare it with the document it was made from: every number of it is where it should
 * be, nothing else that looks like a number is there, charts show and store the numbers of their rows. Reports AUDIT_…
 * for what differs.
 */
async function audit(task: Audit, format: FormatId): Promise<void> {
  await reportUnreadable(format, task.diagnostics, () => auditors[format](task));
}

/** One reader a format; a format without one does not compile. */
const auditors: Readonly<Record<FormatId, (audit: Audit) => Promise<void>>> = {
  async html({ document, bytes, diagnostics }) {
    const reading = await read(readHtml, bytes);
    const expected = expectedText(document, {
      pages: false,
      indexPages: false,
      draws: () => true,
      tables: true,
    });
    auditGlyphs(reading.pieces, expected.text, diagnostics);
    auditText('HTML', expected, reading.pieces, diagnostics);
    const wanted = figureElements(document);
    const left = reading.figures.map(({ key, value }) => `${key} = ${value}`);
    for (const { key, value, text } of wanted) {
      const index = left.indexOf(`${key} = ${value}`);
      if (index >= 0) left.splice(index, 1);
      else {
        const where = { zh: `HTML data 元素“${text}”`, en: `HTML data element “${text}”` };
        const name = document.figures[key]?.name ?? '';
        const other = reading.figures.find((one) => one.key === key && one.value !== value)?.value ?? '';
        diagnostics.report('AUDIT_CHANGED', { where, name, key, expected: value, found: other });
      }
    }
    const alternatives = drawingsInOrder(document).map(({ alt }) => alt);
    for (const [index, alt] of alternatives.entries())
      auditAlone(alt, reading.alternatives[index] ?? '', alternativeOf('HTML', index + 1), diagnostics);
    auditAlone(document.meta.title, reading.title, { zh: 'HTML 标题', en: 'HTML title' }, diagnostics);
  },

  async docx({ document, bytes, diagnostics }) {
    const reading = await read(readDocx, bytes);
    const expected = expectedText(document, {
      pages: true,
      indexPages: false,
      draws: isPicture,
      footnotes: footnotesOf(document.tree),
    });
    auditGlyphs([...reading.pieces, ...reading.asides], expected.text, diagnostics);
    auditText('DOCX', expected, reading.pieces, diagnostics);
    const { figures } = document;
    const heads = runningHeads(document);
    for (const { kind, text, where } of reading.asides) {
      const head = kind === 'note' ? text : withoutDashes(text);
      reportDifferences('DOCX', compareHead(head, where, kind === 'note' ? [''] : heads), diagnostics);
    }
    // Those of the contents were compared above.
    for (const { instruction, where } of reading.emptyFields)
      if (!instruction.startsWith('PAGEREF')) diagnostics.report('AUDIT_FIELD_EMPTY', { where, instruction });
    for (const drawing of drawingsInOrder(document)) {
      const { chart, alt, native } = drawing;
      const alternative = reading.alternatives.get(chart);
      auditAlone(alt, alternative?.text ?? '', alternativeOf('DOCX', chart), diagnostics);
      const found = reading.charts.find(({ name }) => name === chart);
      const where = chartPlace(document, chart);
      if (native && !isPicture(drawing)) auditChart({ drawing, native, where, figures }, found, diagnostics);
    }
    for (const { name, points } of reading.charts)
      if (document.drawings[name] === undefined)
        for (const { of, cached = '' } of points)
          if (of === 'value')
            diagnostics.report('AUDIT_EXTRA', {
              where: { zh: `DOCX 图 ${name}`, en: `DOCX chart ${name}` },
              found: cached,
              around: cached,
            });
    const { title, subject, keywords } = document.meta;
    const properties = [title, subject, subject, keywords.join('；')].join('\n');
    auditAlone(properties, reading.properties, { zh: 'DOCX 文档属性', en: 'DOCX properties' }, diagnostics);
  },

  async pdf({ document, bytes, diagnostics, setting }) {
    const expected = expectedText(document, { pages: true, indexPages: true, draws: () => true });
    const isInOrder = (page: string): boolean => expected.text.includes(page);
    const reading = await read((file) => readPdf(file, isInOrder), bytes);
    const heading = reading.margins.map(({ head, where }) => ({ text: head, where }));
    auditGlyphs([...reading.pieces, ...heading], expected.text, diagnostics);
    const repeatable = tableHeads(document.tree);
    const pieces = withoutRepeatedHeads(reading.pieces, expected.text, repeatable);
    auditText('PDF', expected, pieces, diagnostics);
    const running = runningHeads(document);
    // Some browsers tag a table's repeated head as they do what stands in the margins.
    const heads = running.flatMap((head) => [head, ...repeatable.map((repeated) => head + repeated)]);
    const continued = continuations(document.tree);
    for (const { head, where } of reading.margins) {
      const text = withoutContinuation(head, running, continued);
      reportDifferences('PDF', compareHead(text, where, heads), diagnostics);
    }
    reportDifferences('PDF', compareFolios(reading.margins), diagnostics);
    auditAlone(document.meta.title, reading.title, { zh: 'PDF 标题', en: 'PDF title' }, diagnostics);
    if (setting) lintLayout(layOut(expected, { reading, pieces }, setting), diagnostics);
  },
};

function auditText(
  format: string,
  expected: Expected,
  pieces: readonly Piece[],
  diagnostics: Reporter,
): void {
  reportDifferences(format, compare(expected, joinPieces(pieces)), diagnostics);
}

/** Compare a text outside the running text. */
function auditAlone(expected: string, found: string, where: Where, diagnostics: Reporter): void {
  if (expected === found) return;
  auditGlyphs([{ text: found, where }], expected, diagnostics);
  const differences = compare(expectedOf(expected, where), joinPieces([{ text: found, where }]));
  reportDifferences(where.en, differences, diagnostics);
}

const alternativeOf = (format: string, chart: string | number): Where => ({
  zh: `${format} 图 ${String(chart)} 的替代文字`,
  en: `alternative text of ${format} drawing ${String(chart)}`,
});

/** A native chart by its printed number and its id. */
function chartPlace({ tree }: ReportDocument, chart: string): Where {
  let number = '';
  visit(tree, 'element', (element) => {
    if (element.properties.dataChart !== chart) return;
    visit(element, 'element', (inner) => {
      if (partOf(inner) === 'number') number ||= toString(inner).trim();
    });
  });
  return { zh: `DOCX ${number || '图'}（${chart}）`, en: `DOCX chart ${chart}${number && ` (${number})`}` };
}

/** Word gets as pictures what it cannot draw, and ornaments. */
const isPicture = ({ native, alt }: ReportDocument['drawings'][string]): boolean =>
  native === undefined || alt === '';

function drawingsInOrder({ tree, drawings }: ReportDocument): ReportDocument['drawings'][string][] {
  const found: ReportDocument['drawings'][string][] = [];
  visit(tree, 'element', (element) => {
    const drawing = drawings[textProperty(element, 'dataChart') ?? ''];
    if (drawing) found.push(drawing);
  });
  return found;
}

function figureElements({ tree }: ReportDocument): { key: string; value: string; text: string }[] {
  const found: { key: string; value: string; text: string }[] = [];
  visit(tree, 'element', (element) => {
    const key = textProperty(element, 'dataFigure');
    if (key !== undefined)
      found.push({ key, value: textProperty(element, 'value') ?? '', text: toString(element) });
  });
  return found;
}
