import { Exact } from '../../derive/decimal.ts';
import { findFigure, type Facts } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import { add, divide, intervalOf, multiply, overlaps, point, subtract, type Interval } from '../interval.ts';
import { compare, result } from '../compare.ts';
import { baseIndicator, companions, held, yearBefore } from '../figures.ts';
import type { CheckResult, Rule } from '../check.ts';
import { inBase, sameDimension } from './units.ts';

/** A stated growth (`….yoy`) is the level on the year before, where both are known. */
export const growth: Rule = (facts) =>
  eachGrowth(facts, (figure, level, before) => {
    if (!before || !sameDimension(facts, [level, before])) return [];
    const quotient = divide(intervalOf(level, facts.units), intervalOf(before, facts.units));
    const divisor = inBase(facts, before);
    if (!quotient || divisor.isZero()) return [result('growth', figure, 'not-checkable')];
    const interval = multiply(add([quotient, point(-1)]), 100);
    const naive = inBase(facts, level).dividedBy(divisor).minus(1).times(100);
    return [compare('growth', figure, { interval, naive }, [level, before], facts)];
  });

/**
 * A stated growth whose last year is not in the data: some base must give it, a whole number of them for what is counted.
 * The base is an inference and never printed.
 */
export const base: Rule = (facts) =>
  eachGrowth(facts, (figure, level, before) => {
    if (before) return [];
    const rate = intervalOf(figure, facts.units);
    if (rate.hi.lte(-100)) return [result('base', figure, 'fails', [level])];
    const factor = add([multiply(rate, 0.01), point(1)]);
    const bases = divide(intervalOf(level, facts.units), factor);
    if (!bases?.hi.isFinite()) return [result('base', figure, 'not-checkable', [level])];
    const isWhole = isCounted(level, facts);
    const exists = !isWhole || bases.lo.ceil().lte(bases.hi.floor());
    return [result('base', figure, exists ? 'holds' : 'fails', [level])];
  });

/** A stated change (`….change`) is the level less that of the year before; without one, it cannot exceed the level. */
export const change: Rule = (facts) =>
  [...held(facts)].flatMap(([figure]) => {
    const id = baseIndicator(facts, figure.indicator, '.change');
    if (id === undefined) return [];
    const [level] = companions(facts, figure, [id]) ?? [];
    if (!level) return [result('change', figure, 'not-checkable')];
    const before = yearBefore(facts, level);
    const now = intervalOf(level, facts.units);
    if (before) {
      const interval = subtract(now, intervalOf(before, facts.units));
      const naive = inBase(facts, level).minus(inBase(facts, before));
      return [compare('change', figure, { interval, naive }, [level, before], facts)];
    }
    const stated = intervalOf(figure, facts.units);
    return [result('change', figure, stated.lo.gt(now.hi) ? 'fails' : 'holds', [level])];
  });

/** Yearly growth over a span (`….cagr`): the root is over the years between, one less than the years named. */
export const cagr: Rule = (facts, { rules }) =>
  [...held(facts)].flatMap(([figure]) => {
    const written = rules.find((rule) => 'cagr' in rule && rule.cagr === figure.indicator);
    const id = written && 'cagr' in written ? written.of : baseIndicator(facts, figure.indicator, '.cagr');
    const [, from, to] = /^(\d{4})-(\d{4})$/.exec(figure.period) ?? [];
    if (id === undefined) return [];
    const first = from === undefined ? undefined : findFigure(facts, id, from, figure.region);
    const last = to === undefined ? undefined : findFigure(facts, id, to, figure.region);
    const years = Number(to) - Number(from);
    if (!first || !last || !sameDimension(facts, [first, last]))
      return [result('cagr', figure, 'not-checkable')];
    const quotient = divide(intervalOf(last, facts.units), intervalOf(first, facts.units));
    if (!quotient || quotient.lo.lte(0)) return [result('cagr', figure, 'not-checkable', [first, last])];
    const rate = (value: Exact, span: number): Exact =>
      value.pow(new Exact(1).dividedBy(span)).minus(1).times(100);
    const over = (span: number): Interval => ({ lo: rate(quotient.lo, span), hi: rate(quotient.hi, span) });
    const naive = rate(inBase(facts, last).dividedBy(inBase(facts, first)), years);
    const found = compare('cagr', figure, { interval: over(years), naive }, [last, first], facts);
    const stated = intervalOf(figure, facts.units);
    const wrong = [years + 1, years - 1].find((span) => span > 0 && overlaps(stated, over(span)));
    if (found.verdict !== 'fails' || wrong === undefined) return [found];
    return [{ ...found, cause: { kind: 'years', years: wrong } }];
  });

/**
 * A stated growth on a level, or a base, that is itself soft: qualified although the growth has decimals, or still to be
 * confirmed.
 */
export const softBase: Rule = (facts) =>
  eachGrowth(facts, (figure, level, before) => {
    const levels = before ? [level, before] : [level];
    const isPrecise = figure.value.includes('.');
    const isSoft = levels.some(
      ({ qualifier, status }) => (qualifier !== undefined && isPrecise) || status !== 'final',
    );
    return [result('soft-base', figure, isSoft ? 'fails' : 'holds', levels)];
  });

type Test = (figure: Figure, level: Figure, before: Figure | undefined) => CheckResult[];

/** Every stated growth with the level it is about and that of the year before. */
function eachGrowth(facts: Facts, test: Test): CheckResult[] {
  return [...held(facts)].flatMap(([figure]) => {
    const id = baseIndicator(facts, figure.indicator, '.yoy');
    if (id === undefined) return [];
    const [level] = companions(facts, figure, [id]) ?? [];
    if (!level) return [];
    return test(figure, level, yearBefore(facts, level));
  });
}

function isCounted(figure: Figure, facts: Facts): boolean {
  const { lo, hi } = intervalOf(figure, facts.units);
  return lo.equals(hi) && lo.isInteger();
}
