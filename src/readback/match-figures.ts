import { diff, type Hunk } from '../audit/diff.ts';
import { alignSequences } from '../render/docx/changes/align-sequences.ts';
import { placeholder, squeeze, type FigureSpan, type Paragraph, type Stretch } from './paragraph.ts';
import { withTypedAround } from './typed-around.ts';

/** A figure of the baseline in a paragraph, and where it stands in the edited one. */
export interface FigureMatch {
  readonly before: FigureSpan;
  /** Undefined where neither its control nor its surroundings are there any more. */
  readonly after: (Stretch & { readonly by: 'control' | 'surroundings' }) | undefined;
}

/** What became of the figures of a paragraph: each of the baseline's, and controls of the edited one that are left over. */
export interface Matches {
  readonly figures: readonly FigureMatch[];
  readonly others: readonly FigureSpan[];
}

/** Find the figures of a paragraph in its edited form: by their controls in order, else by the text around them. */
export function matchFigures(before: Paragraph, after: Paragraph): Matches {
  // An emptied control tells nothing: its number may have been typed beside it.
  const controls = after.figures.filter(({ start, end }) => squeeze(after.text.slice(start, end)) !== '');
  const pairs = pairControls(before.figures, controls);
  const taken = new Set(pairs.values());
  const others = controls.filter((figure) => !taken.has(figure));
  const found = findBySurroundings(before, after, pairs);
  return {
    figures: before.figures.map((figure) => {
      const control = pairs.get(figure);
      if (control)
        return {
          before: figure,
          after: { ...withTypedAround(before, after, figure, control), by: 'control' },
        };
      const stretch = found.get(figure);
      // The control of another figure is that figure, wherever it was moved to.
      const isTaken = stretch && others.some((other) => other.mark !== undefined && overlap(other, stretch));
      return { before: figure, after: stretch && !isTaken ? { ...stretch, by: 'surroundings' } : undefined };
    }),
    others,
  };
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The longest rising chain of controls of the same mark; one without a mark goes with any, where nothing better does. */
function pairControls(
  before: readonly FigureSpan[],
  after: readonly FigureSpan[],
): Map<FigureSpan, FigureSpan> {
  const weight = (a: FigureSpan, b: FigureSpan): number =>
    a.mark === b.mark ? 2 : b.mark === undefined ? 1 : 0;
  const weigh = (a: number, b: number): number => {
    const [one, other] = [before[a], after[b]];
    return one && other ? weight(one, other) : 0;
  };
  const pairs = new Map<FigureSpan, FigureSpan>();
  for (const { older, newer } of alignSequences(before.length, after.length, weigh)) {
    const [one, other] = [before[older ?? -1], after[newer ?? -1]];
    if (one && other) pairs.set(one, other);
  }
  return pairs;
}

/** Where the figures without a control must be, given the characters just before and after each that both texts have. */
function findBySurroundings(
  before: Paragraph,
  after: Paragraph,
  pairs: ReadonlyMap<FigureSpan, FigureSpan>,
): Map<FigureSpan, Stretch> {
  const found = new Map<FigureSpan, Stretch>();
  const missing = before.figures.filter((figure) => !pairs.has(figure));
  if (missing.length === 0) return found;
  const one = withSigns(before.text, [...pairs.keys()]);
  const two = withSigns(after.text, [...pairs.values()]);
  const hunks = diff(one, two);
  for (const figure of missing) {
    const start = figure.start === 0 ? 0 : counterpart(hunks, figure.start - 1);
    const end = figure.end === one.length ? two.length : counterpart(hunks, figure.end);
    if (start === undefined || end === undefined) continue;
    const stretch = { start: figure.start === 0 ? 0 : start + 1, end };
    // Nothing is left of it, or what stands there is a sentence.
    if (/\d/.test(two.slice(stretch.start, stretch.end))) found.set(figure, stretch);
  }
  return found;
}

/** The text with the characters of figures that are known by their controls as signs, one for each character. */
function withSigns(text: string, figures: readonly FigureSpan[]): string {
  let signed = text;
  for (const { start, end } of figures)
    signed = signed.slice(0, start) + placeholder.repeat(end - start) + signed.slice(end);
  return signed;
}

/** Where a character that both texts have stands in the other; undefined for one that was changed. */
function counterpart(hunks: readonly Hunk[], at: number): number | undefined {
  let shift = 0;
  for (const { a0, a1, b1 } of hunks) {
    if (at < a0) break;
    if (at < a1) return undefined;
    shift = b1 - a1;
  }
  return at + shift;
}
