import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { nearest } from '../validate/nearest.ts';
import type { Inputs } from '../validate/index.ts';
import type { Indicator } from '../validate/schema/catalogue.ts';
import type { Target } from '../validate/schema/plan.ts';
import { indicatorName, provenanceOf, sourceOf, type DataFile } from './collect.ts';
import { figureKey, type TargetFact } from './facts.ts';
import type { Figure } from './figure.ts';
import { readValue } from './read-value.ts';

/** The targets of one data file. Reports INDICATOR_UNKNOWN, TARGET_WITHOUT_BASE and what reading figures reports. */
export function collectTargets(file: DataFile, inputs: Inputs, diagnostics: Diagnostics): TargetFact[] {
  const { content, yaml } = file.checked;
  return (content.targets ?? []).flatMap((target, index) => {
    const path = ['targets', index] as const;
    const { indicator: id } = target;
    const indicator = inputs.catalogue[id];
    if (!indicator) {
      const candidates = nearest(id, Object.keys(inputs.catalogue));
      diagnostics.report('INDICATOR_UNKNOWN', { name: id, candidates }, yaml.place([...path, 'indicator']));
      return [];
    }
    if (!target.base) {
      diagnostics.report('TARGET_WITHOUT_BASE', { name: indicator.name.zh }, yaml.place(path));
      return [];
    }
    const source = sourceOf(file.checked, target.source, path, indicator.name.zh, diagnostics);
    const row = { file, index, target, indicator, source };
    const base = readPoint(row, 'base', inputs, diagnostics);
    const goal = readPoint(row, 'target', inputs, diagnostics);
    if (!base || !goal) return [];
    const { basis, note, comparable } = target;
    return [
      {
        indicator: id,
        base,
        target: goal,
        comparable,
        ...(basis !== undefined && { basis }),
        ...(note !== undefined && { note }),
      },
    ];
  });
}

interface Row {
  readonly file: DataFile;
  readonly index: number;
  readonly target: Target;
  readonly indicator: Indicator;
  readonly source: string | undefined;
}

function readPoint(
  { file, index, target, indicator, source }: Row,
  as: 'base' | 'target',
  inputs: Inputs,
  diagnostics: Diagnostics,
): Figure | undefined {
  const { yaml } = file.checked;
  const point = target[as];
  if (!point) return undefined;
  const period = String(point.period);
  const path = ['targets', index, as, 'value'];
  const written = {
    yaml,
    path,
    unitPath: ['targets', index, 'unit'],
    number: point.value,
    unit: target.unit,
  };
  const stated = readValue(written, indicator, inputs.units, diagnostics);
  if (!stated) return undefined;
  const key = figureKey(file.region, period, target.indicator);
  return {
    key: as === 'target' ? `${key}#target` : key,
    indicator: target.indicator,
    region: file.region,
    period,
    writtenIn: file.period,
    ...stated,
    kind: indicator.kind,
    status: as === 'target' ? 'target' : 'final',
    name: indicatorName(inputs, target.indicator),
    provenance: provenanceOf(inputs, {
      region: file.region,
      period,
      indicator: target.indicator,
      source,
      as,
    }),
    place: yaml.place(path),
    ...(target.note !== undefined && as === 'target' && { note: target.note }),
  };
}
