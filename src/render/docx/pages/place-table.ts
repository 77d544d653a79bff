import type { TableBlock } from './blocks.ts';
import { isRowKept, keptRoom, keptRowsEnd, notesBetween, paragraphsIn } from './kept-together.ts';
import type { PageFlow } from './page-flow.ts';

/** Place the rows of a table from one on: none is split, heads are repeated, and rows kept together are where they fit. */
export function placeTable(flow: PageFlow, table: TableBlock, index: number, from = 0): void {
  const { rows } = table;
  const tall = flow.heights.rows(table);
  const sum = (begin: number, end: number): number =>
    tall.slice(begin, end).reduce((total, one) => total + one, 0);
  const heads = rows.findIndex(({ isHeader }) => !isHeader);
  const last = rows.length - 1;
  const edge = rows[last]?.bottom ?? 0;
  const content = rows.map((row) => {
    const paragraphs = paragraphsIn(row);
    return {
      notes: paragraphs.flatMap((paragraph) => notesBetween(paragraph, 0)),
      marks: paragraphs.flatMap(({ marks }) => marks.map(({ name }) => name)),
    };
  });
  flow.y += flow.after;
  flow.after = 0;
  const turn = (row: number): void => {
    flow.turnColumn();
    if (row >= heads) flow.y += sum(0, heads);
  };
  /** Rows up to here fit nowhere together. */
  let free = -1;
  if (from > 0) flow.y += sum(0, heads);
  for (const [at, { notes, marks }] of content.entries()) {
    if (at < from) continue;
    flow.current = { index, from: at };
    const end = keptRowsEnd(table, at);
    const isPast = end === last && isRowKept(table, last);
    if ((end > at || isPast) && at > free) {
      const goesOn = isPast && index + 1 < flow.section.blocks.length;
      const following = goesOn ? keptRoom(flow, index + 1, (before) => before) : undefined;
      const all = [...content.slice(at, end + 1).flatMap((row) => row.notes), ...(following?.notes ?? [])];
      const together = sum(at, end + 1) + (end < last ? edge : 0) + (following?.height ?? 0);
      const fitsHere = (): boolean => flow.fits(flow.y + together, all);
      if (!fitsHere() && flow.isPlaced) turn(at);
      if (!fitsHere()) free = end;
    }
    const height = tall[at] ?? 0;
    const needed = height + (at < last ? edge : 0);
    if (flow.isPlaced && !flow.fits(flow.y + needed, notes)) turn(at);
    if (flow.limit === undefined && !flow.fits(flow.y + needed, notes))
      flow.doubt(
        flow.fits(flow.y + needed, [])
          ? 'a table row and its footnotes taller than a page'
          : 'a table row taller than a page',
      );
    flow.place(height, notes, marks);
  }
}
