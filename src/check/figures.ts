import { findFigure, isYear, type Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import type { Indicator } from '../validate/schema/catalogue.ts';

/** Figures a source states, of every period and region, since a report prints those too; with their catalogue entries. */
export function* stated(facts: Facts): Generator<[Figure, Indicator]> {
  for (const figure of facts.figures.values()) {
    const indicator = facts.catalogue[figure.indicator];
    if (indicator && figure.provenance.formula === undefined) yield [figure, indicator];
  }
}

/** Stated figures that say what is, not what is aimed at, planned or proposed. */
export function* held(facts: Facts): Generator<[Figure, Indicator]> {
  for (const entry of stated(facts)) if (isHeld(entry[0])) yield entry;
}

/** Stated and held figures of one indicator. */
export function heldOf(facts: Facts, id: string): Figure[] {
  return [...held(facts)].flatMap(([figure]) => (figure.indicator === id ? [figure] : []));
}

export function isHeld({ status }: Figure): boolean {
  return status === 'final' || status === 'provisional' || status === 'estimated';
}

/** The figures of some indicators of the same period and region, or undefined unless all are there and held. */
export function companions(facts: Facts, figure: Figure, ids: readonly string[]): Figure[] | undefined {
  const found = ids.flatMap((id) => findFigure(facts, id, figure.period, figure.region) ?? []);
  return found.length === ids.length && found.every(isHeld) ? found : undefined;
}

/** The same indicator the year before; only a year has one. */
export function yearBefore(facts: Facts, figure: Figure): Figure | undefined {
  if (!isYear(figure.period)) return undefined;
  const found = findFigure(facts, figure.indicator, String(Number(figure.period) - 1), figure.region);
  return found && isHeld(found) ? found : undefined;
}

/** The figure an indicator such as `….yoy` is about, of the same period and region. */
export function baseIndicator(facts: Facts, id: string, transform: string): string | undefined {
  if (!id.endsWith(transform)) return undefined;
  const base = id.slice(0, -transform.length);
  return facts.catalogue[base] ? base : undefined;
}
