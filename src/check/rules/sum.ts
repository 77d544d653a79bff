import { Exact } from '../../derive/decimal.ts';
import { add, intervalOf } from '../interval.ts';
import { compare, result } from '../compare.ts';
import { companions, held } from '../figures.ts';
import type { Rule } from '../check.ts';
import { inBase, sameDimension } from './units.ts';

/** Total = sum of its parts, from the catalogue's `sum_of` and the `sum` rules. */
export const sum: Rule = (facts, { rules }) =>
  [...held(facts)].flatMap(([figure, { sum_of: ids }]) => {
    const all = [
      ids,
      ...rules.flatMap((rule) => ('sum' in rule && rule.sum === figure.indicator ? [rule.of] : [])),
    ];
    return all.flatMap((of) => {
      if (!of) return [];
      const parts = companions(facts, figure, of);
      if (!parts || !sameDimension(facts, [figure, ...parts]))
        return [result('sum', figure, 'not-checkable')];
      const interval = add(parts.map((part) => intervalOf(part, facts.units)));
      const naive = parts.reduce((total, part) => total.plus(inBase(facts, part)), new Exact(0));
      return [compare('sum', figure, { interval, naive }, parts, facts)];
    });
  });
