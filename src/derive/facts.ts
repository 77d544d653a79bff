import type { Catalogue } from '../validate/schema/catalogue.ts';
import type { Units } from '../validate/schema/units.ts';
import type { Figure } from './figure.ts';

/** One row of a plan: where an indicator started, where it is to be, and whether annual figures tell how far it is. */
export interface TargetFact {
  readonly indicator: string;
  readonly base: Figure;
  readonly target: Figure;
  readonly basis?: 'cumulative' | 'annual_average' | 'annual';
  readonly comparable: boolean;
  readonly note?: string;
}

/** All figures of a region a report can use, stated and computed by the catalogue, in the order they are written. */
export interface Facts {
  readonly region: string;
  readonly period: string;
  readonly catalogue: Catalogue;
  readonly units: Units;
  readonly figures: ReadonlyMap<string, Figure>;
  /** By indicator, from the plan the report names. */
  readonly targets: ReadonlyMap<string, TargetFact>;
}

/** The key of a figure: unique over regions and periods, and what every output carries. */
export function figureKey(region: string, period: string, indicator: string): string {
  return `${region}/${period}/${indicator}`;
}

/** The figure of an indicator in a period, by default the report's own; undefined where there is none. */
export function findFigure(
  facts: Facts,
  indicator: string,
  period: string = facts.period,
): Figure | undefined {
  return facts.figures.get(figureKey(facts.region, period, indicator));
}

/** Figures whose period differs from the file they stand in, such as next year's planned activities. */
export function findFigureOfReport(facts: Facts, indicator: string): Figure | undefined {
  const own = findFigure(facts, indicator);
  if (own) return own;
  for (const figure of facts.figures.values()) {
    if (figure.indicator === indicator && figure.writtenIn === facts.period) return figure;
  }
  return undefined;
}
