import { findFigure } from '../../derive/facts.ts';
import { intervalOf } from '../interval.ts';
import { result, textOf } from '../compare.ts';
import { held } from '../figures.ts';
import type { Rule } from '../check.ts';
import { matches } from './pattern.ts';

/** A figure is within the bounds the `within` rules give, in its own unit; counts and stocks are never negative. */
export const within: Rule = (facts, { rules }) =>
  [...held(facts)].flatMap(([figure, { kind }]) => {
    const scale = facts.units[figure.unit]?.scale ?? 1;
    const { lo, hi } = intervalOf(figure, facts.units);
    const bounds = rules.flatMap((rule) =>
      'within' in rule && rule.of.some((pattern) => matches(pattern, figure.indicator)) ? [rule.within] : [],
    );
    const isChange = /\.(change|rank_change)$/.test(figure.indicator);
    if (!isChange && (kind === 'flow' || kind === 'stock' || kind === 'cumulative')) bounds.push([0, null]);
    return bounds.map(([least, most]) => {
      const isOut =
        (least !== null && hi.dividedBy(scale).lt(least)) || (most !== null && lo.dividedBy(scale).gt(most));
      const limits = `${least === null ? '' : String(least)}～${most === null ? '' : String(most)}${figure.unit}`;
      return result('within', figure, isOut ? 'fails' : 'holds', [], { computed: limits });
    });
  });

/** A rank is at least 1 and at most the number of those ranked. */
export const rank: Rule = (facts) =>
  [...held(facts)].flatMap(([figure, { kind, field }]) => {
    if (kind !== 'rank') return [];
    const ranked = field === undefined ? undefined : findFigure(facts, field, figure.period, figure.region);
    const most = typeof figure.of === 'number' ? figure.of : ranked && Number(ranked.value);
    const isOut = Number(figure.value) < 1 || (most !== undefined && Number(figure.value) > most);
    const more = ranked ? { computed: textOf(ranked) } : most === undefined ? {} : { computed: String(most) };
    if (most === undefined && !isOut) return [result('rank', figure, 'not-checkable')];
    return [result('rank', figure, isOut ? 'fails' : 'holds', ranked ? [ranked] : [], more)];
  });
