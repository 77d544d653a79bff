import { formatFigure, formatPeriod } from '../../compose/format.ts';
import type { Figure } from '../../derive/figure.ts';
import type { MessageLanguage } from '../../diagnostics/diagnostic.ts';
import type { Indicator } from '../../validate/schema/catalogue.ts';
import { nameInLanguage } from '../../validate/name-in-language.ts';
import { citedNumbers } from '../../write/figures-json.ts';
import type { Draft } from '../build-preview.ts';
import { editable, type Editable } from '../edit/editable.ts';
import { checksOn, type CheckOnFigure } from './checks-on.ts';
import { aimOf, peersOf, yearBeforeOf, type Aim, type YearBefore } from './comparisons-of.ts';
import { figureLink, nameOf, type FigureLink } from './figure-link.ts';
import { findInDraft } from './find-in-draft.ts';
import { sourceOfFigure, type FigureSource } from './source-of.ts';

/** All that is known of a figure of a draft. */
export interface FigureRecord extends Figure {
  readonly regionName: string;
  /** As printed, whole. */
  readonly text: string;
  /** Period in words. */
  readonly time: string;
  readonly definition: Pick<Indicator, 'definition' | 'denominator' | 'aliases' | 'scope'> & {
    readonly names: Indicator['name'];
  };
  /** Indicators that look alike and are not to be compared with it: those with a figure as links, the others by name. */
  readonly lookAlikes: readonly (FigureLink | { readonly name: string })[];
  readonly source?: FigureSource;
  readonly formula?: { readonly text: string; readonly inputs: readonly FigureLink[] };
  /** Computed from it. */
  readonly dependents: readonly FigureLink[];
  readonly yearBefore: YearBefore;
  readonly aim?: Aim;
  readonly peers: readonly FigureLink[];
  readonly checks: readonly CheckOnFigure[];
  readonly edit: Editable;
}

/** The record of the figure with a key; undefined where the draft has none. */
export function figureRecord(draft: Draft, key: string, language: MessageLanguage): FigureRecord | undefined {
  const figure = findInDraft(draft, key);
  if (!figure) return undefined;
  const { facts, inputs } = draft.examined;
  const indicator = facts.catalogue[figure.indicator];
  const region = figure.region === inputs.region.id ? inputs.region : inputs.peers.get(figure.region)?.region;
  const source = sourceOfFigure(figure, inputs, citedNumbers(draft.document.tree));
  const aim = aimOf(figure, facts, inputs, language);
  const formula = formulaOf(figure, draft);
  return {
    ...figure,
    name: nameOf(figure, inputs),
    regionName: region ? nameInLanguage(inputs.language, region.name) : figure.region,
    text: formatFigure(figure, facts.units).text,
    time: formatPeriod(figure),
    definition: definitionOf(indicator, figure.indicator),
    lookAlikes: lookAlikesOf(figure, draft),
    ...(source && { source }),
    ...(formula && { formula }),
    dependents: dependentsOf(key, draft),
    yearBefore: isTransformed(figure) ? {} : yearBeforeOf(figure, facts, inputs, language),
    ...(aim && !isTransformed(figure) && { aim }),
    peers: isTransformed(figure) ? [] : peersOf(figure, facts, inputs),
    checks: checksOn(key, draft.examined),
    edit: editable(figure, draft),
  };
}

/** Whether a figure is growth, share or the like of another, and not of an indicator of its own; a target is not, either. */
function isTransformed({ key }: Figure): boolean {
  return key.includes('#');
}

function definitionOf(indicator: Indicator | undefined, id: string): FigureRecord['definition'] {
  if (!indicator) return { names: { zh: id } };
  const { name: names, definition, denominator, aliases, scope } = indicator;
  return {
    names,
    ...(definition !== undefined && { definition }),
    ...(denominator !== undefined && { denominator }),
    ...(aliases && { aliases }),
    ...(scope !== undefined && { scope }),
  };
}

function lookAlikesOf(
  { indicator, region, period }: Figure,
  { examined }: Draft,
): FigureRecord['lookAlikes'] {
  const { facts, inputs } = examined;
  return (facts.catalogue[indicator]?.not_comparable ?? []).map((id) => {
    const other = facts.figures.get(`${region}/${period}/${id}`);
    const name = facts.catalogue[id]?.name;
    return other ? figureLink(other, inputs) : { name: name ? nameInLanguage(inputs.language, name) : id };
  });
}

function formulaOf({ provenance }: Figure, draft: Draft): FigureRecord['formula'] {
  if (provenance.formula === undefined) return undefined;
  const inputs = (provenance.inputs ?? []).flatMap((key) => {
    const input = findInDraft(draft, key);
    return input ? [figureLink(input, draft.examined.inputs)] : [];
  });
  return { text: provenance.formula, inputs };
}

function dependentsOf(key: string, { document, examined: { facts, inputs } }: Draft): FigureLink[] {
  const all = new Map([...facts.figures, ...Object.entries(document.figures)]);
  return [...all.values()]
    .filter(({ provenance }) => provenance.inputs?.includes(key))
    .map((figure) => figureLink(figure, inputs));
}
