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

/** All figures a report can use, of its region and its peers, stated and computed by the catalogue. */
export interface Facts {
  readonly region: string;
  readonly period: string;
  readonly catalogue: Catalogue;
  readonly units: Units;
  /** By key; the report's own file first, in the order it is written. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** By indicator, from the plan the report names. */
  readonly targets: ReadonlyMap<string, TargetFact>;
  /** The province and the nation the region is part of, where they are among its peers. */
  readonly wholes: { readonly province?: string; readonly nation?: string };
  /** The period whose figures tell how far the targets are. */
  readonly progressPeriod: string;
}

/** The key of a figure: unique over regions and periods, and what every output carries. */
export function figureKey(region: string, period: string, indicator: string): string {
  return `${region}/${period}/${indicator}`;
}

/** The figure of an indicator in a period and a region, by default the report's own; undefined where there is none. */
export function findFigure(
  facts: Facts,
  indicator: string,
  period: string = facts.period,
  region: string = facts.region,
): Figure | undefined {
  return facts.figures.get(figureKey(region, period, indicator));
}

/** A figure of the report's own file, also where it is of another period, such as next year's planned activities. */
export function findFigureOfReport(facts: Facts, indicator: string): Figure | undefined {
  const own = findFigure(facts, indicator);
  if (own) return own;
  for (const figure of facts.figures.values()) {
    if (figure.indicator === indicator && isOfReport(facts, figure)) return figure;
  }
  return undefined;
}

/** Whether a figure stands in the report's own file. */
export function isOfReport(facts: Facts, { region, writtenIn }: Figure): boolean {
  return region === facts.region && writtenIn === facts.period;
}

/** Whether a period is a single year, the only kind that growth from year to year makes sense of. */
export function isYear(period: string): boolean {
  return /^\d{4}$/.test(period);
}
