import { attainment, change, growth, isFigure, progress, type Computed } from '../../derive/compute.ts';
import { findFigure, isYear, type Facts } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import { computeProblems } from '../../diagnostics/catalogue.ts';
import type { MessageLanguage } from '../../diagnostics/diagnostic.ts';
import type { Inputs } from '../../validate/index.ts';
import { figureLink, type FigureLink } from './figure-link.ts';

/** A computed figure with how it is computed, or why there is none. */
export type Outcome = (FigureLink & { readonly formula: string }) | { readonly why: string };

/** A figure beside that of the year before. */
export interface YearBefore {
  readonly figure?: FigureLink;
  /** Growth; of a ratio the change. Absent of ranks. */
  readonly growth?: Outcome;
  /** The growth a source states. */
  readonly stated?: FigureLink;
}

/** A figure beside its target. */
export interface Aim {
  readonly base: FigureLink;
  readonly target: FigureLink;
  readonly progress: Outcome;
  readonly attainment: Outcome;
  readonly note?: string;
}

export function yearBeforeOf(
  figure: Figure,
  facts: Facts,
  inputs: Inputs,
  language: MessageLanguage,
): YearBefore {
  const { indicator, period, region, kind } = figure;
  const before = isYear(period)
    ? findFigure(facts, indicator, String(Number(period) - 1), region)
    : undefined;
  const stated = findFigure(facts, `${indicator}.yoy`, period, region);
  const compute = kind === 'ratio' ? change : growth;
  const computed = isYear(period) ? compute(figure, before, facts.units) : 'span';
  return {
    ...(before && { figure: figureLink(before, inputs) }),
    ...(kind !== 'rank' && { growth: outcome(computed, inputs, language) }),
    ...(stated && { stated: figureLink(stated, inputs) }),
  };
}

/** The target of a figure's indicator; undefined where the plan has none, or this is it. */
export function aimOf(
  figure: Figure,
  facts: Facts,
  inputs: Inputs,
  language: MessageLanguage,
): Aim | undefined {
  const fact = facts.targets.get(figure.indicator);
  const isOfRow = fact?.target.key === figure.key || fact?.base.key === figure.key;
  if (!fact || isOfRow || figure.region !== facts.region) return undefined;
  return {
    base: figureLink(fact.base, inputs),
    target: figureLink(fact.target, inputs),
    progress: outcome(progress(figure, fact, facts.units), inputs, language),
    attainment: outcome(attainment(figure, fact, facts.units), inputs, language),
    ...(fact.note !== undefined && { note: fact.note }),
  };
}

/** The same indicator and period of the regions this one may be compared with. */
export function peersOf({ indicator, period, region }: Figure, facts: Facts, inputs: Inputs): FigureLink[] {
  return [inputs.region.id, ...inputs.peers.keys()].flatMap((id) => {
    const found = id === region ? undefined : findFigure(facts, indicator, period, id);
    return found ? [figureLink(found, inputs)] : [];
  });
}

function outcome(computed: Computed, inputs: Inputs, language: MessageLanguage): Outcome {
  if (!isFigure(computed)) return { why: computeProblems[computed][language === 'zh' ? 0 : 1] };
  return { ...figureLink(computed, inputs), formula: computed.provenance.formula ?? '' };
}
