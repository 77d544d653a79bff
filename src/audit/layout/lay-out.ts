import { partOf, textProperty } from '../../compose/parse-tree.ts';
import { pagesAlone } from '../compare.ts';
import { diff } from '../diff.ts';
import { pageMark, type Expected } from '../expected.ts';
import type { PdfReading, PlacedPiece } from '../read-pdf.ts';
import { comparable } from '../text.ts';
import type { LaidBlock, LaidPage, Layout, Setting, Run } from './layout.ts';

/** The reading of a file, and its pieces without the heads that are repeated on each page. */
export interface Found {
  readonly reading: PdfReading;
  readonly pieces: readonly PlacedPiece[];
}

/**
 * Where every element of a document lies in its finished file: the text of the document and that of the file are the
 * same, so that what stands at an offset in one stands there in the other.
 */
export function layOut(
  expected: Expected,
  { reading, pieces }: Found,
  { page: margins, type, layout: { chapters } }: Setting,
): Layout {
  const runsBetween = runsByOffset(expected.text, pieces);
  const around: LaidBlock[] = [];
  const ends: number[] = [];
  const blocks = expected.blocks.map(({ element, start, end, name }, index): LaidBlock => {
    while (ends.length > 0 && (ends[0] ?? 0) <= start && (ends[0] ?? 0) < end) {
      ends.shift();
      around.shift();
    }
    const drawn = drawnBetween(expected, index);
    const block: LaidBlock = {
      element,
      around: [...around],
      name,
      runs: runsBetween(start, end),
      drawn: drawn ? runsBetween(...drawn) : [],
      before: runsBetween(start - 1, start)[0],
      after: runsBetween(end, end + 1)[0],
    };
    around.unshift(block);
    ends.unshift(end);
    return block;
  });
  // An index entry's page numbers are one mark, which may run over lines.
  const numbers = expected.marks
    .filter(({ shown }) => shown !== pageMark)
    .map(({ start, shown }) => {
      const digits = /^\D*[\d.,，]*/.exec(shown)?.[0].length ?? 0;
      return { text: shown, runs: runsBetween(start, start + digits) };
    })
    .filter(({ runs }) => runs.length > 1);
  const pages = reading.pages.map((page): LaidPage & { readonly runs: Run[] } => ({ ...page, runs: [] }));
  for (const { runs } of reading.pieces) for (const run of runs) pages[run.page]?.runs.push(run);
  const names = new Map(blocks.flatMap(({ runs, name }) => runs.map((run) => [run, name] as const)));
  return { pages, blocks, numbers, names, margins, chapters, bodySize: type.body.size };
}

/** Offsets of a chart's drawing: from its caption to its notes. */
function drawnBetween({ blocks }: Expected, index: number): readonly [number, number] | undefined {
  const figure = blocks[index];
  if (figure === undefined || textProperty(figure.element, 'dataChart') === undefined) return undefined;
  if (partOf(figure.element) !== 'chart') return undefined;
  const inside = blocks.slice(index + 1).filter(({ end }) => end <= figure.end);
  const caption = inside.find(({ element }) => element.tagName === 'figcaption');
  if (caption === undefined) return undefined;
  const behind = inside.find(({ start, element }) => start >= caption.end && element.tagName === 'p');
  return [caption.end, behind?.start ?? figure.end];
}

/** The runs that set the document's text from one offset to another. */
function runsByOffset(
  expected: string,
  pieces: readonly PlacedPiece[],
): (start: number, end: number) => readonly Run[] {
  const starts: number[] = [];
  const runs: Run[] = [];
  let text = '';
  for (const piece of pieces) {
    const whole = piece.runs.map((run) => comparable(run.text));
    // What stands before this was a repeated head.
    let cut = whole.join('').length - comparable(piece.text).length;
    for (const [index, run] of piece.runs.entries()) {
      const own = (whole[index] ?? '').slice(Math.max(cut, 0));
      cut -= (whole[index] ?? '').length;
      if (own === '') continue;
      starts.push(text.length);
      runs.push(run);
      text += own;
    }
  }
  const hunks = pagesAlone(expected, text) ?? diff(expected, text);
  const offset = (at: number): number => {
    const before = hunks.findLast(({ a0 }) => a0 < at);
    if (before === undefined) return at;
    return at < before.a1 ? before.b0 : at - before.a1 + before.b1;
  };
  return (from, to) => {
    if (from < 0) return [];
    const start = offset(from);
    const end = offset(to);
    const found: Run[] = [];
    for (let index = lastUpTo(starts, start); index < runs.length && (starts[index] ?? 0) < end; index += 1) {
      const run = runs[index];
      if (run) found.push(run);
    }
    return start < end ? found : [];
  };
}

/** Index of the last of these rising numbers that is not above a limit; 0 when all are. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
