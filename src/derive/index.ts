import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Checked, Inputs } from '../validate/index.ts';
import { nearest } from '../validate/nearest.ts';
import type { ReportFile, Target } from '../validate/schema/report.ts';
import { collectFigures, indicatorName, provenanceOf } from './collect.ts';
import { byCatalogue } from './compute.ts';
import { convert } from './convert.ts';
import type { Units } from '../validate/schema/units.ts';
import { figureKey, type Facts, type TargetFact } from './facts.ts';
import type { Figure } from './figure.ts';
import { readValue } from './read-value.ts';

/**
 * Gather every figure of the region, of all its periods, and add what the catalogue defines as computed. The file of
 * the report comes first. Reports FIGURE_TWICE where two files give one figure different values.
 */
export function derive(inputs: Inputs, diagnostics: Diagnostics): Facts {
  const figures = new Map<string, Figure>();
  const add = (figure: Figure): void => {
    const first = figures.get(figure.key);
    if (!first) figures.set(figure.key, figure);
    else if (!sameValue(first, figure, inputs.units)) {
      const where = `${first.place.file}:${String(first.place.line)}`;
      diagnostics.report('FIGURE_TWICE', { key: figure.key, first: where }, figure.place);
    }
  };
  const files = [...inputs.data].sort(
    ([a], [b]) => Number(b === inputs.period) - Number(a === inputs.period),
  );
  for (const [period, checked] of files) collectFigures(period, checked, inputs, diagnostics).forEach(add);

  const targets = new Map<string, TargetFact>();
  for (const [period, checked] of files) {
    const isPlan = period === (inputs.head.plan ?? inputs.period);
    for (const fact of collectTargets(period, checked, inputs, diagnostics)) {
      add(fact.base);
      add(fact.target);
      if (isPlan) targets.set(fact.indicator, fact);
    }
  }

  const facts: Facts = {
    region: inputs.region.id,
    period: inputs.period,
    catalogue: inputs.catalogue,
    units: inputs.units,
    figures,
    targets,
  };
  for (const period of inputs.data.keys()) addComputed(facts, figures, period, inputs);
  return facts;
}

/** What the catalogue defines and no source states; again while something comes of it, for sums of sums. */
function addComputed(facts: Facts, figures: Map<string, Figure>, period: string, inputs: Inputs): void {
  const open = new Set(Object.keys(inputs.catalogue));
  let before: number;
  do {
    before = open.size;
    for (const indicator of open) {
      const isKnown = figures.has(figureKey(facts.region, period, indicator));
      const figure = isKnown
        ? undefined
        : byCatalogue(facts, indicator, period, indicatorName(inputs, indicator));
      if (figure) figures.set(figure.key, figure);
      if (isKnown || figure) open.delete(indicator);
    }
  } while (open.size < before);
}

function sameValue(first: Figure, second: Figure, units: Units): boolean {
  return convert(second.value, second.unit, first.unit, units)?.equals(first.value) ?? false;
}

function collectTargets(
  period: string,
  { content, yaml }: Checked<ReportFile>,
  inputs: Inputs,
  diagnostics: Diagnostics,
): TargetFact[] {
  return (content.targets ?? []).flatMap((target, index) => {
    const path = ['targets', index] as const;
    const indicator = inputs.catalogue[target.indicator];
    if (!indicator) {
      const candidates = nearest(target.indicator, Object.keys(inputs.catalogue));
      diagnostics.report(
        'INDICATOR_UNKNOWN',
        { name: target.indicator, candidates },
        yaml.place([...path, 'indicator']),
      );
      return [];
    }
    const source = target.source ?? content.default_source;
    if (source === undefined) {
      diagnostics.report('FIGURE_WITHOUT_SOURCE', { indicator: indicator.name.zh }, yaml.place(path));
      return [];
    }
    if (!content.sources.includes(source)) {
      const candidates = nearest(source, content.sources);
      diagnostics.report('SOURCE_UNKNOWN', { name: source, candidates }, yaml.place([...path, 'source']));
    }
    const base = readPoint(target, 'base', source);
    const goal = readPoint(target, 'target', source);
    if (!base || !goal) return [];
    return [
      {
        indicator: target.indicator,
        base,
        target: goal,
        comparable: target.comparable,
        ...(target.basis !== undefined && { basis: target.basis }),
        ...(target.note !== undefined && { note: target.note }),
      },
    ];

    function readPoint(
      { indicator: id, unit, ...rows }: Target,
      as: 'base' | 'target',
      from: string,
    ): Figure | undefined {
      const at = String(rows[as].period);
      const key = figureKey(inputs.region.id, at, id);
      const valuePath = [...path, as, 'value'];
      const written = { yaml, path: valuePath, unitPath: [...path, 'unit'], number: rows[as].value, unit };
      const stated = indicator && readValue(written, indicator, inputs.units, diagnostics);
      if (!stated) return undefined;
      return {
        key: as === 'target' ? `${key}#target` : key,
        indicator: id,
        region: inputs.region.id,
        period: at,
        writtenIn: period,
        ...stated,
        kind: indicator.kind,
        status: as === 'target' ? 'target' : 'final',
        name: indicatorName(inputs, id),
        provenance: provenanceOf(inputs, from, id, at, as),
        place: yaml.place(valuePath),
      };
    }
  });
}
