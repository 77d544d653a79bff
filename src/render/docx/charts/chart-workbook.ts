import { escapeXml } from '../../../document/escape-xml.ts';
import type { NativeChart } from '../../../document/drawing.ts';
import { columnName } from '../lint/workbook.ts';
import { pack, unpack } from '../package/zip.ts';
import { chartColumns, sheetName } from './chart-columns.ts';

/** The library's workbook with this chart's sheet in it: the columns of `chartColumns` and nothing else. */
export function chartWorkbook(workbook: Uint8Array, chart: NativeChart): Uint8Array {
  const parts = unpack(workbook);
  const columns = chartColumns(chart);
  const texts = new Map<string, number>();
  let uses = 0;
  const cell = (content: string | number | null | undefined, column: number, row: number): string => {
    if (content === null || content === undefined || content === '') return '';
    const name = `${columnName(column + 1)}${row}`;
    if (typeof content === 'number') return `<c r="${name}"><v>${content}</v></c>`;
    const index = texts.get(content) ?? texts.size;
    texts.set(content, index);
    uses += 1;
    return `<c r="${name}" t="s"><v>${index}</v></c>`;
  };
  const rows = [
    columns.map(({ head }, column) => cell(head, column, 1)),
    ...chart.categories.map((_, place) =>
      columns.map(({ cells }, column) => cell(cells[place], column, place + 2)),
    ),
  ].map((cells, index) => `<row r="${index + 1}">${cells.join('')}</row>`);
  const last = `${columnName(columns.length)}${rows.length}`;
  const widths = columns.map(
    (_, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${index === 0 ? 24 : 16}" customWidth="1"/>`,
  );
  parts.set(
    'xl/worksheets/sheet1.xml',
    `${declaration}<worksheet ${namespace}><dimension ref="A1:${last}"/><cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`,
  );
  const strings = [...texts.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`);
  parts.set(
    'xl/sharedStrings.xml',
    `${declaration}<sst ${namespace} count="${uses}" uniqueCount="${texts.size}">${strings.join('')}</sst>`,
  );
  const book = parts.get('xl/workbook.xml');
  if (typeof book === 'string')
    parts.set('xl/workbook.xml', book.replace(/(<sheet name=")[^"]*/, `$1${escapeXml(sheetName(chart))}`));
  // For `normalise`, which packs it again.
  return pack(parts, 0);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
