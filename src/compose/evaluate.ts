import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { attainment, change, growth, isFigure, progress, share, type Computed } from '../derive/compute.ts';
import { figureKey, findFigure, findFigureOfReport, isYear, type Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import { nearest } from '../validate/nearest.ts';
import type { Catalogue } from '../validate/schema/catalogue.ts';
import type { Expression } from '../validate/schema/chart.ts';
import type { ComposeContext } from './context.ts';

/**
 * The figure an expression of a template, a text or a chart row stands for, stated or computed.
 * Reports KEY_MISSING, VALUE_INVALID, INDICATOR_UNKNOWN, FIGURE_MISSING, FIGURE_NOT_COMPUTABLE; then there is none.
 */
export function evaluate(context: ComposeContext, expression: Expression, place: Place): Figure | undefined {
  const names = Object.keys(evaluators) as (keyof typeof evaluators)[];
  const [name, ...others] = names.filter((known) => expression[known] !== undefined);
  const { diagnostics } = context;
  if (name === undefined) {
    diagnostics.report('KEY_MISSING', { name: names.join(' / ') }, place);
    return undefined;
  }
  const modifiers = (['period', 'base', 'target', 'region'] as const).filter(
    (modifier) => expression[modifier] !== undefined && !modifiersOf[name].includes(modifier),
  );
  // A figure is of a period, the plan's base or its target: of two, one would be ignored.
  const { period, base, target } = expression;
  const moments = [period !== undefined, base === true, target === true].filter(Boolean).length;
  if (others.length > 0 || modifiers.length > 0 || moments > 1) {
    const found = [name, ...others, ...modifiers].join(' + ');
    diagnostics.report('VALUE_INVALID', { found, allowed: names }, place);
    return undefined;
  }
  return evaluators[name](context, expression[name] as never, expression, place);
}

/** What is reported where a figure or what it is computed from is not in the data, not of this time, or not as claimed. */
export const lackOfData: ReadonlySet<DiagnosticCode> = new Set([
  'FIGURE_MISSING',
  'FIGURE_NOT_COMPUTABLE',
  'FIGURE_PERIOD',
  'FIGURE_STATUS',
  'CLAIM_FALSE',
]);

type Evaluator<Argument> = (
  context: ComposeContext,
  argument: Argument,
  expression: Expression,
  place: Place,
) => Figure | undefined;

/** Which of the other keys mean something beside each kind of expression; one that does not must not be ignored. */
const modifiersOf: Readonly<
  Record<keyof typeof evaluators, readonly ('period' | 'base' | 'target' | 'region')[]>
> = {
  figure: ['period', 'base', 'target', 'region'],
  growth: ['period'],
  share: ['period', 'region'],
  progress: [],
  attainment: [],
};

const evaluators: {
  readonly figure: Evaluator<string>;
  readonly growth: Evaluator<string>;
  readonly share: Evaluator<readonly [string, string]>;
  readonly progress: Evaluator<string>;
  readonly attainment: Evaluator<string>;
} = {
  figure(context, id, { period, base, target, region }, place) {
    if (target) return planFigure(context, id, 'target', place);
    return base ? planFigure(context, id, 'base', place) : figureOf(context, id, place, { period, region });
  },
  growth(context, id, { period }, place) {
    const stated = period === undefined ? findFigureOfReport(context.facts, `${id}.yoy`) : undefined;
    if (stated) return stated;
    const figure = figureOf(context, id, place);
    return (
      figure &&
      settle(context, figure, growth(figure, baseOf(context, figure, period), context.facts.units), place)
    );
  },
  share(context, [part, whole], { period, region }, place) {
    const figure = figureOf(context, part, place, { period, region });
    const total = figureOf(context, whole, place, { period, region });
    if (!figure || !total) return undefined;
    const { catalogue, units } = context.facts;
    const result = onlyLookAlike(catalogue, part, whole) ? 'look-alike' : share(figure, total, units);
    return settle(context, figure, result, place);
  },
  progress(context, id, _, place) {
    const figure = figureOf(context, id, place, { period: 'progress' });
    return (
      figure &&
      settle(context, figure, progress(figure, context.facts.targets.get(id), context.facts.units), place)
    );
  },
  attainment(context, id, _, place) {
    const figure = figureOf(context, id, place, { period: 'progress' });
    return (
      figure &&
      settle(context, figure, attainment(figure, context.facts.targets.get(id), context.facts.units), place)
    );
  },
};

/** Absolute change on an earlier period. */
export function evaluateChange(
  context: ComposeContext,
  id: string,
  period: string | undefined,
  place: Place,
): Figure | undefined {
  const figure = figureOf(context, id, place);
  return (
    figure &&
    settle(context, figure, change(figure, baseOf(context, figure, period), context.facts.units), place)
  );
}

/** Whether the catalogue says of two indicators that they must not be compared. */
export function onlyLookAlike(catalogue: Catalogue, a: string, b: string): boolean {
  const names = (id: string, other: string): boolean =>
    catalogue[id]?.not_comparable?.includes(other) === true;
  return names(a, b) || names(b, a);
}

/** Which figure of an indicator: of the report's own period and region unless another is asked for. */
export interface Moment {
  readonly period?: string | number | undefined;
  readonly region?: string | undefined;
}

/**
 * A period as asked for: `own` is whichever the report's own file has, for sentences that print it; `progress` is the one that tells how far the targets are, `apart` the latest earlier year that
 * has the indicator where the year before the report's has not, so that no line may be drawn between the two.
 */
function resolvePeriod(
  { facts }: ComposeContext,
  id: string,
  { period, region }: Moment,
): string | undefined {
  if (period === 'progress') return facts.progressPeriod;
  if (period === 'own') return undefined;
  if (period === 'apart') return yearApart(facts, id) ?? 'apart';
  if (period !== undefined) return String(period);
  return region === undefined ? undefined : facts.period;
}

function yearApart(facts: Facts, id: string): string | undefined {
  const present = Number(facts.period);
  if (findFigure(facts, id, String(present - 1))) return undefined;
  const years = [...facts.figures.values()]
    .filter(
      ({ indicator, region, period, status }) =>
        indicator === id && region === facts.region && isYear(period) && status !== 'target',
    ) // prettier-ignore
    .map(({ period }) => Number(period))
    .filter((year) => year < present);
  return years.length === 0 ? undefined : String(Math.max(...years));
}

/** The figure of an indicator. Reports INDICATOR_UNKNOWN, PEER_UNKNOWN, FIGURE_MISSING. */
export function figureOf(
  context: ComposeContext,
  id: string,
  place: Place,
  moment: Moment = {},
): Figure | undefined {
  const { facts, diagnostics, inputs } = context;
  if (!inputs.catalogue[id]) {
    const candidates = nearest(id, Object.keys(inputs.catalogue));
    diagnostics.report('INDICATOR_UNKNOWN', { name: id, candidates }, place);
    return undefined;
  }
  const region = moment.region ?? facts.region;
  if (region !== facts.region && !inputs.peers.has(region)) {
    diagnostics.report('PEER_UNKNOWN', { name: region, existing: [...inputs.peers.keys()] }, place);
    return undefined;
  }
  const period = resolvePeriod(context, id, moment);
  const figure = period === undefined ? findFigureOfReport(facts, id) : findFigure(facts, id, period, region);
  if (figure) return figure;
  const existing = diagnostics.isTrial ? [] : [...facts.figures.values()].map((known) => known.indicator);
  const candidates = nearest(id, existing).filter((candidate) => candidate !== id);
  const when = region === facts.region ? (period ?? facts.period) : `${region}/${period ?? ''}`;
  diagnostics.report('FIGURE_MISSING', { name: id, period: when, candidates }, place);
  return undefined;
}

/** Whether there is a figure to print, without a diagnostic. */
export function hasFigure(context: ComposeContext, id: string, moment: Moment = {}): boolean {
  const { facts } = context;
  const period = resolvePeriod(context, id, moment);
  return period === undefined
    ? findFigureOfReport(facts, id) !== undefined
    : findFigure(facts, id, period, moment.region) !== undefined;
}

/** What the plan says of an indicator: where it started or where it is to be. */
function planFigure(
  { facts, diagnostics }: ComposeContext,
  id: string,
  point: 'base' | 'target',
  place: Place,
): Figure | undefined {
  const figure = facts.targets.get(id)?.[point];
  if (!figure) {
    const candidates = nearest(id, facts.targets.keys());
    diagnostics.report('FIGURE_MISSING', { name: `${id} ${point}`, period: facts.period, candidates }, place);
  }
  return figure;
}

/** The figure growth is measured on: the period asked for, or the year before. */
function baseOf({ facts }: ComposeContext, figure: Figure, period?: string | number): Figure | undefined {
  const base = period ?? Number(figure.period) - 1;
  return facts.figures.get(figureKey(facts.region, String(base), figure.indicator));
}

/** A computed figure, or a report of why there is none. */
export function settle(
  { diagnostics }: ComposeContext,
  figure: Figure,
  result: Computed,
  place: Place,
): Figure | undefined {
  if (isFigure(result)) return result;
  diagnostics.report('FIGURE_NOT_COMPUTABLE', { name: figure.name, reason: result }, place);
  return undefined;
}
