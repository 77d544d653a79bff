import type { Element } from 'hast';

/** Whole number in an attribute such as `colSpan`, or 1. */
export function spanOf(element: Element, property: 'colSpan' | 'rowSpan'): number {
  const value = Number(element.properties[property] ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
}

/** Columns of a table by its first row, which nothing reaches into from above. */
export function columnCount(row: Element | undefined): number {
  const cells = row?.children.filter((cell) => cell.type === 'element') ?? [];
  return cells.reduce((columns, cell) => columns + spanOf(cell, 'colSpan'), 0);
}
