import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { limits } from '../diagnostics/limits.ts';
import type { Inputs } from '../validate/index.ts';
import type { Units } from '../validate/schema/units.ts';
import { collectFigures, indicatorName, type DataFile } from './collect.ts';
import { collectTargets } from './collect-targets.ts';
import { byCatalogue } from './compute.ts';
import { convert } from './convert.ts';
import { Exact } from './decimal.ts';
import { figureKey, findFigure, type Facts, type TargetFact } from './facts.ts';
import type { Figure } from './figure.ts';

/**
 * Gather every figure of the region and its peers, of all periods, and add what the catalogue defines as computed. The
 * file of the report comes first. Reports FIGURE_TWICE where two places give one figure different values, and
 * RANK_FIELD_MISSING.
 */
export function derive(inputs: Inputs, diagnostics: Diagnostics): Facts {
  const figures = new Map<string, Figure>();
  const add = (figure: Figure): void => {
    const first = figures.get(figure.key);
    if (!first) figures.set(figure.key, figure);
    else if (!sameValue(first, figure, inputs.units) && !isRevision(first, figure)) {
      const where = `${first.place.file}:${String(first.place.line)}`;
      diagnostics.report('FIGURE_TWICE', { key: figure.key, first: where }, figure.place);
    }
  };
  const own = inputs.region.id;
  const files: DataFile[] = [...inputs.data]
    .sort(([a], [b]) => Number(b === inputs.period) - Number(a === inputs.period))
    .map(([period, checked]) => ({ region: own, period, checked }));
  const peerFiles = [...inputs.peers].flatMap(([region, { data }]) =>
    [...data].map(([period, checked]) => ({ region, period, checked })),
  );
  for (const file of [...files, ...peerFiles]) collectFigures(file, inputs, diagnostics).forEach(add);

  const targets = new Map<string, TargetFact>();
  for (const file of files) {
    const isPlan = file.period === (inputs.head.plan ?? inputs.period);
    for (const fact of collectTargets(file, inputs, diagnostics)) {
      add(fact.base);
      add(fact.target);
      if (isPlan) targets.set(fact.indicator, fact);
    }
  }

  const last = [...figures.values()].at(limits.figures);
  if (last) {
    diagnostics.report('LIMIT_EXCEEDED', { limit: 'figures', found: figures.size }, last.place);
    diagnostics.throwIfErrors();
  }
  const facts: Facts = {
    region: own,
    period: inputs.period,
    catalogue: inputs.catalogue,
    units: inputs.units,
    figures,
    targets,
    wholes: wholesOf(inputs),
    progressPeriod: String(inputs.head.progress_of ?? inputs.period),
  };
  const moments = new Map(
    [...figures.values()].map(({ region, period }) => [`${region}/${period}`, { region, period }]),
  );
  for (const moment of moments.values()) addComputed(facts, figures, moment, inputs);
  checkRanks(facts, diagnostics);
  return facts;
}

/** What the catalogue defines and no source states; again while something comes of it, for sums of sums. */
function addComputed(
  facts: Facts,
  figures: Map<string, Figure>,
  moment: { readonly region: string; readonly period: string },
  inputs: Inputs,
): void {
  const open = new Set(Object.keys(inputs.catalogue));
  let before: number;
  do {
    before = open.size;
    for (const indicator of open) {
      const isKnown = figures.has(figureKey(moment.region, moment.period, indicator));
      const figure = isKnown
        ? undefined
        : byCatalogue(facts, indicator, moment, indicatorName(inputs, indicator));
      if (figure) figures.set(figure.key, figure);
      if (isKnown || figure) open.delete(indicator);
    }
  } while (open.size < before);
}

/** A rank without the number of those ranked says nothing: it is stated, or said to be unstated. */
function checkRanks(facts: Facts, diagnostics: Diagnostics): void {
  for (const figure of facts.figures.values()) {
    if (figure.kind !== 'rank' || figure.of !== undefined) continue;
    const field = facts.catalogue[figure.indicator]?.field;
    if (field !== undefined && findFigure(facts, field, figure.period, figure.region)) continue;
    diagnostics.report('RANK_FIELD_MISSING', { name: figure.name }, figure.place);
  }
}

/** Whether one of two different values says that it revises the other. The file of the report keeps its own. */
function isRevision(first: Figure, second: Figure): boolean {
  const revises = (a: Figure, b: Figure): boolean =>
    a.revised !== undefined && a.unit === b.unit && new Exact(a.revised.from).equals(b.value);
  return revises(first, second) || revises(second, first);
}

function wholesOf({ peers }: Inputs): Facts['wholes'] {
  const named = (level: string): string | undefined =>
    [...peers.values()].find(({ region }) => region.level === level)?.region.id;
  const [province, nation] = [named('province'), named('nation')];
  return { ...(province !== undefined && { province }), ...(nation !== undefined && { nation }) };
}

function sameValue(first: Figure, second: Figure, units: Units): boolean {
  return convert(second.value, second.unit, first.unit, units)?.equals(first.value) ?? false;
}
