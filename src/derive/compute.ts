import type { ComputeProblem } from '../diagnostics/catalogue.ts';
import type { Units } from '../validate/schema/units.ts';
import { convert } from './convert.ts';
import { Exact, toDigits } from './decimal.ts';
import { figureKey, findFigure, isYear, type Facts, type TargetFact } from './facts.ts';
import type { Figure } from './figure.ts';

/** A computed figure, or why there is none. */
export type Computed = Figure | ComputeProblem;

/** Places of a computed percentage: growth and shares as official statistics print them, progress one less. */
const growthDecimals = 2;
const shareDecimals = 2;
const progressDecimals = 1;

export function isFigure(computed: Computed): computed is Figure {
  return typeof computed !== 'string';
}

/** Growth on an earlier period in per cent, rounded half up to two places. Refuses qualified and unfinished figures. */
export function growth(figure: Figure, base: Figure | undefined, units: Units): Computed {
  if (base && !areYears(figure, base)) return 'span';
  return combine(figure, base, units, (now, then) => {
    if (then.isZero()) return 'zero';
    if (then.isNegative()) return 'negative';
    return {
      value: toDigits(now.dividedBy(then).minus(1).times(100), growthDecimals),
      unit: '%',
      suffix: `growth@${base?.period ?? ''}`,
      formula: (a, b) => `${a} ÷ ${b} − 1`,
    };
  });
}

/** Yearly growth from an earlier year in per cent, one place; the root is over the years between the two. */
export function yearlyGrowth(figure: Figure, base: Figure | undefined, units: Units): Computed {
  if (base && !areYears(figure, base)) return 'span';
  const years = Number(figure.period) - Number(base?.period);
  return combine(figure, base, units, (now, then) => {
    if (then.isZero() || years < 1) return 'zero';
    if (then.isNegative() || now.isNegative()) return 'negative';
    const rate = now.dividedBy(then).pow(new Exact(1).dividedBy(years)).minus(1).times(100);
    return {
      value: toDigits(rate, progressDecimals),
      unit: '%',
      suffix: `cagr@${base?.period ?? ''}`,
      formula: (a, b) => `（${a} ÷ ${b}）^(1/${String(years)}) − 1`,
    };
  });
}

/** Absolute change on an earlier period, in that period's unit and as many places as the finer of the two. */
export function change(figure: Figure, base: Figure | undefined, units: Units): Computed {
  if (base && !areYears(figure, base)) return 'span';
  return combine(figure, base, units, (now, then) => ({
    value: toDigits(now.minus(then), Math.max(now.decimalPlaces(), then.decimalPlaces())),
    unit: base?.unit === '%' ? '个百分点' : (base?.unit ?? figure.unit),
    suffix: `change@${base?.period ?? ''}`,
    formula: (a, b) => `${a} − ${b}`,
  }));
}

/** Part of a whole in per cent, two places. */
export function share(part: Figure, whole: Figure | undefined, units: Units): Computed {
  if (whole && whole.period !== part.period) return 'period';
  return combine(part, whole, units, (a, b) => {
    if (b.isZero()) return 'zero';
    return {
      value: toDigits(a.dividedBy(b).times(100), shareDecimals),
      unit: '%',
      suffix: `share_of:${whole?.indicator ?? ''}`,
      formula: (x, y) => `${x} ÷ ${y}`,
    };
  });
}

/** How much of the way from base to target is done, in per cent, one place: (present − base) ÷ (target − base). */
export function progress(figure: Figure, target: TargetFact | undefined, units: Units): Computed {
  if (!target) return 'no-target';
  const problem = targetProblem(figure, target);
  if (problem) return problem;
  const { base, target: goal } = target;
  const [now, then, there] = inUnitOf(goal, [figure, base, goal], units);
  if (!now || !then || !there) return 'unit';
  const way = there.minus(then);
  if (way.isZero()) return 'zero';
  return computed(figure, [figure, base, goal], {
    value: toDigits(now.minus(then).dividedBy(way).times(100), progressDecimals),
    unit: '%',
    suffix: 'progress',
    formula: `（${now.toFixed()} − ${then.toFixed()}）÷（${there.toFixed()} − ${then.toFixed()}）`,
  });
}

/** The present level as per cent of the target's, one place. Not the same question as `progress`. */
export function attainment(figure: Figure, target: TargetFact | undefined, units: Units): Computed {
  if (!target) return 'no-target';
  const problem = targetProblem(figure, target);
  if (problem) return problem;
  const goal = target.target;
  const [now, there] = inUnitOf(goal, [figure, goal], units);
  if (!now || !there) return 'unit';
  if (there.isZero()) return 'zero';
  return computed(figure, [figure, goal], {
    value: toDigits(now.dividedBy(there).times(100), progressDecimals),
    unit: '%',
    suffix: 'attainment',
    formula: `${now.toFixed()} ÷ ${there.toFixed()}`,
  });
}

