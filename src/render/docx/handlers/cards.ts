import type { Element } from 'hast';
import { type Context, type Block } from '../context.ts';
import { elementsIn } from '../element.ts';
import { gap } from '../paragraph.ts';
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
  const cards = elementsIn(element).map((card) => {
    context.bookmarks.hold(card.properties.id);
    return context.flow(withCitationInLine(card), { ...context, width, paragraphStyle: 'CardCompare' });
  });
  const rows = Array.from({ length: Math.ceil(cards.length / perRow) }, (_, row) =>
    cards.slice(row * perRow, (row + 1) * perRow),
  );
  return rows.length === 0 ? [] : [layoutTable(context, 'Cards', columns, rows), gap()];
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
