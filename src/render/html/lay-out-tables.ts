import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { spanOf } from '../../document/spans.ts';
import { visit } from '../../document/visit.ts';
import { childElements } from './parts.ts';

/**
 * Give every table what CSS cannot: column widths from `data-columns`, numbers of a column on the decimal point,
 * and a box to scroll in on narrow screens, which keyboards reach and screen readers name after the caption.
 */
export function layOutTables(tree: Root): void {
  visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || index === undefined || parent === undefined) return;
    setColumnWidths(table);
    alignDecimals(table);
    const caption = parent.children.find((node) => node.type === 'element' && node.tagName === 'figcaption');
    const name = caption ? toString(caption) : undefined;
    const box = h(
      'div',
      { dataPart: 'scroll', role: 'group', tabIndex: 0, ...(name !== undefined && { ariaLabel: name }) },
      [table],
    );
    parent.children[index] = box;
    return index + 1;
  });
}

function setColumnWidths(table: Element): void {
  const columns = table.properties.dataColumns;
  if (typeof columns !== 'string') return;
  const shares = columns.trim().split(/\s+/).map(Number);
  const sum = shares.reduce((total, share) => total + share, 0);
  const columnElements = shares.map((share) =>
    h('col', { style: `width: ${((share / sum) * 100).toFixed(2)}%` }),
  );
  table.children.unshift(h('colgroup', columnElements));
}

/** Cells with fewer decimals than the column's longest are moved left by the digits and the point they lack. */
function alignDecimals(table: Element): void {
  const headings = headingCells(table);
  const columns = new Map<number, { cell: Element; decimals: number }[]>();
  for (const row of bodyRows(table)) {
    let column = 0;
    for (const cell of childElements(row)) {
      if (cell.properties.dataAlign === 'number') {
        const heading = headings.get(column);
        if (heading) heading.properties.dataAlign = 'number';
        const decimals = decimalsOf(toString(cell));
        if (decimals !== undefined) columns.set(column, [...(columns.get(column) ?? []), { cell, decimals }]);
      }
      column += spanOf(cell, 'colSpan');
    }
  }
  for (const cells of columns.values()) {
    const most = Math.max(...cells.map(({ decimals }) => decimals));
    for (const { cell, decimals } of cells) {
      // The faces' digits are all as wide as 0 (1ch); the point is a little less than half of that.
      if (decimals < most)
        cell.properties.style = `--shift: ${(most - decimals + (decimals === 0 ? 0.48 : 0)).toFixed(2)}ch`;
    }
  }
}

/** Column headings stand over their numbers; those that span columns stay as they are. */
function headingCells(table: Element): Map<number, Element> {
  const rows = childElements(table)
    .filter((section) => section.tagName === 'thead')
    .flatMap((section) => childElements(section));
  const last = rows.at(-1);
  const cells = last ? childElements(last) : [];
  return new Map(
    rows.length === 1 && cells.every(({ properties }) => properties.colSpan === undefined)
      ? cells.entries()
      : [],
  );
}

function bodyRows(table: Element): Element[] {
  return childElements(table)
    .filter((section) => section.tagName === 'tbody')
    .flatMap((section) => childElements(section));
}

/** Digits behind the point, or undefined where the cell holds no plain number. */
function decimalsOf(text: string): number | undefined {
  const match = /^[^\d]*\d+(?:\.(\d+))?$/.exec(text.trim());
  return match ? (match[1] ?? '').length : undefined;
}