function inUnitOf({ unit }: Figure, figures: readonly Figure[], units: Units): (Exact | undefined)[] {
  return figures.map((figure) => convert(figure.value, figure.unit, unit, units));
}

/** An indicator the catalogue defines as a sum or a ratio and no source states, for one period. */
export function byCatalogue(
  facts: Facts,
  indicator: string,
  { region, period }: { readonly region: string; readonly period: string },
  name: string,
): Figure | undefined {
  const definition = facts.catalogue[indicator];
  const ids = definition?.sum_of ?? definition?.ratio_of;
  if (!definition || !ids) return undefined;
  const parts: Figure[] = [];
  for (const id of ids) {
    const part = findFigure(facts, id, period, region);
    if (!part || problemOf(part)) return undefined;
    parts.push(part);
  }
  const [first, second] = parts;
  if (!first || !second) return undefined;
  const value = definition.sum_of
    ? sum(parts, definition.unit, facts.units)
    : ratioOf(first, second, definition.unit, facts);
  if (!value) return undefined;
  const operator = definition.sum_of ? ' + ' : ' ÷ ';
  return {
    ...first,
    key: figureKey(region, period, indicator),
    indicator,
    value: toDigits(value, definition.decimals),
    unit: definition.unit,
    kind: definition.kind,
    status: statusFrom(parts),
    name,
    provenance: {
      formula: parts.map((part) => part.value).join(operator),
      inputs: parts.map((part) => part.key),
    },
  };
}

/** Whether a unit is a pure number, for which numerator and denominator must be of one dimension. */
export function isPure(unit: string): boolean {
  return unit === '%' || unit === '倍';
}

function sum(parts: readonly Figure[], unit: string, units: Units): Exact | undefined {
  let total = new Exact(0);
  for (const part of parts) {
    const value = convert(part.value, part.unit, unit, units);
    if (!value) return undefined;
    total = total.plus(value);
  }
  return total;
}

/**
 * Numerator by denominator: brought to one unit for a percentage (times 100) and a multiple, each in its catalogue unit otherwise;
 * undefined where that cannot be done.
 */
export function ratioOf(
  top: Figure,
  bottom: Figure,
  unit: string,
  { catalogue, units }: Facts,
): Exact | undefined {
  const inCatalogue = ({ indicator, unit: own, value }: Figure): Exact | undefined =>
    convert(value, own, catalogue[indicator]?.unit ?? own, units);
  const [a, b] = isPure(unit)
    ? [convert(top.value, top.unit, bottom.unit, units), new Exact(bottom.value)]
    : [inCatalogue(top), inCatalogue(bottom)];
  return !b || b.isZero() ? undefined : a?.dividedBy(b).times(unit === '%' ? 100 : 1);
}

interface Result {
  readonly value: string;
  readonly unit: string;
  readonly suffix: string;
  readonly formula: string;
}

/** Apply a formula to two figures brought to one unit, refusing what must not be computed with. */
function combine(
  figure: Figure,
  other: Figure | undefined,
  units: Units,
  formula: (
    a: Exact,
    b: Exact,
  ) => ComputeProblem | (Omit<Result, 'formula'> & { formula: (a: string, b: string) => string }),
): Computed {
  if (!other) return 'no-base';
  const problem = problemOf(figure) ?? problemOf(other);
  if (problem) return problem;
  const converted = convert(figure.value, figure.unit, other.unit, units);
  if (!converted) return 'unit';
  const result = formula(converted, new Exact(other.value));
  if (typeof result === 'string') return result;
  return computed(figure, [figure, other], {
    ...result,
    formula: result.formula(converted.toFixed(), other.value),
  });
}

function computed(figure: Figure, inputs: readonly Figure[], result: Result): Figure {
  return {
    key: `${figure.key}#${result.suffix}`,
    indicator: figure.indicator,
    region: figure.region,
    period: figure.period,
    writtenIn: figure.writtenIn,
    value: result.value,
    unit: result.unit,
    kind: 'ratio',
    status: statusFrom(inputs),
    name: figure.name,
    provenance: { formula: result.formula, inputs: inputs.map((input) => input.key) },
    place: figure.place,
  };
}

/** What rests on figures still to be confirmed is to be confirmed itself, and marked so. */
function statusFrom(inputs: readonly Figure[]): Figure['status'] {
  return inputs.some(({ status }) => status !== 'final' && status !== 'target') ? 'provisional' : 'final';
}

/** A span of years or part of a year is not set against a year. */
function areYears(...figures: readonly Figure[]): boolean {
  return figures.every(({ period }) => isYear(period));
}

function problemOf(figure: Figure): ComputeProblem | undefined {
  if (figure.to !== undefined) return 'range';
  if (figure.qualifier !== undefined) return 'qualified';
  if (figure.status !== 'final' && figure.status !== 'provisional') return 'not-final';
  return undefined;
}

function targetProblem(figure: Figure, target: TargetFact): ComputeProblem | undefined {
  if (!target.comparable) return 'not-comparable';
  if (!areYears(figure)) return 'span';
  return problemOf(figure);
}
