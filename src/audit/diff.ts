/** A place where two texts differ: `a` from `a0` to `a1` stands where `b` has `b0` to `b1`. */
export interface Hunk {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Edits up to which a stretch is compared character by character; one that differs more is one hunk. */
const mostEdits = 600;
/** Length of the passages that, standing once in either text, tie the two together. */
const anchorLength = 16;

/** Where two texts differ, in order; empty when they are equal. Fast where they are nearly so. */
export function diff(a: string, b: string): Hunk[] {
  const hunks: Hunk[] = [];
  let a0 = 0;
  let b0 = 0;
  const ends = [...(a === b ? [] : anchors(a, b)), { a: a.length, b: b.length }];
  for (const end of ends) {
    hunks.push(...between(a, b, { a0, a1: end.a, b0, b1: end.b }));
    a0 = end.a;
    b0 = end.b;
  }
  return settle(hunks, a, b);
}

/** Passages standing once in either text, in the same order in both: where each begins. */
function anchors(a: string, b: string): { a: number; b: number }[] {
  const inA = uniquePassages(a);
  const inB = uniquePassages(b);
  const pairs: { a: number; b: number }[] = [];
  for (const [passage, at] of inA) {
    const other = inB.get(passage);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push({ a: at, b: other });
  }
  pairs.sort((one, two) => one.a - two.a);
  return longestRising(pairs);
}

/** Offset of every passage of `anchorLength`; −1 where it stands more than once. */
function uniquePassages(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at + anchorLength <= text.length; at += 1) {
    const passage = text.slice(at, at + anchorLength);
    found.set(passage, found.has(passage) ? -1 : at);
  }
  return found;
}

/** The longest part of the pairs whose `b` rises with `a` (patience sorting). */
function longestRising(pairs: readonly { a: number; b: number }[]): { a: number; b: number }[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.b ?? 0) < pair.b) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  }
  const chain: { a: number; b: number }[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** Compare one stretch, equal beginnings and ends taken off first. */
function between(a: string, b: string, { a0, a1, b0, b1 }: Hunk): Hunk[] {
  let [fromA, fromB, toA, toB] = [a0, b0, a1, b1];
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (toA > fromA && toB > fromB && a[toA - 1] === b[toB - 1]) {
    toA -= 1;
    toB -= 1;
  }
  const whole = { a0: fromA, a1: toA, b0: fromB, b1: toB };
  if (fromA === toA && fromB === toB) return [];
  if (fromA === toA || fromB === toB) return [whole];
  return shortestEdit(a, b, whole) ?? [whole];
}

/** Myers' shortest edit script, or undefined when it is longer than `mostEdits`. */
function shortestEdit(a: string, b: string, { a0, a1, b0, b1 }: Hunk): Hunk[] | undefined {
  const lengthA = a1 - a0;
  const lengthB = b1 - b0;
  const most = Math.min(lengthA + lengthB, mostEdits);
  const middle = most + 1;
  let furthest = new Int32Array(2 * most + 3);
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    history.push(furthest);
    furthest = furthest.slice();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = isDown(furthest, middle, diagonal, edits);
      let x = down ? at(furthest, middle + diagonal + 1) : at(furthest, middle + diagonal - 1) + 1;
      while (x < lengthA && x - diagonal < lengthB && a[a0 + x] === b[b0 + x - diagonal]) x += 1;
      furthest[middle + diagonal] = x;
      if (x >= lengthA && x - diagonal >= lengthB)
        return trace(history, middle, lengthA, lengthB).map((hunk) => ({
          a0: hunk.a0 + a0,
          a1: hunk.a1 + a0,
          b0: hunk.b0 + b0,
          b1: hunk.b1 + b0,
        }));
    }
  }
  return undefined;
}

function trace(history: readonly Int32Array[], middle: number, lengthA: number, lengthB: number): Hunk[] {
  const hunks: Hunk[] = [];
  let x = lengthA;
  let y = lengthB;
  for (let edits = history.length - 1; edits > 0; edits -= 1) {
    const furthest = history[edits] ?? new Int32Array();
    const diagonal = x - y;
    const down = isDown(furthest, middle, diagonal, edits);
    const before = down ? diagonal + 1 : diagonal - 1;
    const fromX = at(furthest, middle + before);
    const fromY = fromX - before;
    hunks.push(
      down
        ? { a0: fromX, a1: fromX, b0: fromY, b1: fromY + 1 }
        : { a0: fromX, a1: fromX + 1, b0: fromY, b1: fromY },
    );
    x = fromX;
    y = fromY;
  }
  return hunks.reverse();
}

const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0;

function isDown(furthest: Int32Array, middle: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && at(furthest, middle + diagonal - 1) < at(furthest, middle + diagonal + 1);
}

/** Move what was only added or only left out as far back as it can stand, and join what then touches. */
function settle(hunks: readonly Hunk[], a: string, b: string): Hunk[] {
  const moved: Hunk[] = [];
  let limit = a.length;
  for (let hunk of joined(hunks).reverse()) {
    while (hunk.a1 < limit && canMove(hunk, a, b))
      hunk = { a0: hunk.a0 + 1, a1: hunk.a1 + 1, b0: hunk.b0 + 1, b1: hunk.b1 + 1 };
    limit = hunk.a0;
    moved.push(hunk);
  }
  return joined(moved.reverse());
}

function canMove({ a0, a1, b0, b1 }: Hunk, a: string, b: string): boolean {
  return a0 === a1 ? b[b0] === b[b1] : b0 === b1 && a[a0] === a[a1];
}

function joined(hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = [];
  for (const hunk of hunks) {
    const last = result.at(-1);
    if (last?.a1 === hunk.a0 && last.b1 === hunk.b0)
      result[result.length - 1] = { ...last, a1: hunk.a1, b1: hunk.b1 };
    else result.push(hunk);
  }
  return result;
}
