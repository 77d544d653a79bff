import type { Cell, Sheet } from './sheet.ts';
import { digitsStyle, headingStyle, textStyle } from './styles-xml.ts';
import { declaration, xmlText } from './xml.ts';

/** One sheet: the first row and column stay in sight, every column filters, and paper gets it a page wide. */
export function sheetXml(sheet: Sheet, isFirst: boolean): string {
  const { headings, rows } = sheet;
  const selected = isFirst ? ' tabSelected="1"' : '';
  const range = sheetRange(sheet);
  return [
    declaration,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${range}"/>`,
    `<sheetViews><sheetView${selected} workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    '<cols>',
    ...headings.map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    ),
    '</cols><sheetData>',
    row(
      headings.map(({ title }) => title),
      1,
      headingStyle,
    ),
    ...rows.map((cells, index) => row(cells, index + 2, textStyle)),
    '</sheetData>',
    `<autoFilter ref="${range}"/>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

/** All cells of a sheet, `A1:V226`. */
export function sheetRange({ headings, rows }: Sheet): string {
  return `A1:${columnName(headings.length - 1)}${rows.length + 1}`;
}

/** Letters of a column counted from 0: A, Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Decimals a number shows. */
export function decimalsOf(digits: string): number {
  return digits.split('.')[1]?.length ?? 0;
}

function row(cells: readonly Cell[], number: number, style: number): string {
  const written = cells.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`, style));
  return `<row r="${number}">${written.join('')}</row>`;
}

/** A cell of text longer than this is refused by spreadsheets. */
const longestText = 32_767;

function cellXml(cell: Cell, reference: string, style: number): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell !== 'string')
    return `<c r="${reference}" s="${digitsStyle(decimalsOf(cell.digits))}"><v>${cell.digits}</v></c>`;
  const text = xmlText(cell.slice(0, longestText));
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${text}</t></is></c>`;
}
