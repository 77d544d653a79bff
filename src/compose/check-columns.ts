import type { Element, Root } from 'hast';
import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import { columnCount } from '../document/spans.ts';
import { visit } from '../document/visit.ts';
import { textProperty } from './parse-tree.ts';

/** Check that each table which states the widths of its columns states one for each. Reports TABLE_COLUMNS. */
export function checkColumns(
  tree: Root,
  diagnostics: Diagnostics,
  placeOf: (needles: readonly string[]) => Place,
): void {
  visit(tree, 'element', (table) => {
    const stated = textProperty(table, 'dataColumns');
    if (table.tagName !== 'table' || stated === undefined) return;
    const widths = stated.trim().split(/\s+/);
    const columns = columnCount(firstRow(table));
    if (
      widths.length === columns &&
      widths.every((width) => /^\d+(?:\.\d+)?$/.test(width) && Number(width) > 0)
    )
      return;
    const place = placeOf([`columns="${stated}"`, 'columns=']);
    diagnostics.report('TABLE_COLUMNS', { stated, columns }, place);
  });
}

function firstRow(table: Element): Element | undefined {
  let row: Element | undefined;
  visit(table, 'element', (element) => {
    if (element.tagName === 'tr') row ??= element;
  });
  return row;
}
