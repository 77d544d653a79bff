import { spaceOf } from './block-heights.ts';
import type { ParagraphBlock, RowBlock, TableBlock } from './blocks.ts';
import type { PageFlow } from './page-flow.ts';

/** Room that things in a row take, what of it may hang over the end of a page, and the footnotes they refer to. */
export interface KeptRoom {
  readonly height: number;
  readonly below: number;
  readonly notes: readonly string[];
}

/** Whether a paragraph is kept with something of its section. */
export function keepsNext({ section }: PageFlow, index: number): boolean {
  const block = section.blocks[index];
  return block?.type === 'paragraph' && block.look.keepNext && index + 1 < section.blocks.length;
}

/**
 * Room for the paragraphs kept with the next from one on, with the beginning of what they are kept with. `above` is the
 * space over the first, by what it asks for.
 */
export function keptRoom(flow: PageFlow, from: number, above: (before: number) => number): KeptRoom {
  const { blocks } = flow.section;
  let [height, space, below] = [0, 0, 0];
  const notes: string[] = [];
  for (const [more, block] of blocks.slice(from).entries()) {
    const index = from + more;
    if (block.type === 'table') {
      const rows = flow.heights.rows(block).slice(0, keptRowsEnd(block, 0) + 1);
      return { height: height + space + rows.reduce((sum, row) => sum + row, 0), below: 0, notes };
    }
    if (block.endsSection && index > from) break;
    const { starts, height: line, below: hanging } = flow.heights.lines(block, flow.width);
    const around = spaceOf(block, blocks[index - 1], blocks[index + 1]);
    height += (index === from ? above(around.before) : Math.max(space, around.before)) + around.above;
    const isKept = keepsNext(flow, index);
    const count = isKept ? starts.length : firstLines(block, starts.length);
    height += count * line + (count === starts.length ? around.under : 0);
    below = hanging;
    notes.push(...notesBetween(block, 0, starts[count]));
    space = around.after;
    if (!isKept) break;
  }
  return { height, below, notes };
}

/** Lines a paragraph begins a page with at least. */
function firstLines({ look }: ParagraphBlock, count: number): number {
  return look.keepLines || count <= 3 ? count : 2;
}

/** Footnotes of a paragraph from one character up to another, or to its end. */
export function notesBetween({ notes }: ParagraphBlock, from: number, to = Infinity): string[] {
  return notes.filter(({ at }) => at >= from && at < to).map(({ id }) => id);
}

/** Whether a row is kept with the next, or the last with what follows the table. */
export function isRowKept({ rows }: TableBlock, row: number): boolean {
  const first = rows[row]?.cells[0]?.blocks[0];
  return first?.type === 'paragraph' && first.look.keepNext;
}

/** The last of the rows kept together from one on. */
export function keptRowsEnd(table: TableBlock, from: number): number {
  let end = from;
  while (end < table.rows.length - 1 && isRowKept(table, end)) end += 1;
  return end;
}

/** The paragraphs of a row, those of tables in it included. */
export function paragraphsIn({ cells }: RowBlock): ParagraphBlock[] {
  return cells.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'table' ? block.rows.flatMap(paragraphsIn) : [block])),
  );
}
