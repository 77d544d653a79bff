import type { ComputeProblem } from '../diagnostics/catalogue.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { change, isFigure } from '../derive/compute.ts';
import { convert } from '../derive/convert.ts';
import { Exact } from '../derive/decimal.ts';
import { findFigure, findFigureOfReport, isYear } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import { nearest } from '../validate/nearest.ts';
import { claimIn, type Evidence } from './claim-words.ts';
import { recordSource, type ComposeContext } from './context.ts';
import { figureOf } from './evaluate.ts';

/** Words that claim something, and what they are said to rest on. */
export interface Claim {
  readonly words: string;
  readonly id: string | undefined;
  /** The earlier period of a comparison; the year before where none is named. */
  readonly period: string | undefined;
  readonly source: string | undefined;
  readonly place: Place;
}

/** Examples of words, for whoever wrote others. */
const examples = ['持平', '翻一番', '新高', '首位', '率先', '首次'];

/**
 * Whether a claim may be printed: the data show it, or a source of the report is named for what data cannot show.
 * Reports LITERAL_NUMBER, VALUE_INVALID, CLAIM_UNBOUND, CLAIM_FALSE, SOURCE_UNKNOWN, FIGURE_NOT_COMPUTABLE and what `figureOf` reports.
 */
export function isBorneOut(context: ComposeContext, { words, id, period, source, place }: Claim): boolean {
  const { diagnostics, inputs } = context;
  const [digits] = /\p{Nd}+/u.exec(words) ?? [];
  if (digits !== undefined) {
    diagnostics.report('LITERAL_NUMBER', { found: digits }, place);
    return false;
  }
  const claim = claimIn(words);
  if (!claim) {
    diagnostics.report('VALUE_INVALID', { found: words, allowed: examples }, place);
    return false;
  }
  if (source !== undefined && claim.attested) {
    const { sources } = inputs.report.content;
    if (!sources.includes(source)) {
      diagnostics.report('SOURCE_UNKNOWN', { name: source, candidates: nearest(source, sources) }, place);
      return false;
    }
    recordSource(context, source);
    if (id === undefined) return true;
  }
  if (id === undefined || claim.evidence === undefined) {
    diagnostics.report('CLAIM_UNBOUND', { words }, place);
    return false;
  }
  const figure = figureOf(context, id, place);
  if (!figure) return false;
  const verdict = weigh(context, claim.evidence, figure, period);
  if (verdict === true) return true;
  if (verdict.problem !== undefined)
    diagnostics.report('FIGURE_NOT_COMPUTABLE', { name: figure.name, reason: verdict.problem }, place);
  else diagnostics.report('CLAIM_FALSE', { words, name: figure.name, shown: verdict.shown }, place);
  return false;
}

/** True, or what the data show instead, or why they cannot tell. */
type Verdict =
  true | { readonly problem: ComputeProblem } | { readonly problem?: undefined; readonly shown: string };

function weigh(
  { facts }: ComposeContext,
  evidence: Evidence,
  figure: Figure,
  period: string | undefined,
): Verdict {
  const { kind } = evidence;
  if (kind === 'first') return figure.kind === 'rank' && figure.value === '1' ? true : shown(figure);
  if (kind === 'highest' || kind === 'lowest') return weighSeries(facts, kind, figure);
  const stated = period === undefined ? findFigureOfReport(facts, `${figure.indicator}.yoy`) : undefined;
  if (stated && (kind === 'rise' || kind === 'fall'))
    return signOf(stated.value) === (kind === 'rise' ? 1 : -1) ? true : shown(stated);
  const base = findFigure(
    facts,
    figure.indicator,
    period ?? String(Number(figure.period) - 1),
    figure.region,
  );
  const difference = change(figure, base, facts.units);
  if (!isFigure(difference)) return { problem: difference };
  if (!base) return { problem: 'no-base' };
  const now = convert(figure.value, figure.unit, base.unit, facts.units) ?? new Exact(figure.value);
  const then = new Exact(base.value);
  const moved = now.minus(then);
  const holds = {
    level: () => moved.isZero(),
    near: () => !moved.isZero() && moved.abs().lessThanOrEqualTo(then.abs().times(partOf(evidence))),
    times: () =>
      then.isPositive() && !then.isZero() && now.greaterThanOrEqualTo(then.times(timesOf(evidence))),
    rise: () => moved.greaterThan(0),
    fall: () => moved.lessThan(0),
  }[kind]();
  return holds || shown(base, figure);
}

function weighSeries(facts: ComposeContext['facts'], kind: 'highest' | 'lowest', figure: Figure): Verdict {
  const { indicator, region, period } = figure;
  const earlier = [...facts.figures.values()].filter(
    (known) =>
      known.indicator === indicator &&
      known.region === region &&
      isYear(known.period) &&
      known.period < period &&
      known.status !== 'target',
  );
  if (earlier.length < 2) return { problem: 'no-base' };
  for (const before of earlier) {
    const difference = change(figure, before, facts.units);
    if (!isFigure(difference)) return { problem: difference };
    if (signOf(difference.value) !== (kind === 'highest' ? 1 : -1)) return shown(before, figure);
  }
  return true;
}

function signOf(value: string): number {
  return new Exact(value).comparedTo(0);
}

function partOf(evidence: Evidence): string {
  return evidence.kind === 'near' ? evidence.part : '0';
}

function timesOf(evidence: Evidence): number {
  return evidence.kind === 'times' ? evidence.atLeast : 1;
}

function shown(...figures: readonly Figure[]): Verdict {
  return { shown: figures.map(({ period, value, unit }) => `${period}：${value}${unit}`).join('，') };
}
