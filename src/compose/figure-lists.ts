import type { Element, ElementContent, Root } from 'hast';
import { visit } from '../document/visit.ts';
import { word, type ComposeContext } from './context.ts';
import { element, pageEntry } from './contents.ts';
import { partOf, textProperty } from './parse-tree.ts';

/** A list of one or two entries is found faster by turning the pages. */
const fewest = 3;

/**
 * Fill the `nav[data-part=lists]` a report template places with every numbered chart and every numbered table, in two groups, by
 * formal title; without it where the report has fewer than three of both. Page numbers stay empty, as in the contents.
 */
export function fillFigureLists(tree: Root, context: ComposeContext): void {
  const place = tree.children.findIndex((node) => node.type === 'element' && partOf(node) === 'lists');
  const list = tree.children[place];
  if (list?.type !== 'element') return;
  const entries = { chart: [] as Element[], table: [] as Element[] };
  visit(tree, 'element', (figure) => {
    const part = partOf(figure);
    const id = textProperty(figure, 'id');
    const caption = captionOf(figure);
    if ((part !== 'chart' && part !== 'table') || id === undefined || !caption) return;
    entries[part].push(pageEntry(id, withoutUnit(caption)));
  });
  if (entries.chart.length + entries.table.length < fewest) {
    tree.children.splice(place, 1);
    return;
  }
  const group = (name: string, items: Element[]): Element[] =>
    items.length === 0
      ? []
      : [
          element('p', { dataPart: 'group-title' }, [{ type: 'text', value: word(context, name) }]),
          element('ol', {}, items),
        ];
  list.children.push(...group('lists.charts', entries.chart), ...group('lists.tables', entries.table));
}

function captionOf(figure: Element): Element | undefined {
  const figcaption = figure.children.find(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  if (figcaption?.type !== 'element') return undefined;
  return figcaption.children.find(
    (child): child is Element => child.type === 'element' && partOf(child) === 'caption',
  );
}

/** The unit behind a chart's title, （单位：件）, belongs to its drawing. */
function withoutUnit(caption: Element): ElementContent[] {
  return caption.children.filter((child) => child.type !== 'element' || partOf(child) !== 'unit');
}
