import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { visit } from '../../document/visit.ts';
import { drawingTable, type DrawingTableRow } from '../../document/drawing-table.ts';
import type { ReportDocument } from '../../document/document.ts';
import { childElements, partOf } from './parts.ts';

/**
 * Below each chart its figures as a table, folded: for keyboards and screen readers what a pointer finds at the marks.
 * It is printed only where the reader has unfolded it.
 */
export function addDataTables(tree: Root, document: ReportDocument): void {
  visit(tree, 'element', (figure) => {
    const drawing = document.drawings[String(figure.properties.dataChart)];
    if (partOf(figure) !== 'chart' || !drawing) return;
    const { hasSeries, rows } = drawingTable(drawing, document.notes);
    const { words } = document;
    const caption = captionOf(figure);
    const name = words['screen.data_of'].replace('{caption}', caption);
    const columns = [
      words['screen.item'],
      ...(hasSeries ? [words['screen.series']] : []),
      words['screen.time'],
      words['screen.value'],
      words['screen.source'],
    ];
    const value = columns.length - 2;
    const heads = columns.map((text, index) =>
      h('th', { scope: 'col', ...(index === value && { dataAlign: 'number' }) }, text),
    );
    const table = h('table', { ariaLabel: caption }, [
      h('thead', h('tr', heads)),
      h(
        'tbody',
        rows.map((row) => h('tr', cells(row, hasSeries))),
      ),
    ]);
    const box = h('div', { dataPart: 'scroll', role: 'group', tabIndex: 0, ariaLabel: caption }, table);
    figure.children.push(
      h('details', { dataPart: 'data' }, [h('summary', { ariaLabel: name }, words['screen.data']), box]),
    );
  });
}

function cells(row: DrawingTableRow, hasSeries: boolean): Element[] {
  const { label, series, time, text, standing, sources } = row;
  const links = sources.flatMap(({ id, number }): ElementContent[] => [
    h('a', { href: `#src-${id}` }, number),
  ]);
  return [
    h('th', { scope: 'row' }, label),
    ...(hasSeries ? [h('td', series)] : []),
    h('td', time),
    h('td', { dataAlign: 'number' }, text),
    h('td', [...(standing === '' ? [] : [h('span', { dataPart: 'mark' }, standing)]), ...links]),
  ];
}

/** Number and title of a chart, as below its message. */
export function captionOf(figure: Element): string {
  const caption = childElements(figure)
    .filter(({ tagName }) => tagName === 'figcaption')
    .flatMap(childElements)
    .find((child) => partOf(child) === 'caption');
  if (!caption) return '';
  return caption.children
    .map((child) => toString(child).trim())
    .join(' ')
    .trim();
}
