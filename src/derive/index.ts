import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Checked, Inputs } from '../validate/index.ts';
import { nearest } from '../validate/nearest.ts';
import type { ReportFile, Target } from '../validate/schema/report.ts';
import { collectFigures, indicatorName, provenanceOf } from './collect.ts';
import { byCatalogue } from './compute.ts';
import { figureKey, type Facts, type TargetFact } from './facts.ts';
import type { Figure } from './figure.ts';

/**
 * Gather every figure of the region, of all its periods, and add what the catalogue defines as computed. The file of
 * the report comes first. Reports FIGURE_TWICE where two files give one figure different values.
 */
export function derive(inputs: Inputs, diagnostics: Diagnostics): Facts {
  const figures = new Map<string, Figure>();
  const add = (figure: Figure): void => {
    const first = figures.get(figure.key);
    if (!first) figures.set(figure.key, figure);
    else if (first.value !== figure.value) {
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
  for (const indicator of Object.keys(inputs.catalogue)) {
    for (const period of inputs.data.keys()) {
      if (figures.has(figureKey(facts.region, period, indicator))) continue;
      const figure = byCatalogue(facts, indicator, period, indicatorName(inputs, indicator));
      if (figure) figures.set(figure.key, figure);
    }
  }
  return facts;
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
    if (target.unit !== undefined && target.unit !== indicator.unit) {
      const details = { unit: target.unit, expected: indicator.unit, indicator: indicator.name.zh };
      diagnostics.report('UNIT_DIMENSION', details, yaml.place([...path, 'unit']));
      return [];
    }
    const source = target.source ?? content.default_source;
    if (source === undefined) {
      diagnostics.report('FIGURE_WITHOUT_SOURCE', { indicator: indicator.name.zh }, yaml.place(path));
      return [];
    }
    const point = (as: 'base' | 'target'): Figure => readPoint(target, as, source);
    return [
      {
        indicator: target.indicator,
        base: point('base'),
        target: point('target'),
        comparable: target.comparable,
        ...(target.basis !== undefined && { basis: target.basis }),
        ...(target.note !== undefined && { note: target.note }),
      },
    ];

    function readPoint({ indicator: id, ...rows }: Target, as: 'base' | 'target', from: string): Figure {
      const at = String(rows[as].period);
      const key = figureKey(inputs.region.id, at, id);
      return {
        key: as === 'target' ? `${key}#target` : key,
        indicator: id,
        region: inputs.region.id,
        period: at,
        writtenIn: period,
        value: yaml.source([...path, as, 'value']) ?? String(rows[as].value),
        unit: indicator?.unit ?? '',
        kind: indicator?.kind ?? 'stock',
        status: as === 'target' ? 'target' : 'final',
        name: indicatorName(inputs, id),
        provenance: provenanceOf(inputs, from, id, at, as),
        place: yaml.place([...path, as, 'value']),
      };
    }
  });
}
