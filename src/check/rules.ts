import { convert } from '../derive/convert.ts';
import { Exact, toDigits } from '../derive/decimal.ts';
import { ratioOf } from '../derive/compute.ts';
import { findFigure, type Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import type { Indicator } from '../validate/schema/catalogue.ts';
import type { CheckResult, Rule, RuleId, Verdict } from './check.ts';

/** Figures a source states, of every period, since a report prints earlier years' too; with their catalogue entries. */
function* stated(facts: Facts): Generator<[Figure, Indicator]> {
  for (const figure of facts.figures.values()) {
    const indicator = facts.catalogue[figure.indicator];
    if (indicator && figure.provenance.formula === undefined) yield [figure, indicator];
  }
}

/** Stated figures that say what is, not what is aimed at. */
function* measured(facts: Facts): Generator<[Figure, Indicator]> {
  for (const entry of stated(facts)) if (entry[0].status !== 'target') yield entry;
}

function result(
  rule: RuleId,
  figure: Figure,
  verdict: Verdict,
  against: readonly Figure[],
  computed?: string,
): CheckResult {
  return {
    rule,
    verdict,
    figure: figure.key,
    name: figure.name,
    stated: textOf(figure.value, figure.unit, figure.qualifier),
    against: against.map((other) => other.key),
    place: figure.place,
    ...(computed !== undefined && { computed: `${computed}${figure.unit}` }),
  };
}

/** A value as messages show it, its qualifier behind: 1.6亿元（约）. */
function textOf(value: string, unit: string, qualifier: string | undefined): string {
  return `${value}${unit}${qualifier === undefined ? '' : `（${qualifier}）`}`;
}

function isExact(figure: Figure): boolean {
  return figure.qualifier === undefined && figure.to === undefined && figure.status === 'final';
}

/** The figures of some indicators in the same period, or undefined unless all are there and exact. */
function companions(facts: Facts, figure: Figure, ids: readonly string[]): Figure[] | undefined {
  const found = ids.flatMap((id) => findFigure(facts, id, figure.period, figure.region) ?? []);
  return found.length === ids.length && [figure, ...found].every(isExact) ? found : undefined;
}

/** Total = sum of its parts, exactly. */
const sum: Rule = (facts) =>
  [...measured(facts)].flatMap(([figure, { sum_of: ids }]) => {
    if (!ids) return [];
    const parts = companions(facts, figure, ids);
    if (!parts) return [result('sum', figure, 'not-checkable', [])];
    const values = parts.flatMap((part) => convert(part.value, part.unit, figure.unit, facts.units) ?? []);
    if (values.length < parts.length) return [result('sum', figure, 'not-checkable', parts)];
    const total = values.reduce((so_far, value) => so_far.plus(value), new Exact(0));
    return [result('sum', figure, total.equals(figure.value) ? 'holds' : 'fails', parts, total.toFixed())];
  });

/** A stated ratio equals its numerator by its denominator, rounded half up to the places it is stated with. */
const ratio: Rule = (facts) =>
  [...measured(facts)].flatMap(([figure, { ratio_of: ids }]) => {
    if (!ids) return [];
    const parts = companions(facts, figure, ids);
    const [top, bottom] = parts ?? [];
    if (!parts || !top || !bottom || new Exact(bottom.value).isZero())
      return [result('ratio', figure, 'not-checkable', [])];
    const exact = ratioOf(top, bottom, figure.unit, facts);
    if (!exact) return [result('ratio', figure, 'not-checkable', parts)];
    const computed = toDigits(exact, figure.value.split('.')[1]?.length ?? 0);
    return [result('ratio', figure, computed === figure.value ? 'holds' : 'fails', parts, computed)];
  });

/** A part is not larger than what it is part of. */
const atMost: Rule = (facts) =>
  [...measured(facts)].flatMap(([figure, { at_most: id }]) => {
    if (id === undefined) return [];
    const [whole] = companions(facts, figure, [id]) ?? [];
    const value = whole && convert(figure.value, figure.unit, whole.unit, facts.units);
    if (!whole || !value) return [result('at-most', figure, 'not-checkable', [])];
    const found = result('at-most', figure, value.lte(whole.value) ? 'holds' : 'fails', [whole]);
    return [{ ...found, computed: textOf(whole.value, whole.unit, whole.qualifier) }];
  });

/** A figure is what the ledger of its source has, qualifier included: 约1.6亿元 is not 1.6亿元. */
const ledger: Rule = (facts, { ledgerEntry }) =>
  [...stated(facts)].map(([figure]) => {
    const entry = ledgerEntry(figure.key);
    if (!entry) return result('ledger', figure, 'not-checkable', []);
    const { value, to, unit, qualifier } = entry;
    const converted = convert(value, unit, figure.unit, facts.units);
    const upTo = to === undefined ? undefined : convert(to, unit, figure.unit, facts.units);
    const sameRange = upTo === undefined ? figure.to === undefined : upTo.equals(figure.to ?? NaN);
    const same = converted?.equals(figure.value) === true && sameRange && qualifier === figure.qualifier;
    return {
      ...result('ledger', figure, same ? 'holds' : 'fails', []),
      computed: textOf(to === undefined ? value : `${value}～${to}`, unit, qualifier),
    };
  });

/** All rules, in the order their results are listed. */
export const rules: Readonly<Record<RuleId, Rule>> = { sum, ratio, 'at-most': atMost, ledger };
