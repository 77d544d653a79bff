import { Exact } from '../../derive/decimal.ts';
import type { Facts } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';

/** A figure's number in the base unit of its dimension. */
export function inBase({ units }: Facts, { value, unit }: Figure): Exact {
  return new Exact(value).times(units[unit]?.scale ?? 1);
}

export function sameDimension({ units }: Facts, figures: readonly Figure[]): boolean {
  const [first, ...others] = figures.map(({ unit }) => units[unit]?.dimension);
  return first !== undefined && others.every((dimension) => dimension === first);
}
