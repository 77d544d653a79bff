import { diff } from '../audit/diff.ts';
import { alignSequences } from '../render/docx/changes/align-sequences.ts';
import { profileOf, similarity, type Profile } from '../render/docx/changes/similarity.ts';
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
  const [ours, theirs] = [before.map(wordsOf), after.map(wordsOf)];
  // Where rows were sorted, cells that hold words differ, too, and which number is whose cannot be told.
  const inOrder =
    before.length === after.length &&
    before.every((one, index) => isFigureAlone(one) && !hasOthers(one, after[index]));
  const score = (a: number, b: number): number => {
    const [one, other] = [ours[a], theirs[b]];
    const found = one && other ? similarity(one, other) : 0;
    return Math.max(found >= alike ? found : 0, inOrder && a === b ? alike : 0);
  };
  return alignSequences(before.length, after.length, score).map(({ older, newer }) => ({
    before: older === undefined ? undefined : before[older],
    after: newer === undefined ? undefined : after[newer],
  }));
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

/** A paragraph for comparison with others, its figures left out. */
const wordsOf = ({ text, figures }: Paragraph): Profile => profileOf(squeeze(mask(text, figures)));
