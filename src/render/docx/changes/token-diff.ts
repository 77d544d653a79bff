import { alignSequences } from './align-sequences.ts';
import type { Token } from './inline.ts';

/** A stretch of a paragraph: kept, or what was deleted and what was inserted there. Ends are exclusive. */
export interface Stretch {
  readonly kept: boolean;
  readonly older: readonly [from: number, to: number];
  readonly newer: readonly [from: number, to: number];
}

/**
 * What changed between two paragraphs, in stretches a reader can follow: characters two different sentences happen to share are
 * not kept, and where little is shared nothing is.
 */
export function diffTokens(older: readonly Token[], newer: readonly Token[]): Stretch[] {
  const isSame = (a: number, b: number): boolean => older[a]?.key === newer[b]?.key;
  const weight = (a: number, b: number): number => (isSame(a, b) ? weightOf(newer[b]) : 0);
  const pairs = alignSequences(older.length, newer.length, weight, isSame);
  const stretches: Stretch[] = [];
  let [at, to] = [0, 0];
  for (const pair of pairs) {
    const kept = pair.older !== undefined && pair.newer !== undefined;
    const next = [at + (pair.older === undefined ? 0 : 1), to + (pair.newer === undefined ? 0 : 1)] as const;
    join(stretches, { kept, older: [at, next[0]], newer: [to, next[1]] });
    [at, to] = next;
  }
  return withoutAccidents(stretches, older, newer);
}

/** Figures are what readers look for; a comma is a comma anywhere. */
function weightOf(token: Token | undefined): number {
  if (token?.kind !== 'text') return 3;
  if (/\d/.test(token.key)) return 2;
  return /\p{L}/u.test(token.key) ? 1 : 0.3;
}

/** Give up what is kept between two changes larger than it; all of it when that is less than a third of the shorter. */
function withoutAccidents(
  stretches: readonly Stretch[],
  older: readonly Token[],
  newer: readonly Token[],
): Stretch[] {
  const joined: Stretch[] = [];
  const isPlain = ({ newer: [from, to] }: Stretch): boolean =>
    newer.slice(from, to).every(({ kind }) => kind === 'text');
  for (const [index, stretch] of stretches.entries()) {
    const [before, after] = [joined.at(-1), stretches[index + 1]];
    const isAccident =
      stretch.kept &&
      sizeOf(stretch) < 4 &&
      sizeOf(stretch) <= sizeOf(before) / 2 &&
      sizeOf(stretch) <= sizeOf(after) / 2 &&
      isPlain(stretch);
    join(joined, isAccident ? { ...stretch, kept: false } : stretch);
  }
  const kept = joined.filter((stretch) => stretch.kept);
  const keptSize = kept.reduce((sum, stretch) => sum + sizeOf(stretch), 0);
  const isOther = keptSize * 3 < Math.min(older.length, newer.length) && kept.every(isPlain);
  if (!isOther || older.length === 0 || newer.length === 0) return joined;
  return [{ kept: false, older: [0, older.length], newer: [0, newer.length] }];
}

function sizeOf(stretch: Stretch | undefined): number {
  if (!stretch) return 0;
  const { older, newer } = stretch;
  return Math.max(older[1] - older[0], newer[1] - newer[0]);
}

/** Add a stretch, to the one before where both are kept or both are not. */
function join(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1);
  if (last?.kept !== stretch.kept) stretches.push(stretch);
  else
    stretches[stretches.length - 1] = {
      kept: stretch.kept,
      older: [last.older[0], stretch.older[1]],
      newer: [last.newer[0], stretch.newer[1]],
    };
}
