import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { FormatId } from '../render/formats.ts';
import { auditGlyphs } from './glyphs.ts';
import type { ChartReading } from './read-chart.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import { read, reportUnreadable } from './reading.ts';
import { comparable, type Piece } from './text.ts';

/** What has to be known of a printed figure where the document itself cannot be composed again. */
export interface PrintedFigure {
  readonly key: string;
  readonly name: string;
  /** Digits as stored; in a text they may stand without their sign. */
  readonly value: string;
  readonly printed: string;
}

/**
 * The little that can be said of a finished file without the data it was made from: every figure is printed somewhere,
 * charts open for editing what they show, no character is broken, no field empty. Reports AUDIT_….
 */
export async function auditAgainstLedger(
  figures: readonly PrintedFigure[],
  format: FormatId,
  bytes: Uint8Array,
  diagnostics: Reporter,
): Promise<void> {
  await reportUnreadable(format, diagnostics, async () => {
    const { pieces, charts = [], emptyFields = [] } = await read(readers[format], bytes);
    auditGlyphs(pieces, '', diagnostics);
    const drawn = charts.flatMap(({ labels, points }) => [
      ...labels.flat(),
      ...points.map(({ cached }) => cached),
    ]);
    const text = [...pieces.map((piece) => piece.text), ...drawn]
      .map((one) => comparable(one ?? ''))
      .join(' ');
    const whole = comparable(text);
    for (const { key, name, value, printed } of figures) {
      if (standsIn(whole, comparable(printed)) || standsIn(text, value.replace('-', ''))) continue;
      const where = {
        zh: `${format.toUpperCase()} 全文`,
        en: `${format.toUpperCase()}, nowhere in the text`,
      };
      diagnostics.report('AUDIT_MISSING', { where, name, key, shown: printed });
    }
    for (const { instruction, where } of emptyFields)
      diagnostics.report('AUDIT_FIELD_EMPTY', { where, instruction });
    for (const chart of charts) auditWorkbook(chart, diagnostics);
  });
}

interface AnyReading {
  readonly pieces: readonly Piece[];
  readonly charts?: readonly ChartReading[];
  readonly emptyFields?: ReturnType<typeof readDocx>['emptyFields'];
}

const readers: Readonly<Record<FormatId, (bytes: Uint8Array) => AnyReading | Promise<AnyReading>>> = {
  html: readHtml,
  docx: readDocx,
  pdf: (bytes) => readPdf(bytes),
};

function auditWorkbook({ name, hasWorkbook, points }: ChartReading, diagnostics: Reporter): void {
  const where = { zh: `DOCX 图 ${name}`, en: `DOCX chart ${name}` };
  if (!hasWorkbook)
    diagnostics.report('AUDIT_WORKBOOK', { where, cell: '', what: '', expected: '', found: '' });
  else
    for (const { cell, cached = '', stored = '' } of points)
      if (cached !== stored && Number(cached) !== Number(stored))
        diagnostics.report('AUDIT_WORKBOOK', { where, cell, what: '', expected: cached, found: stored });
}

/** Whether a printed number stands in a text and is not a piece of a longer one. */
function standsIn(text: string, printed: string): boolean {
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text.slice(at + printed.length, at + printed.length + 2);
    if (!/[\d.]/.test(before) && !/^(?:\d|\.\d)/.test(after)) return true;
  }
  return false;
}
