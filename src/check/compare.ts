import { Exact } from '../derive/decimal.ts';
import type { Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import { likelyCause } from './cause.ts';
import type { CheckResult, RuleId, Verdict } from './check.ts';
import { halfPlace, intervalOf, overlaps, type Interval } from './interval.ts';

/** A result without a number of its own. */
export function result(
  rule: RuleId,
  figure: Figure,
  verdict: Verdict,
  against: readonly Figure[] = [],
  more: Partial<CheckResult> = {},
): CheckResult {
  return {
    rule,
    verdict,
    figure: figure.key,
    name: figure.name,
    stated: textOf(figure),
    against: against.map(({ key }) => key),
    place: figure.place,
    ...more,
  };
}

/** A value as messages show it, its qualifier behind: 1.6亿元（约）. */
export function textOf({
  value,
  to,
  unit,
  qualifier,
}: Pick<Figure, 'value' | 'to' | 'unit' | 'qualifier'>): string {
  const range = to === undefined ? value : `${value}～${to}`;
  return `${range}${unit}${qualifier === undefined ? '' : `（${qualifier}）`}`;
}

/** What a rule gives for a figure: all it may be, and what the printed numbers give, both in base units. */
export interface Computation {
  readonly interval: Interval;
  readonly naive: Exact;
}

/**
 * Set a stated figure against what a rule gives. It fails only if no true values that round to the printed ones could
 * give it; then the result names what would do and the likely cause.
 */
export function compare(
  rule: RuleId,
  figure: Figure,
  { interval, naive }: Computation,
  against: readonly Figure[],
  facts: Facts,
): CheckResult {
  const { units } = facts;
  const scale = units[figure.unit]?.scale ?? 1;
  const inUnit = { lo: interval.lo.dividedBy(scale), hi: interval.hi.dividedBy(scale) };
  const decimals = figure.value.split('.')[1]?.length ?? 0;
  const computed = naive.dividedBy(scale);
  const shown = { computed: `${computed.toFixed(decimals)}${figure.unit}` };
  const accepts = (digits: string): boolean =>
    overlaps(intervalOf({ ...figure, value: digits }, units), interval);
  if (overlaps(intervalOf(figure, units), interval)) return result(rule, figure, 'holds', against, shown);
  const cause = likelyCause(figure, computed, accepts, facts);
  const expected = expectedValues(inUnit, figure, facts);
  return result(rule, figure, 'fails', against, {
    ...shown,
    ...(expected !== undefined && { expected: expected + figure.unit }),
    ...(cause && { cause }),
  });
}

/** The values of the stated precision that would hold: one, or the ends of a range; undefined where it has no end. */
function expectedValues({ lo, hi }: Interval, figure: Figure, { units }: Facts): string | undefined {
  if (!lo.isFinite() || !hi.isFinite()) return undefined;
  const decimals = figure.value.split('.')[1]?.length ?? 0;
  const place = new Exact(10).pow(-decimals);
  const half = halfPlace(figure, units);
  const first = lo.minus(half).dividedBy(place).ceil().times(place);
  const last = hi.plus(half).dividedBy(place).floor().times(place);
  if (first.gt(last)) return undefined;
  return first.equals(last)
    ? first.toFixed(decimals)
    : `${first.toFixed(decimals)}～${last.toFixed(decimals)}`;
}
