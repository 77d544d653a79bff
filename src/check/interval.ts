import { Exact } from '../derive/decimal.ts';
import type { Figure } from '../derive/figure.ts';
import type { Units } from '../validate/schema/units.ts';

/**
 * The true values that may stand behind a printed number, ends included, in the base unit of its dimension (元, 件, not
 * 亿元, 万件). Ends are included on purpose: a tie must never make a true figure wrong.
 */
export interface Interval {
  readonly lo: Exact;
  readonly hi: Exact;
}

/** How far the true value may be from a qualified one, as factors of it: 近 and 不足 lie below, 余 and 超 above. */
const qualifierFactors: Readonly<Record<string, readonly [low: number, high: number]>> = {
  近: [0.8, 1],
  不足: [0.5, 1],
  以下: [0, 1],
  约: [0.9, 1.1],
  左右: [0.9, 1.1],
  余: [1, 2],
  多: [1, 2],
  超: [1, Infinity],
  超过: [1, Infinity],
  突破: [1, Infinity],
  逾: [1, Infinity],
  以上: [1, Infinity],
};

/**
 * The interval of a figure: counts in whole single units are exact; anything scaled (万, 亿), with decimals, measured or
 * a ratio may be off by half of its last place (GB/T 8170-2008); a qualifier widens it to its side; a range is itself.
 */
export function intervalOf(figure: Figure, units: Units): Interval {
  const unit = units[figure.unit];
  const scale = new Exact(unit?.scale ?? 1);
  const value = new Exact(figure.value);
  const half = halfPlace(figure, units);
  let lo = value.minus(half);
  let hi = new Exact(figure.to ?? figure.value).plus(half);
  const factors = figure.qualifier === undefined ? undefined : qualifierFactors[figure.qualifier];
  if (factors) {
    // 余 and 超 leave the number itself as the least, 近 and 不足 as the most there can be.
    lo = factors[0] === 1 ? value : Exact.min(lo, value.times(factors[0]));
    if (factors[1] === Infinity) hi = new Exact(Infinity);
    else hi = factors[1] === 1 ? value : Exact.max(hi, value.times(factors[1]));
  }
  return { lo: lo.times(scale), hi: hi.times(scale) };
}

/** Half of a figure's last place in its own unit; zero for what is counted exactly. */
export function halfPlace(figure: Figure, units: Units): Exact {
  const unit = units[figure.unit];
  const decimals = figure.value.split('.')[1]?.length ?? 0;
  const isRatio = figure.kind === 'ratio' || figure.kind === 'average';
  const isCounted = decimals === 0 && (unit?.scale ?? 1) === 1 && !isRatio && unit?.measured !== true;
  return isCounted ? new Exact(0) : new Exact(10).pow(-decimals).dividedBy(2);
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.lo.lte(b.hi) && b.lo.lte(a.hi);
}

export function add(intervals: readonly Interval[]): Interval {
  return intervals.reduce((sum, { lo, hi }) => ({ lo: sum.lo.plus(lo), hi: sum.hi.plus(hi) }), point(0));
}

export function subtract(a: Interval, b: Interval): Interval {
  return { lo: a.lo.minus(b.hi), hi: a.hi.minus(b.lo) };
}

export function multiply(a: Interval, factor: number | Exact): Interval {
  return { lo: a.lo.times(factor), hi: a.hi.times(factor) };
}

/** Quotient of two intervals; undefined where the divisor may be zero or negative. */
export function divide(a: Interval, b: Interval): Interval | undefined {
  if (b.lo.lte(0)) return undefined;
  const quotient = (x: Exact, y: Exact): Exact => (y.isFinite() ? x.dividedBy(y) : new Exact(0));
  const ends = [quotient(a.lo, b.lo), quotient(a.lo, b.hi), quotient(a.hi, b.lo), quotient(a.hi, b.hi)];
  return { lo: Exact.min(...ends), hi: Exact.max(...ends) };
}

export function point(value: number | string | Exact): Interval {
  return { lo: new Exact(value), hi: new Exact(value) };
}
