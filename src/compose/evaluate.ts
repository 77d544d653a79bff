import type { Place } from '../diagnostics/diagnostic.ts';
import { attainment, change, growth, isFigure, progress, share, type Computed } from '../derive/compute.ts';
import { figureKey, findFigure, findFigureOfReport } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import { nearest } from '../validate/nearest.ts';
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
  const modifiers = (['period', 'base', 'target'] as const).filter(
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

type Evaluator<Argument> = (
  context: ComposeContext,
  argument: Argument,
  expression: Expression,
  place: Place,
) => Figure | undefined;

/** Which of the other keys mean something beside each kind of expression; one that does not must not be ignored. */
const modifiersOf: Readonly<Record<keyof typeof evaluators, readonly ('period' | 'base' | 'target')[]>> = {
  figure: ['period', 'base', 'target'],
  growth: ['period'],
  share: ['period'],
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
  figure(context, id, { period, base, target }, place) {
    if (target) return planFigure(context, id, 'target', place);
    return base ? planFigure(context, id, 'base', place) : figureOf(context, id, place, period);
  },
  growth(context, id, { period }, place) {
    const stated = period === undefined ? findFigure(context.facts, `${id}.yoy`) : undefined;
    if (stated) return stated;
    const figure = figureOf(context, id, place);
    return (
      figure &&
      settle(context, figure, growth(figure, baseOf(context, figure, period), context.facts.units), place)
    );
  },
  share(context, [part, whole], { period }, place) {
    const figure = figureOf(context, part, place, period);
    const total = figureOf(context, whole, place, period);
    return figure && total && settle(context, figure, share(figure, total, context.facts.units), place);
  },
  progress(context, id, _, place) {
    const figure = figureOf(context, id, place);
    return (
      figure &&
      settle(context, figure, progress(figure, context.facts.targets.get(id), context.facts.units), place)
    );
  },
  attainment(context, id, _, place) {
    const figure = figureOf(context, id, place);
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

/** The figure of an indicator, of the report's own period unless another is asked for. */
export function figureOf(
  context: ComposeContext,
  id: string,
  place: Place,
  period?: string | number,
): Figure | undefined {
  const { facts, diagnostics, inputs } = context;
  if (!inputs.catalogue[id]) {
    diagnostics.report(
      'INDICATOR_UNKNOWN',
      { name: id, candidates: nearest(id, Object.keys(inputs.catalogue)) },
      place,
    );
    return undefined;
  }
  const figure = period === undefined ? findFigureOfReport(facts, id) : findFigure(facts, id, String(period));
  if (figure) return figure;
  const existing = [...facts.figures.values()].map((known) => known.indicator);
  const candidates = nearest(id, existing).filter((candidate) => candidate !== id);
  diagnostics.report(
    'FIGURE_MISSING',
    { name: id, period: String(period ?? facts.period), candidates },
    place,
  );
  return undefined;
}

/** Whether there is a figure to print, without a diagnostic. */
export function hasFigure({ facts }: ComposeContext, id: string): boolean {
  return findFigureOfReport(facts, id) !== undefined;
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

function settle(
  { diagnostics }: ComposeContext,
  figure: Figure,
  result: Computed,
  place: Place,
): Figure | undefined {
  if (isFigure(result)) return result;
  diagnostics.report('FIGURE_NOT_COMPUTABLE', { name: figure.name, reason: result }, place);
  return undefined;
}
