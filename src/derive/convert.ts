import type { Units } from '../validate/schema/units.ts';
import { Exact } from './decimal.ts';

/** A value in another unit of the same dimension; undefined where the two do not convert. */
export function convert(value: string, from: string, to: string, units: Units): Exact | undefined {
  const source = units[from];
  const target = units[to];
  if (!source || source.dimension !== target?.dimension) return undefined;
  return new Exact(value).times(source.scale).dividedBy(target.scale);
}
