import { comparable } from '../text.ts';
import { findingAt, textOf } from './finding.ts';
import type { Finding, Layout } from './layout.ts';
import { linesOf } from './lines.ts';
import { isCell } from './overfull-cells.ts';

/** Characters of the longest cell that counts as one word, such as a unit. */
const longestWord = 4;

/** A number whose digits are set on two lines, and a cell of one word that is. */
export function broken(layout: Layout): Finding[] {
  const numbers = layout.numbers.flatMap(({ runs, text }) =>
    runs[0] && linesOf(runs).length > 1 ? findingAt(layout, runs[0], text) : [],
  );
  const words = layout.blocks.flatMap((cell) => {
    const [first] = cell.runs;
    const text = textOf(cell);
    const isWord = isCell(cell) && comparable(text).length <= longestWord;
    return first && isWord && linesOf(cell.runs).length > 1 ? findingAt(layout, first, text) : [];
  });
  return [...numbers, ...words];
}
