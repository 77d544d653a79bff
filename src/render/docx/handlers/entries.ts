import type { Element } from 'hast';
import { type Context, type Block } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { gap } from '../paragraph.ts';
import type { BlockHandler } from './handler.ts';
import { layoutTable } from './layout-table.ts';

/** Share of the width the dates take. */
const dateShare = 0.16;

/** Activities, honours, cases: the date beside the entry. Without any date there is nothing to place side by side. */
export const entriesHandler: BlockHandler = (element, context) => {
  const entries = elementsIn(element);
  const isDate = (child: Element): boolean => partOf(child) === 'entry-date';
  const dated = entries.some((entry) => elementsIn(entry).some(isDate));
  const dates = dated ? Math.round(context.width * dateShare) : 0;
  const rows = entries.map((entry) => {
    context.bookmarks.hold(entry.properties.id);
    const date = elementsIn(entry).filter(isDate);
    const body = elementsIn(entry).filter((child) => !isDate(child));
    const cells = [context.flow(date, context), context.flow(body, inside(context, context.width - dates))];
    return dated ? cells : cells.slice(1);
  });
  const columns = dated ? [dates, context.width - dates] : [context.width];
  return rows.length === 0
    ? []
    : ([gap({ keepNext: true }), layoutTable(context, 'Entries', columns, rows), gap()] satisfies Block[]);
};

function inside(context: Context, width: number): Context {
  return { ...context, width, paragraphStyle: 'EntryDetail' };
}
