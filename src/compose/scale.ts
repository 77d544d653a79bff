import { Exact } from '../derive/decimal.ts';
import type { Figure } from '../derive/figure.ts';
import type { Units } from '../validate/schema/units.ts';

/** The scales a Chinese reader counts in. 千 and 百 are not units beside Arabic digits (GB/T 15835-2011). */
const readingScales = [100_000_000, 10_000, 1];
const readingDecimals = 2;

/**
 * A figure in the scale a reader takes in at a glance: 亿 from one 亿 on, 万 from one 万 on, rounded half up to two
 * places; as stated where it is in that unit already, or where `data/units.yaml` has no such unit. For places where the
 * exact figure stands beside it.
 */
export function scaleForReading(figure: Figure, units: Units): Figure {
  const unit = units[figure.unit];
  if (!unit || figure.kind === 'rank') return figure;
  const value = new Exact(figure.value).times(unit.scale);
  const scale = readingScales.find((candidate) => value.abs().gte(candidate)) ?? 1;
  const name = Object.keys(units).find(
    (candidate) => units[candidate]?.dimension === unit.dimension && units[candidate].scale === scale,
  );
  if (name === undefined || name === figure.unit) return figure;
  const scaled = value.dividedBy(scale).toDecimalPlaces(readingDecimals);
  return { ...figure, value: scaled.toFixed(), unit: name };
}
