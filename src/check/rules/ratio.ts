import { isPure, ratioOf } from '../../derive/compute.ts';
import { Exact } from '../../derive/decimal.ts';
import { findFigure, type Facts } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import { divide, intervalOf, multiply, type Interval } from '../interval.ts';
import { compare, result, type Computation } from '../compare.ts';
import { baseIndicator, companions, held, isHeld } from '../figures.ts';
import type { CheckResult, Rule } from '../check.ts';
import { sameDimension } from './units.ts';

/**
 * A stated ratio is its numerator by its denominator: the catalogue's `ratio_of`, the `ratio` rules, and by their ids
 * the shares of a province or the nation and ratios to a peer where that region's figure is known.
 */
export const ratio: Rule = (facts, { rules }) =>
  [...held(facts)].flatMap(([figure, { ratio_of: ids }]) => {
    const pairs = [
      ids,
      ...rules.flatMap((rule) => ('ratio' in rule && rule.ratio === figure.indicator ? [rule.of] : [])),
    ];
    const defined = pairs.flatMap((pair): CheckResult[] => {
      if (!pair) return [];
      const [top, bottom] = companions(facts, figure, pair) ?? [];
      return [test(facts, figure, top, bottom)];
    });
    return [...defined, ...acrossRegions(facts, figure)];
  });

function test(
  facts: Facts,
  figure: Figure,
  top: Figure | undefined,
  bottom: Figure | undefined,
): CheckResult {
  const computation = top && bottom && quotient(facts, figure, top, bottom);
  if (!computation) return result('ratio', figure, 'not-checkable');
  return compare('ratio', figure, computation, [top, bottom], facts);
}

function quotient(facts: Facts, figure: Figure, top: Figure, bottom: Figure): Computation | undefined {
  const pure = isPure(figure.unit);
  if (pure && !sameDimension(facts, [top, bottom])) return undefined;
  const interval = divide(scaled(facts, top, pure), scaled(facts, bottom, pure));
  const naive = ratioOf(top, bottom, figure.unit, facts);
  return interval && naive && { interval: multiply(interval, figure.unit === '%' ? 100 : 1), naive };
}

/** For a pure ratio in base units, for others (件/万人) each in the unit the catalogue gives it. */
function scaled(facts: Facts, figure: Figure, pure: boolean): Interval {
  const interval = intervalOf(figure, facts.units);
  if (pure) return interval;
  const unit = facts.catalogue[figure.indicator]?.unit ?? figure.unit;
  return multiply(interval, new Exact(1).dividedBy(facts.units[unit]?.scale ?? 1));
}

const regionTransforms = ['.share_province', '.share_nation', '.ratio_to_peer'] as const;

/** A share of a province, or a ratio to a peer, where that region's own figure of the same period is known. */
function acrossRegions(facts: Facts, figure: Figure): CheckResult[] {
  const transform = regionTransforms.find((ending) => figure.indicator.endsWith(ending));
  const base = transform && baseIndicator(facts, figure.indicator, transform);
  if (base === undefined) return [];
  const other =
    transform === '.ratio_to_peer'
      ? figure.peer
      : facts.wholes[transform === '.share_nation' ? 'nation' : 'province'];
  const top = findFigure(facts, base, figure.period, figure.region);
  const bottom = other === undefined ? undefined : findFigure(facts, base, figure.period, other);
  const isReady = top && bottom && isHeld(top) && isHeld(bottom);
  return [isReady ? test(facts, figure, top, bottom) : result('ratio', figure, 'not-checkable')];
}
