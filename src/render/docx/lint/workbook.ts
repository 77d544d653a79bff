import { zipEntries } from '../package/zip-entries.ts';
import { findElement, findElements, parseXml, type XmlElement } from '../xml.ts';

/** Bytes of a part, unpacked: a chart's sheet has some thousand; more is an attack. */
const largest = 8 * 1024 ** 2;

/** Cells a range of a chart may name; one of ours has a row for each bar. A file from elsewhere can name millions. */
const longestRange = 100_000;

/** Text of each cell of a workbook's first sheet, by its name such as `B2`. Throws `ZipBroken` or `XmlBroken` for what is none. */
export function workbookCells(bytes: Uint8Array): Map<string, string> {
  const entries = zipEntries(bytes);
  const read = (path: string): XmlElement | undefined => {
    const part = entries.find(({ name, size }) => name === path && size <= largest);
    return part && parseXml(new TextDecoder().decode(part.read()));
  };
  const strings = read('xl/sharedStrings.xml');
  const shared = strings ? findElements(strings, 'si').map(allText) : [];
  const sheet = read('xl/worksheets/sheet1.xml');
  const cells = sheet ? findElements(sheet, 'c') : [];
  return new Map(cells.map((cell) => [cell.attributes.r ?? '', cellText(cell, shared)]));
}

/** Names of the cells of a range such as `Sheet1!$B$2:$B$6`, along its column or row. */
export function cellsOfRange(range: string): string[] {
  const [, fromColumn, fromRow, toColumn = fromColumn, toRow = fromRow] =
    /!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(range) ?? [];
  if (fromColumn === undefined || toColumn === undefined) return [];
  const across = Math.abs(columnNumber(toColumn) - columnNumber(fromColumn)) + 1;
  const down = Math.abs(Number(toRow) - Number(fromRow)) + 1;
  if (across * down > longestRange) return [];
  const names: string[] = [];
  for (let column = columnNumber(fromColumn); column <= columnNumber(toColumn); column += 1) {
    for (let row = Number(fromRow); row <= Number(toRow); row += 1) names.push(`${columnName(column)}${row}`);
  }
  return names;
}

function cellText(cell: XmlElement, shared: readonly string[]): string {
  const value = findElement(cell, 'v')?.text ?? '';
  if (cell.attributes.t === 's') return shared[Number(value)] ?? '';
  return cell.attributes.t === 'inlineStr' ? allText(cell) : value;
}

function allText(element: XmlElement): string {
  return findElements(element, 't')
    .map(({ text }) => text)
    .join('');
}

function columnNumber(name: string): number {
  return Array.from(name).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Letters of a column counted from 1: A, Z, AA. */
export function columnName(number: number): string {
  return number > 26
    ? columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1)
    : String.fromCharCode(64 + number);
}
