import type { Element, ElementContent } from 'hast';
import { type Context, type Block } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { gap } from '../paragraph.ts';
import { cardPadding } from '../styles/table-styles.ts';
import { twipsOfPoints } from '../units.ts';
import type { BlockHandler } from './handler.ts';
import { equalColumns, layoutTable } from './layout-table.ts';

const cardsARow = 2;
const mostKeyFiguresARow = 4;

/** A group of cards under its name. */
export const cardGroupHandler: BlockHandler = (element, context) => context.flow(element.children, context);

/** Highlight cards, two a row. */
export const cardsHandler: BlockHandler = (element, context) => grid(element, cardsARow, context);

/** The key figures below a chapter title, in one row. */
export const keyFiguresHandler: BlockHandler = (element, context) =>
  grid(element, Math.min(Math.max(elementsIn(element).length, 1), mostKeyFiguresARow), context);

function grid(element: Element, perRow: number, context: Context): Block[] {
  const columns = equalColumns(context.width, perRow);
  const width = columns[0] ?? context.width;
  const room = width - cardPadding;
  const isLong = elementsIn(element).some((card) => valueWidth(card, context) > room);
  const cards = elementsIn(element).map((card) => {
    context.bookmarks.hold(card.properties.id);
    const inside: Context = {
      ...context,
      width,
      paragraphStyle: 'CardCompare',
      valueStyle: isLong ? 'CardValueLong' : 'CardValue',
    };
    return context.flow(withCitationInLine(card), inside);
  });
  const rows = Array.from({ length: Math.ceil(cards.length / perRow) }, (_, row) =>
    cards.slice(row * perRow, (row + 1) * perRow),
  );
  return rows.length === 0 ? [] : [layoutTable(context, 'Cards', columns, rows), gap()];
}

/** Width of a digit of a bold sans face, in em: that of the widest in use, so that a figure fits whatever font is there. */
const digitWidth = 0.7;

/** Twips a card's figure takes with its unit behind it. */
function valueWidth(card: Element, { tokens }: Context): number {
  const value = elementsIn(card).find((child) => partOf(child) === 'value');
  const width = (node: ElementContent, size: number): number => {
    if (node.type === 'text')
      return Array.from(node.value, (char) => (char > '\u2E7F' ? size : size * digitWidth)).reduce(
        (a, b) => a + b,
        0,
      );
    if (node.type !== 'element') return 0;
    const inside = partOf(node) === 'unit' ? tokens.type['card-unit'].size : size;
    return node.children.reduce((sum, child) => sum + width(child, inside), 0);
  };
  return value ? twipsOfPoints(width(value, tokens.type['card-value'].size)) : 0;
}

/** The source's number goes behind the comparison: a line of its own would cost a quarter of the card. */
function withCitationInLine(card: Element): Element['children'] {
  const parts = elementsIn(card);
  const compare = parts.find(({ properties }) => properties.dataPart === 'compare');
  const cite = parts.find(({ properties }) => properties.dataPart === 'cite');
  if (!compare || !cite) return card.children;
  const joined: Element = {
    ...compare,
    children: [...compare.children, { type: 'text', value: ' ' }, ...cite.children],
  };
  return card.children.flatMap((child) => (child === compare ? [joined] : child === cite ? [] : [child]));
}
