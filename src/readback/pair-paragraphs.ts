import { diff } from '../audit/diff.ts';
import { mask, squeeze, type Paragraph } from './paragraph.ts';

/** Which paragraph of the edited document is which of the baseline; `undefined` on one side for added and deleted ones. */
export interface ParagraphPair {
  readonly before: Paragraph | undefined;
  readonly after: Paragraph | undefined;
}

/** Share of two-character sequences two texts must have in common to be one paragraph rewritten. */
const alike = 0.4;
/** Paragraphs of one stretch that are compared each with each; in longer ones only equal ones are found. */
const mostCompared = 250_000;

/**
 * Pair the paragraphs of two documents in order: first those that say the same around the same figures, then those that
 * said the same before tracked changes, then those of equal text (a document that lost its controls), then those that are
 * much alike.
 */
export function pairParagraphs(before: readonly Paragraph[], after: readonly Paragraph[]): ParagraphPair[] {
  return pairBy([signature, ({ original }) => squeeze(original), ({ text }) => squeeze(text)], before, after);
}

/** What a paragraph is known by: its text with each figure as the mark of its key, whatever its number. */
function signature({ text, figures }: Paragraph): string {
  return squeeze(mask(text, figures, ({ mark = '' }) => mark));
}

function pairBy(
  [view, ...others]: readonly ((paragraph: Paragraph) => string)[],
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): ParagraphPair[] {
  if (!view) return pairAlike(before, after);
  const pairs: ParagraphPair[] = [];
  let [from, to] = [0, 0];
  const letters = alphabet();
  const one = before.map((paragraph) => letters(view(paragraph))).join('');
  const two = after.map((paragraph) => letters(view(paragraph))).join('');
  const hunks = [
    ...diff(one, two),
    { a0: before.length, a1: before.length, b0: after.length, b1: after.length },
  ];
  for (const { a0, a1, b0, b1 } of hunks) {
    while (from < a0) pairs.push({ before: before[from++], after: after[to++] });
    pairs.push(...pairBy(others, before.slice(a0, a1), after.slice(b0, b1)));
    [from, to] = [a1, b1];
  }
  return pairs;
}

/** A character for each text, the same for the same: documents are compared as strings of paragraphs. */
function alphabet(): (text: string) => string {
  const letters = new Map<string, string>();
  return (text) => {
    const letter = letters.get(text) ?? String.fromCharCode(letters.size % 0xffff);
    letters.set(text, letter);
    return letter;
  };
}

/** As many pairs, each as much alike, as the order allows; as many cells of figures alone on either side in order. */
function pairAlike(before: readonly Paragraph[], after: readonly Paragraph[]): ParagraphPair[] {
  const alone = [
    ...before.map((paragraph) => ({ before: paragraph, after: undefined })),
    ...after.map((paragraph) => ({ before: undefined, after: paragraph })),
  ];
  if (before.length === 0 || after.length === 0 || before.length * after.length > mostCompared) return alone;
  const likeness = before.map((one) => after.map((other) => likenessOf(one, other)));
  // Where rows were sorted, cells that hold words differ, too, and which number is whose cannot be told.
  const inOrder =
    before.length === after.length &&
    before.every((one, index) => isFigureAlone(one) && !hasOthers(one, after[index]));
  const score = (a: number, b: number): number => {
    const found = likeness[a]?.[b] ?? 0;
    return Math.max(found >= alike ? found : 0, inOrder && a === b ? alike : 0);
  };
  return bestOrder(before, after, score);
}

function bestOrder(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  score: (a: number, b: number) => number,
): ParagraphPair[] {
  // best[a][b]: the highest sum for what stands from a and from b on.
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const at = (a: number, b: number): number => best[a]?.[b] ?? 0;
  for (let a = before.length - 1; a >= 0; a -= 1)
    for (let b = after.length - 1; b >= 0; b -= 1) {
      const row = best[a];
      const paired = score(a, b) > 0 ? score(a, b) + at(a + 1, b + 1) : 0;
      if (row) row[b] = Math.max(paired, at(a + 1, b), at(a, b + 1));
    }
  const pairs: ParagraphPair[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const isPair = a < before.length && b < after.length && score(a, b) > 0;
    if (isPair && at(a, b) === score(a, b) + at(a + 1, b + 1))
      pairs.push({ before: before[a++], after: after[b++] });
    else if (a < before.length && (b === after.length || at(a, b) === at(a + 1, b)))
      pairs.push({ before: before[a++], after: undefined });
    else pairs.push({ before: undefined, after: after[b++] });
  }
  return pairs;
}

/** A cell that holds one figure and nothing else: there is no text to know it by. */
function isFigureAlone({ text, figures }: Paragraph): boolean {
  return figures.length > 0 && squeeze(mask(text, figures)).length === figures.length;
}

/** Whether a paragraph bears controls of other figures than another one. */
function hasOthers(one: Paragraph, other: Paragraph | undefined): boolean {
  const marks = new Set<string | undefined>(one.figures.map(({ mark }) => mark)).add(undefined);
  return other?.figures.some(({ mark }) => !marks.has(mark)) ?? false;
}

/** Share of the two-character sequences two paragraphs have in common, figures left out; 0 to 1. */
function likenessOf(one: Paragraph, other: Paragraph): number {
  const first = pairsIn(signature(one).replace(/~[0-9a-f]{8}/g, ''));
  const second = pairsIn(signature(other).replace(/~[0-9a-f]{8}/g, ''));
  if (first.size + second.size === 0) return 0;
  let common = 0;
  for (const pair of first) if (second.has(pair)) common += 1;
  return (2 * common) / (first.size + second.size);
}

function pairsIn(text: string): Set<string> {
  const plain = text.replace(/[\d.\uE001]+/g, '#');
  return new Set(Array.from({ length: Math.max(plain.length - 1, 0) }, (_, at) => plain.slice(at, at + 2)));
}
