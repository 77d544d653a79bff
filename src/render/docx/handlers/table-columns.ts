import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { spanOf } from '../../../document/spans.ts';
import { elementsIn } from '../element.ts';
import { emsOf } from '../ems.ts';
import { cellPadding } from '../styles/table-styles.ts';
import { twipsOfPoints } from '../units.ts';

/** Numbers stand at the right of their column, marks in its middle without padding, and so does its head. */
export type ColumnKind = 'text' | 'number' | 'mark';

/** What a cell says it is; undefined where it is text. */
export function kindOf(cell: Element): ColumnKind | undefined {
  const { dataAlign } = cell.properties;
  return dataAlign === 'number' || dataAlign === 'mark' ? dataAlign : undefined;
}

/** Kind of each column, read from the first cell in it that says so. */
export function columnKinds(rows: readonly Element[]): ColumnKind[] {
  const kinds: ColumnKind[] = [];
  eachCell(rows, (cell, column) => {
    kinds[column] ??= 'text';
    const kind = cell.tagName === 'td' ? kindOf(cell) : undefined;
    if (kind) kinds[column] = kind;
  });
  return Array.from(kinds, (kind: ColumnKind | undefined) => kind ?? 'text');
}

/**
 * Column widths in twips adding up to `width`: by the ratios of `data-columns`, else by the longest text in each column,
 * within limits so that no column starves another. A column of short texts, such as dates, is as wide as the longest of
 * them at `size` points, and takes what it lacks from the others.
 */
export function columnWidths(
  table: Element,
  rows: readonly Element[],
  { width, size }: { readonly width: number; readonly size: number },
): number[] {
  const stated = String(table.properties.dataColumns ?? '')
    .split(/\s+/)
    .map(Number);
  const valid = stated.every((ratio) => Number.isFinite(ratio) && ratio > 0);
  const longest = longestTexts(rows);
  const ratios = valid ? stated : longest.map((length) => Math.min(Math.max(length, 4), 20));
  const share = width / sum(ratios);
  const least = longest.map((length) =>
    length === 0 ? 0 : twipsOfPoints(Math.min(length, longestWhole) * size) + cellPadding,
  );
  const shares = ratios.map((ratio) => ratio * share);
  const widths = widened(shares, least).map(Math.floor);
  return widths.map((column, index) => (index === 0 ? column + width - sum(widths) : column));
}

/** Ems of a text that is not broken in a column; longer ones are. */
const longestWhole = 10;

/** Columns narrower than their least width get it, out of what the others have above theirs; unchanged where that is too little. */
function widened(widths: readonly number[], least: readonly number[]): readonly number[] {
  const spare = widths.map((width, index) => width - (least[index] ?? 0));
  const lacking = -sum(spare.filter((twips) => twips < 0));
  const above = sum(spare.filter((twips) => twips > 0));
  if (lacking === 0 || lacking > above) return widths;
  return widths.map((width, index) => {
    const own = spare[index] ?? 0;
    return own < 0 ? width - own : width - (own * lacking) / above;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The column each cell begins in, counted from 0. */
export function cellColumns(rows: readonly Element[]): ReadonlyMap<Element, number> {
  const columns = new Map<Element, number>();
  eachCell(rows, (cell, column) => columns.set(cell, column));
  return columns;
}

/** The longest text of each column in ems; marks have none, and the words of their heads stand below each other. */
function longestTexts(rows: readonly Element[]): number[] {
  const kinds = columnKinds(rows);
  const lengths = kinds.map(() => 0);
  eachCell(rows, (cell, column, span) => {
    const length = span === 1 && kinds[column] !== 'mark' ? emsOf(toString(cell).trim()) : 0;
    lengths[column] = Math.max(lengths[column] ?? 0, length);
  });
  return lengths;
}

/** Calls back with every cell and the column it begins in; row spans push the cells of the rows below to the right. */
function eachCell(
  rows: readonly Element[],
  use: (cell: Element, column: number, span: number) => void,
): void {
  const taken: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of elementsIn(row)) {
      while ((taken[column] ?? 0) > 0) column += 1;
      const span = spanOf(cell, 'colSpan');
      use(cell, column, span);
      for (let place = column; place < column + span; place += 1) taken[place] = spanOf(cell, 'rowSpan');
      column += span;
    }
    for (const place of taken.keys()) taken[place] = Math.max((taken[place] ?? 0) - 1, 0);
  }
}
