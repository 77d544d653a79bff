import { BlockHeights, spaceOf } from './block-heights.ts';
import type { ParagraphBlock, SectionBlock, TableBlock } from './blocks.ts';

/** A page a bookmark is on: counted from the first of the document, and as it is numbered. */
export interface PlacedMark {
  readonly page: number;
  readonly number: number;
  readonly isRoman: boolean;
}

/** What pages come to. */
export interface Pagination {
  readonly pages: number;
  readonly marks: ReadonlyMap<string, PlacedMark>;
  /** Pages each section is on. */
  readonly sectionPages: readonly number[];
}

/** Heights of the footnotes by their ids, and of the line above the first of a page. */
export interface NoteHeights {
  readonly separator: number;
  readonly of: (id: string, width: number) => number;
}

/** Twips something may go beyond the end of a page. */
const tolerance = 0.2;

/** The pages end before everything is on one; thrown to find how high columns of one height must be. */
class ColumnsFull extends Error {}

/** Set blocks on pages as Word does: lines of a paragraph and rows of a table one by one, with what must stay together. */
export function paginate(sections: readonly SectionBlock[], notes: NoteHeights): Pagination {
  const heightsOf = new Map<number | undefined, BlockHeights>();
  const marks = new Map<string, PlacedMark>();
  const sectionPages: number[] = [];
  const [firstSection] = sections;
  if (!firstSection) return { pages: 0, marks, sectionPages };
  let section: SectionBlock = firstSection;
  let heights = new BlockHeights(undefined);
  let page = 0;
  let number = 0;
  /** Where the next block goes, and where the page ends without its footnotes. */
  let y = 0;
  let column = 0;
  let columnTop = 0;
  let deepest = 0;
  let limit: number | undefined;
  let isPlaced = false;
  /** Space after the paragraph a section ended with, until something of the next is placed: it is part of the space above that. */
  let ended: number | undefined = 0;
  let after = 0;
  let noteArea = 0;

  const width = (): number => section.columns[column] ?? 0;
  const bottom = (more = 0): number => Math.min(section.bottom - noteArea - more, limit ?? Infinity);
  const costOf = (ids: readonly string[]): number => {
    if (ids.length === 0) return 0;
    const own = ids.reduce((sum, id) => sum + notes.of(id, width()), 0);
    return own + (noteArea === 0 ? notes.separator : 0);
  };
  const mark = (name: string): void => {
    marks.set(name, { page, number, isRoman: section.isRoman });
  };
  const newPage = (): void => {
    if (limit !== undefined) throw new ColumnsFull();
    page += 1;
    number += 1;
    [y, column, columnTop, deepest, after, noteArea] = [section.top, 0, section.top, 0, 0, 0];
    isPlaced = false;
  };
  const turnPage = (): void => {
    newPage();
    onNewPage();
  };
  const newColumn = (): void => {
    if (column + 1 >= section.columns.length) {
      turnPage();
      return;
    }
    deepest = Math.max(deepest, y);
    column += 1;
    [y, after] = [columnTop, 0];
    isPlaced = false;
  };
  let onNewPage: () => void = () => undefined;
  const spaceAbove = (before: number): number => {
    if (ended !== undefined && column === 0) return after + Math.max(ended, before) - ended;
    return isPlaced ? Math.max(after, before) : 0;
  };
  const place = (height: number): void => {
    y += height;
    isPlaced = true;
    ended = undefined;
  };

  const keepsNext = (index: number): boolean => {
    const block = section.blocks[index];
    return block?.type === 'paragraph' && block.look.keepNext && index + 1 < section.blocks.length;
  };
  /** Lines a paragraph begins a page with at least. */
  const firstLines = ({ look }: ParagraphBlock, count: number): number =>
    look.keepLines || count <= 3 ? count : 2;

  /** Room for the paragraphs kept with the next from one on, with the beginning of what they are kept with. */
  const keptHeight = (
    from: number,
    above: (before: number) => number,
  ): { height: number; below: number; ids: string[] } => {
    const { blocks } = section;
    let height = 0;
    let space = 0;
    let below = 0;
    const ids: string[] = [];
    for (let index = from; index < blocks.length; index += 1) {
      const block = blocks[index];
      if (!block) break;
      if (block.type === 'table') {
        const end = keptRowsEnd(block, 0);
        const rows = heights.rows(block).slice(0, end + 1);
        return { height: height + space + rows.reduce((sum, row) => sum + row, 0), below: 0, ids };
      }
      if (block.endsSection && index > from) return { height, below, ids };
      const { starts, height: line, below: hanging } = heights.lines(block, width());
      const around = spaceOf(block, blocks[index - 1], blocks[index + 1]);
      height += (index === from ? above(around.before) : Math.max(space, around.before)) + around.above;
      const isKept = keepsNext(index);
      const count = isKept ? starts.length : firstLines(block, starts.length);
      height += count * line + (count === starts.length ? around.under : 0);
      below = hanging;
      const end = starts[count] ?? Infinity;
      ids.push(...block.notes.filter(({ at }) => at < end).map(({ id }) => id));
      space = around.after;
      if (!isKept) break;
    }
    return { height, below, ids };
  };
  const fits = (from: number, { height, below, ids }: ReturnType<typeof keptHeight>): boolean =>
    from + height - below <= bottom(costOf(ids)) + tolerance;

  const placeParagraph = (block: ParagraphBlock, index: number, from = 0): void => {
    const { blocks } = section;
    const around = spaceOf(block, blocks[index - 1], blocks[index + 1]);
    onBlock(index, from);
    if (block.look.keepNext && isPlaced && from === 0 && keepsNext(index)) {
      const above = keptHeight(index, () => 0);
      if (!fits(y, keptHeight(index, spaceAbove))) {
        if (column + 1 < section.columns.length && fits(columnTop, above)) newColumn();
        else if (section.top + above.height <= section.bottom + tolerance) turnPage();
      }
    }
    let next = from;
    for (;;) {
      onBlock(index, next);
      const { starts, height, below } = heights.lines(block, width());
      const above = next === 0 ? spaceAbove(around.before) + around.above : 0;
      const left = starts.length - next;
      const idsUpTo = (count: number): string[] =>
        block.notes
          .filter(({ at }) => at >= (starts[next] ?? 0) && at < (starts[next + count] ?? Infinity))
          .map(({ id }) => id);
      let count = left;
      while (count > 0) {
        const under = count === left ? around.under : 0;
        if (y + above + count * height - below + under <= bottom(costOf(idsUpTo(count))) + tolerance) break;
        count -= 1;
      }
      const fitting = count;
      if (count < left) {
        if (block.look.keepLines) count = 0;
        else {
          if (left - count === 1) count -= 1;
          if (next === 0 && count === 1) count = 0;
          count = Math.max(0, count);
        }
      }
      if (count === 0 && !isPlaced) {
        if (limit !== undefined && fitting === 0) throw new ColumnsFull();
        count = Math.max(1, fitting);
      }
      if (count > 0) {
        const [begin, end] = [
          starts[next] ?? 0,
          next + count < starts.length ? (starts[next + count] ?? Infinity) : Infinity,
        ];
        for (const { name, at } of block.marks) if (at >= begin && (at < end || end === Infinity)) mark(name);
        noteArea += costOf(idsUpTo(count));
        place(above + count * height);
        next += count;
      }
      if (next >= starts.length) break;
      newColumn();
    }
    y += around.under;
    after = around.after;
  };

  const placeTable = (table: TableBlock, index: number, from = 0): void => {
    const { rows } = table;
    const tall = heights.rows(table);
    const sum = (from: number, to: number): number =>
      tall.slice(from, to).reduce((total, one) => total + one, 0);
    const heads = rows.findIndex(({ isHeader }) => !isHeader);
    const last = rows.length - 1;
    const edge = rows[last]?.bottom ?? 0;
    y += after;
    after = 0;
    const turn = (row: number): void => {
      newColumn();
      if (row >= heads) y += sum(0, heads);
    };
    let free = -1;
    if (from > 0) y += sum(0, heads);
    for (const [at, row] of rows.entries()) {
      if (at < from) continue;
      onBlock(index, at);
      const end = keptRowsEnd(table, at);
      const isPast = end === last && isKept(table, last);
      if ((end > at || isPast) && at > free) {
        const following =
          isPast && index + 1 < section.blocks.length ? keptHeight(index + 1, (before) => before) : undefined;
        const ids = [...rows.slice(at, end + 1).flatMap(notesIn), ...(following?.ids ?? [])];
        const together = sum(at, end + 1) + (end < last ? edge : 0) + (following?.height ?? 0);
        const fitsHere = (): boolean => y + together <= bottom(costOf(ids)) + tolerance;
        if (!fitsHere() && isPlaced) turn(at);
        if (!fitsHere()) free = end;
      }
      const ids = notesIn(row);
      const needed = (tall[at] ?? 0) + (at < last ? edge : 0);
      if (isPlaced && y + needed > bottom(costOf(ids)) + tolerance) turn(at);
      marksIn(row).forEach(mark);
      noteArea += costOf(ids);
      place(tall[at] ?? 0);
    }
  };

  let onBlock: (index: number, part: number) => void = () => undefined;
  const placeBlocks = (from: number, part: number): void => {
    for (let index = from; index < section.blocks.length; index += 1) {
      const block = section.blocks[index];
      if (!block) break;
      if (block.type === 'table') placeTable(block, index, index === from ? part : 0);
      else if (!block.endsSection) placeParagraph(block, index, index === from ? part : 0);
      else if (section.blocks[index - 1]?.type === 'table') placeParagraph(block, index);
      else {
        block.marks.forEach(({ name }) => {
          mark(name);
        });
        if (isPlaced) y += Math.max(after, block.look.before);
        after = 0;
      }
    }
  };

  /** Columns before a section on the same page are made even: as high as the lowest height their text fits in. */
  const placeEven = (): void => {
    let start = { y, index: 0, part: 0, page, number, noteArea, isPlaced, ended };
    let current = { index: 0, part: 0 };
    onBlock = (index, part) => {
      current = { index, part };
    };
    onNewPage = () => {
      start = { ...current, y, page, number, noteArea, isPlaced, ended };
    };
    placeBlocks(0, 0);
    onNewPage = () => undefined;
    const layOut = (height: number): boolean => {
      ({ y, page, number, noteArea, isPlaced, ended } = start);
      [column, columnTop, after, deepest, limit] = [0, start.y, 0, 0, start.y + height];
      try {
        placeBlocks(start.index, start.part);
        return true;
      } catch (error) {
        if (error instanceof ColumnsFull) return false;
        throw error;
      } finally {
        limit = undefined;
      }
    };
    let [low, high] = [0, section.bottom - start.y];
    while (high - low > tolerance) {
      const middle = (low + high) / 2;
      if (layOut(middle)) high = middle;
      else low = middle;
    }
    layOut(high);
    y = Math.max(deepest, y);
    onBlock = () => undefined;
  };

  for (const [index, next] of sections.entries()) {
    section = next;
    heights = heightsOf.get(next.pitch) ?? new BlockHeights(next.pitch);
    heightsOf.set(next.pitch, heights);
    const isContinued = next.isContinuous && page > 0;
    const last = sections[index - 1]?.blocks.at(-1);
    ended = last?.type === 'paragraph' ? (last.endsSection ? last.look.after : after) : 0;
    if (!isContinued) newPage();
    if (next.start !== undefined) number = next.start;
    [column, columnTop, deepest] = [0, y, 0];
    const firstPage = page;
    if (next.columns.length > 1 && sections[index + 1]?.isContinuous) placeEven();
    else placeBlocks(0, 0);
    sectionPages.push(page - firstPage + 1);
  }
  return { pages: page, marks, sectionPages };
}

function isKept({ rows }: TableBlock, row: number): boolean {
  const first = rows[row]?.cells[0]?.blocks[0];
  return first?.type === 'paragraph' && first.look.keepNext;
}

/** The last of the rows kept together from one on. */
function keptRowsEnd(table: TableBlock, from: number): number {
  let end = from;
  while (end < table.rows.length - 1 && isKept(table, end)) end += 1;
  return end;
}

const paragraphsIn = (row: TableBlock['rows'][number]): ParagraphBlock[] =>
  row.cells.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'table' ? block.rows.flatMap(paragraphsIn) : [block])),
  );
const marksIn = (row: TableBlock['rows'][number]): string[] =>
  paragraphsIn(row).flatMap(({ marks }) => marks.map(({ name }) => name));
const notesIn = (row: TableBlock['rows'][number]): string[] =>
  paragraphsIn(row).flatMap(({ notes }) => notes.map(({ id }) => id));
