import type { Facts } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import { intervalOf } from '../interval.ts';
import { compare, result, textOf } from '../compare.ts';
import { companions, held, heldOf } from '../figures.ts';
import type { CheckResult, Rule } from '../check.ts';
import { inBase, sameDimension } from './units.ts';

/** A part is not larger than what it is part of: the catalogue's `at_most`, and each step of an `order` rule. */
export const atMost: Rule = (facts, { rules }) => {
  const steps = rules.flatMap((rule) =>
    'order' in rule
      ? rule.order.slice(1).map((larger, index) => ({ smaller: rule.order[index] ?? '', larger }))
      : [],
  );
  return [...held(facts)].flatMap(([figure, { at_most: id }]) => {
    const limits = [
      ...(id === undefined ? [] : [id]),
      ...steps.flatMap(({ smaller, larger }) => (smaller === figure.indicator ? [larger] : [])),
    ];
    return limits.map((limit) => testAtMost(facts, figure, companions(facts, figure, [limit])?.[0]));
  });
};

function testAtMost(facts: Facts, figure: Figure, whole: Figure | undefined): CheckResult {
  if (!whole || !sameDimension(facts, [figure, whole])) return result('at-most', figure, 'not-checkable');
  const exceeds = intervalOf(figure, facts.units).lo.gt(intervalOf(whole, facts.units).hi);
  return result('at-most', figure, exceeds ? 'fails' : 'holds', [whole], { computed: textOf(whole) });
}

/** Indicators that must be equal wherever they stand, by the `equal` rules. */
export const equal: Rule = (facts, { rules }) =>
  rules.flatMap((rule) => {
    if (!('equal' in rule)) return [];
    const [first = '', ...others] = rule.equal;
    return heldOf(facts, first).flatMap((figure) =>
      others.flatMap((id) => {
        const [other] = companions(facts, figure, [id]) ?? [];
        if (!other || !sameDimension(facts, [figure, other]))
          return [result('equal', figure, 'not-checkable')];
        const computation = { interval: intervalOf(other, facts.units), naive: inBase(facts, other) };
        return [compare('equal', figure, computation, [other], facts)];
      }),
    );
  });
