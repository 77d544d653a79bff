/** Two sequences side by side: a pair of equal or similar items, or one that stands on one side only. Indices. */
export type Pair =
  | { readonly older: number; readonly newer: number }
  | { readonly older: number; readonly newer: undefined }
  | { readonly older: undefined; readonly newer: number };

/** Cells of the table of weights; beyond it only beginnings and ends are compared. */
const most = 4_000_000;

/**
 * Align two sequences in order so that the sum of the weights of what is paired is greatest; weight 0 is never paired. What is
 * only in the older one comes before what is only in the newer one. Where `isSame` is told, equal beginnings and ends are paired
 * without weighing; the weight of equal items has to be greater than 0.
 */
export function alignSequences(
  older: number,
  newer: number,
  weight: (older: number, newer: number) => number,
  isSame: (older: number, newer: number) => boolean = () => false,
): Pair[] {
  let head = 0;
  while (head < older && head < newer && isSame(head, head)) head += 1;
  let tail = 0;
  const least = Math.min(older, newer) - head;
  while (tail < least && isSame(older - 1 - tail, newer - 1 - tail)) tail += 1;
  const pairs: Pair[] = [];
  for (let index = 0; index < head; index += 1) pairs.push({ older: index, newer: index });
  pairs.push(...alignMiddle(head, older - tail, newer - tail, weight));
  for (let index = tail; index > 0; index -= 1) pairs.push({ older: older - index, newer: newer - index });
  return pairs;
}

/** From `start` in both to `olderEnd` and `newerEnd`, by dynamic programming from the end. */
function alignMiddle(
  start: number,
  olderEnd: number,
  newerEnd: number,
  weight: (older: number, newer: number) => number,
): Pair[] {
  const rows = olderEnd - start;
  const columns = newerEnd - start;
  const width = columns + 1;
  const comparable = (rows + 1) * width <= most;
  const size = comparable ? (rows + 1) * width : 0;
  const best = new Float64Array(size);
  const weights = new Float64Array(size);
  for (let row = rows - 1; comparable && row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      const paired = weight(start + row, start + column);
      weights[at] = paired;
      const skip = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      best[at] = paired > 0 ? Math.max(skip, paired + (best[at + width + 1] ?? 0)) : skip;
    }
  }
  const pairs: Pair[] = [];
  let inserted: Pair[] = [];
  const settle = (): void => {
    pairs.push(...inserted);
    inserted = [];
  };
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const at = row * width + column;
    const isPair =
      row < rows &&
      column < columns &&
      (weights[at] ?? 0) > 0 &&
      best[at] === (weights[at] ?? 0) + (best[at + width + 1] ?? 0);
    if (isPair) {
      settle();
      pairs.push({ older: start + row, newer: start + column });
      row += 1;
      column += 1;
    } else if (row < rows && (column >= columns || (best[at + width] ?? 0) >= (best[at + 1] ?? 0))) {
      pairs.push({ older: start + row, newer: undefined });
      row += 1;
    } else {
      inserted.push({ older: undefined, newer: start + column });
      column += 1;
    }
  }
  settle();
  return pairs;
}
