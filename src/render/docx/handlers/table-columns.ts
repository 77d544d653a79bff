import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { elementsIn, spanOf } from '../element.ts';

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
 * within limits so that no column starves another.
 */
export function columnWidths(table: Element, rows: readonly Element[], width: number): number[] {
  const stated = String(table.properties.dataColumns ?? '')
    .split(/\s+/)
    .map(Number);
  const valid = stated.every((ratio) => Number.isFinite(ratio) && ratio > 0);
  const ratios = valid ? stated : longestTexts(rows).map((length) => Math.min(Math.max(length, 4), 20));
  const total = ratios.reduce((sum, ratio) => sum + ratio, 0);
  const widths = ratios.map((ratio) => Math.floor((width * ratio) / total));
  const rest = width - widths.reduce((sum, column) => sum + column, 0);
  return widths.map((column, index) => (index === 0 ? column + rest : column));
}

/** The column each cell begins in, counted from 0. */
export function cellColumns(rows: readonly Element[]): ReadonlyMap<Element, number> {
  const columns = new Map<Element, number>();
  eachCell(rows, (cell, column) => columns.set(cell, column));
  return columns;
}

function longestTexts(rows: readonly Element[]): number[] {
  const lengths: number[] = [];
  eachCell(rows, (cell, column, span) => {
    lengths[column] = Math.max(lengths[column] ?? 0, span === 1 ? toString(cell).length : 0);
  });
  return Array.from(lengths, (length: number | undefined) => length ?? 0);
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
