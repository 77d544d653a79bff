import { Exact } from '../../derive/decimal.ts';
import { isYear, type Facts } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import { add, intervalOf, subtract } from '../interval.ts';
import { compare, result, textOf } from '../compare.ts';
import { companions, held, heldOf, isHeld, yearBefore } from '../figures.ts';
import type { Rule } from '../check.ts';
import { matches } from './pattern.ts';
import { inBase, sameDimension } from './units.ts';

/** A stock is last year's and what came in, less what went out, by the `stock` rules. */
export const stock: Rule = (facts, { rules }) =>
  rules.flatMap((rule) => {
    if (!('stock' in rule)) return [];
    return heldOf(facts, rule.stock).flatMap((figure) => {
      const before = yearBefore(facts, figure);
      const plus = companions(facts, figure, rule.plus);
      const minus = companions(facts, figure, rule.minus);
      if (!before || !plus || !minus || !sameDimension(facts, [figure, before, ...plus, ...minus]))
        return [result('stock', figure, 'not-checkable')];
      const of = (figures: readonly Figure[]) => add(figures.map((one) => intervalOf(one, facts.units)));
      const interval = subtract(of([before, ...plus]), of(minus));
      const total = (figures: readonly Figure[]): Exact =>
        figures.reduce((sum, one) => sum.plus(inBase(facts, one)), new Exact(0));
      const naive = total([before, ...plus]).minus(total(minus));
      return [compare('stock', figure, { interval, naive }, [before, ...plus, ...minus], facts)];
    });
  });

/** What only adds up does not fall: against the latest earlier year that is known. */
export const rising: Rule = (facts, { rules }) => {
  const patterns = rules.flatMap((rule) => ('rising' in rule ? rule.rising : []));
  return [...held(facts)].flatMap(([figure]) => {
    if (!isYear(figure.period) || !patterns.some((pattern) => matches(pattern, figure.indicator))) return [];
    const before = latestBefore(facts, figure);
    if (!before || !sameDimension(facts, [figure, before])) return [];
    const fell = intervalOf(figure, facts.units).hi.lt(intervalOf(before, facts.units).lo);
    return [result('rising', figure, fell ? 'fails' : 'holds', [before], { computed: textOf(before) })];
  });
};

/** Times a figure may change from one year to the next before it is worth a second look. */
const largestJump = 8;

/** A figure more than eight times, or less than an eighth, of last year's: often 万 for 亿. */
export const jump: Rule = (facts) =>
  [...held(facts)].flatMap(([figure, { kind }]) => {
    const before = yearBefore(facts, figure);
    if (!before || kind === 'rank' || kind === 'ratio' || !sameDimension(facts, [figure, before])) return [];
    const [now, then] = [intervalOf(figure, facts.units), intervalOf(before, facts.units)];
    const isFar = now.lo.gt(then.hi.times(largestJump)) || now.hi.times(largestJump).lt(then.lo);
    return [result('jump', figure, isFar ? 'fails' : 'holds', [before], { computed: textOf(before) })];
  });

/** Fewer digits than this are often equal by chance. */
const tellingDigits = 3;

/** A figure equal to last year's to the last digit: often one that was not replaced. */
export const unchanged: Rule = (facts) =>
  [...held(facts)].flatMap(([figure, { kind }]) => {
    const before = yearBefore(facts, figure);
    if (!before || kind === 'rank' || significant(figure.value).length < tellingDigits) return [];
    const same =
      sameDimension(facts, [figure, before]) && inBase(facts, figure).equals(inBase(facts, before));
    return [result('unchanged', figure, same ? 'fails' : 'holds', [before], { computed: textOf(before) })];
  });

/** Digits without sign, point, and zeros at either end. */
export function significant(value: string): string {
  return value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
}

function latestBefore({ figures }: Facts, figure: Figure): Figure | undefined {
  let latest: Figure | undefined;
  for (const other of figures.values()) {
    if (other.indicator !== figure.indicator || other.region !== figure.region || !isHeld(other)) continue;
    if (!isYear(other.period) || Number(other.period) >= Number(figure.period)) continue;
    if (!latest || Number(other.period) > Number(latest.period)) latest = other;
  }
  return latest;
}
