import type { Figure } from '../derive/figure.ts';
import type { Units } from '../validate/schema/units.ts';
import type { Occurrence } from './compare-paragraphs.ts';
import { comparable, formsLike, printed } from './printed-forms.ts';
import { readFigure, type TypedValue } from './read-figure.ts';

/**
 * What is to be done about a figure that was touched:
 *
 * - `proposed`: one new number, the same wherever the figure stands; it can be written into the data
 * - `conflict`: changed in one place and not in another, changed differently, or changed here and deleted there; with
 *   `typed` where there is one new number besides the old
 * - `lost`: deleted, its number nowhere changed
 * - `computed`: the data do not have it but the figures it is computed from
 * - `unreadable`: what was typed is not one number in a unit of this indicator, or the words with it were changed
 * - `rounded`: changed where it is printed in 万 or 亿, which does not tell the exact figure
 * - `stale`: the data have another number by now than the document was made of
 * - `done`: the data have the new number already
 * - `unknown`: the data have no such figure any more
 * - `differs`: not as in the present data, which are not those the document was made of: who changed it cannot be told
 * - `unwritable`: the place in the data does not take it, such as a value shared by an alias
 */
export type Verdict =
  | 'proposed'
  | 'conflict'
  | 'lost'
  | 'computed'
  | 'unreadable'
  | 'rounded'
  | 'stale'
  | 'done'
  | 'unknown'
  | 'differs'
  | 'unwritable';

/** Verdicts that say how a figure was edited, which cannot be told without the document it was edited in. */
const edits: readonly Verdict[] = ['proposed', 'conflict', 'unreadable', 'rounded', 'stale'];

/** The same figures, as far as they can be judged when all they were compared with is the present report. */
export function withoutBaseline(figures: readonly FigureChange[]): FigureChange[] {
  return figures.map((figure) =>
    edits.includes(figure.verdict) ? { ...figure, verdict: 'differs' } : figure,
  );
}

/** A figure that was touched, with all the places it stands in, touched or not. */
export interface FigureChange {
  readonly key: string;
  readonly verdict: Verdict;
  readonly occurrences: readonly Occurrence[];
  /** The present figure; absent when `unknown`. */
  readonly figure?: Figure;
  /** The new number, where there is only one. */
  readonly typed?: TypedValue;
}

/** Whether an occurrence was touched at all, white space and grouping apart. */
export function isTouched({ before, after }: Occurrence): boolean {
  return after === undefined || comparable(after) !== comparable(before);
}

/**
 * Judge every figure that was touched, in the order of the document. `figures` are the present ones by key; `accepted` are
 * keys whose new number counts although the old one stands elsewhere.
 */
export function judgeFigures(
  occurrences: readonly Occurrence[],
  figures: Readonly<Record<string, Figure>>,
  units: Units,
  accepted: readonly string[] = [],
): FigureChange[] {
  const byKey = new Map<string, Occurrence[]>();
  for (const one of occurrences) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  return [...byKey]
    .filter(([, all]) => all.some(isTouched))
    .map(([key, all]) => {
      const figure = figures[key];
      if (!figure) return { key, verdict: 'unknown', occurrences: all };
      const judged = judge(all, figure, units);
      const isAccepted = judged.verdict === 'conflict' && judged.typed && accepted.includes(key);
      return { key, occurrences: all, figure, ...judged, ...(isAccepted && { verdict: 'proposed' }) };
    });
}

function judge(
  all: readonly Occurrence[],
  figure: Figure,
  units: Units,
): { verdict: Verdict; typed?: TypedValue } {
  const changed = all.filter((one) => one.after !== undefined && isTouched(one));
  const isLost = all.some(({ after }) => after === undefined);
  if (changed.length === 0) return { verdict: 'lost' };
  const isOfNow = (one: Occurrence): boolean => waysOf(one, figure, units).length > 0;
  if (!changed.every(isOfNow)) {
    const isThere = all.every(
      (one) => one.after === undefined || agrees({ ...one, before: one.after }, figure, units),
    );
    return { verdict: isThere && !isLost ? 'done' : 'stale' };
  }
  if (figure.provenance.formula !== undefined) return { verdict: 'computed' };
  const typed = changed.map((one) => typedIn(one, figure, units));
  const [first] = typed;
  const missing = changed.find((_, index) => typed[index] === undefined);
  if (missing || !first) {
    const ways = missing ? waysOf(missing, figure, units) : [];
    return { verdict: ways.length > 0 && ways.every((way) => way === 'scaled') ? 'rounded' : 'unreadable' };
  }
  const next = { ...figure, ...first };
  if (!typed.every((one) => one && isEqual(one, first))) return { verdict: 'conflict' };
  const isWhole = all.every((one) => one.by === 'chart' || becomes(one, figure, next, units));
  return { verdict: isWhole && !isLost ? 'proposed' : 'conflict', typed: first };
}

/** The ways of printing that give what stood there before; for a chart, whether it drew this number. */
function waysOf(one: Occurrence, figure: Figure, units: Units): string[] {
  if (one.by === 'chart') return numberIn(one.before) === Number(figure.value) ? ['chart'] : [];
  return formsLike(one.before, figure, units);
}

function agrees(one: Occurrence, figure: Figure, units: Units): boolean {
  return waysOf(one, figure, units).length > 0;
}

function typedIn(one: Occurrence, figure: Figure, units: Units): TypedValue | undefined {
  const after = one.after ?? '';
  if (one.by !== 'chart') return readFigure(after, figure, formsLike(one.before, figure, units), units);
  return readFigure(after, figure, ['whole'], units);
}

/** Whether the figure, once it is what was typed, would be printed in this place as it now stands there. */
function becomes(one: Occurrence, figure: Figure, next: Figure, units: Units): boolean {
  const now = comparable(one.after ?? '');
  const ways = new Set([
    ...formsLike(one.before, figure, units),
    ...(isTouched(one) ? (['whole'] as const) : []),
  ]);
  return [...ways].some((way) => printed(next, way, units) === now);
}

function isEqual(one: TypedValue, other: TypedValue): boolean {
  return one.value === other.value && one.unit === other.unit && one.to === other.to;
}

function numberIn(text: string): number {
  return Number.parseFloat(comparable(text).replace('−', '-'));
}
