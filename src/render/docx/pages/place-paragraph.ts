import { spaceOf } from './block-heights.ts';
import type { ParagraphBlock } from './blocks.ts';
import { keepsNext, keptRoom, notesBetween, type KeptRoom } from './kept-together.ts';
import { ColumnsFull, tolerance, type PageFlow } from './page-flow.ts';

/** Place the lines of a paragraph from one on: as many as fit, but no line alone; kept with the next where it asks for it. */
export function placeParagraph(flow: PageFlow, block: ParagraphBlock, index: number, from = 0): void {
  const { blocks } = flow.section;
  const around = spaceOf(block, blocks[index - 1], blocks[index + 1]);
  flow.current = { index, from };
  if (from === 0 && flow.isPlaced && keepsNext(flow, index)) moveWithNext(flow, index);
  for (let next = from; ;) {
    flow.current = { index, from: next };
    const { starts, height, below } = flow.heights.lines(block, flow.width);
    const above = next === 0 ? flow.spaceAbove(around.before) + around.above : 0;
    const left = starts.length - next;
    const begin = starts[next] ?? 0;
    const notesOf = (count: number): string[] => notesBetween(block, begin, starts[next + count]);
    const endOf = (count: number): number =>
      flow.y + above + count * height - below + (count === left ? around.under : 0);
    let fitting = left;
    while (fitting > 0 && !flow.fits(endOf(fitting), notesOf(fitting))) fitting -= 1;
    let count = wholeLines(block, { left, fitting, isFirst: next === 0 });
    if (count === 0 && !flow.isPlaced) {
      if (fitting === 0) doubtLine(flow, flow.fits(endOf(1), []));
      count = Math.max(1, fitting);
    }
    if (count > 0) {
      const end = starts[next + count] ?? Infinity;
      const marks = block.marks.filter(({ at }) => at >= begin && (at < end || end === Infinity));
      flow.place(
        above + count * height,
        notesOf(count),
        marks.map(({ name }) => name),
      );
      next += count;
    }
    if (next >= starts.length) break;
    flow.turnColumn();
  }
  flow.y += around.under;
  flow.after = around.after;
}

/** Lines that go here of those that fit: neither the first nor the last of a paragraph stands alone. */
function wholeLines(
  { look }: ParagraphBlock,
  { left, fitting, isFirst }: { readonly left: number; readonly fitting: number; readonly isFirst: boolean },
): number {
  if (fitting === left) return left;
  if (look.keepLines) return 0;
  const count = left - fitting === 1 ? fitting - 1 : fitting;
  return isFirst && count === 1 ? 0 : Math.max(0, count);
}

/** Go where a paragraph fits together with what it is kept with; stay where it fits nowhere. */
function moveWithNext(flow: PageFlow, index: number): void {
  const fits = (from: number, { height, below, notes }: KeptRoom): boolean =>
    flow.fits(from + height - below, notes);
  if (
    fits(
      flow.y,
      keptRoom(flow, index, (before) => flow.spaceAbove(before)),
    )
  )
    return;
  const atTop = keptRoom(flow, index, () => 0);
  const { section } = flow;
  if (flow.hasColumnLeft && fits(flow.columnTop, atTop)) flow.turnColumn();
  else if (section.top + atTop.height <= section.bottom + tolerance) flow.turnPage();
}

/** A line that does not even fit an empty page. */
function doubtLine(flow: PageFlow, isForNotes: boolean): void {
  if (flow.limit !== undefined) throw new ColumnsFull();
  flow.doubt(isForNotes ? 'a line and its footnote taller than a page' : 'a line taller than a page');
}
