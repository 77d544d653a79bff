import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Checked, Inputs } from '../validate/index.ts';
import type { LedgerFigure } from '../validate/schema/ledger.ts';
import { nearest } from '../validate/nearest.ts';
import { figureAttributes, type ReportFile } from '../validate/schema/report.ts';
import { sectionIds } from '../validate/schema/catalogue.ts';
import type { Path } from '../load/yaml-file.ts';
import { figureKey } from './facts.ts';
import type { Figure, Provenance, Status } from './figure.ts';
import { readValue } from './read-value.ts';

type FigureForm = Partial<Record<keyof typeof figureAttributes, unknown>> & {
  value: number;
  unit?: string;
  qualifier?: string;
  status?: Status;
  period?: string | number;
  source?: string;
  note?: string;
  of?: number;
};

/**
 * Every figure of one data file. The digits are the characters in the file, so that 115.40 stays 115.40.
 * Reports VALUE_NOT_DECIMAL, VALUE_DECIMALS, UNIT_UNKNOWN, UNIT_DIMENSION, SOURCE_UNKNOWN, FIGURE_WITHOUT_SOURCE.
 */
export function collectFigures(
  period: string,
  { content, yaml }: Checked<ReportFile>,
  inputs: Inputs,
  diagnostics: Diagnostics,
): Figure[] {
  const figures: Figure[] = [];
  const walk = (node: unknown, path: Path): void => {
    const indicator = path.join('.');
    if (inputs.catalogue[indicator]) {
      const figure = readFigure(node, path, indicator);
      if (figure) figures.push(figure);
    }
    if (typeof node !== 'object' || node === null) return;
    const attributes = inputs.catalogue[indicator] ? figureAttributes : {};
    for (const [key, child] of Object.entries(node))
      if (!Object.hasOwn(attributes, key)) walk(child, [...path, key]);
  };

  const readFigure = (node: unknown, path: Path, id: string): Figure | undefined => {
    const indicator = inputs.catalogue[id];
    const form: FigureForm = typeof node === 'number' ? { value: node } : (node as FigureForm);
    const valuePath = typeof node === 'number' ? path : [...path, 'value'];
    const place = yaml.place(valuePath);
    if (!indicator) return undefined;
    const stated = readValue(
      { yaml, path: valuePath, unitPath: [...path, 'unit'], number: form.value, unit: form.unit },
      indicator,
      inputs.units,
      diagnostics,
    );
    if (!stated) return undefined;
    const source = form.source ?? content.default_source;
    if (source === undefined)
      diagnostics.report('FIGURE_WITHOUT_SOURCE', { indicator: indicator.name.zh }, place);
    else if (!content.sources.includes(source)) {
      const candidates = nearest(source, content.sources);
      diagnostics.report('SOURCE_UNKNOWN', { name: source, candidates }, yaml.place([...path, 'source']));
    }
    const figurePeriod = String(form.period ?? period);
    return {
      key: figureKey(inputs.region.id, figurePeriod, id),
      indicator: id,
      region: inputs.region.id,
      period: figurePeriod,
      writtenIn: period,
      ...stated,
      kind: indicator.kind,
      status: form.status ?? 'final',
      name: indicatorName(inputs, id),
      provenance: provenanceOf(inputs, source, id, figurePeriod),
      place,
      ...(form.qualifier !== undefined && { qualifier: form.qualifier }),
      ...(form.note !== undefined && { note: form.note }),
      ...(form.of !== undefined && { of: form.of }),
    };
  };

  for (const section of sectionIds) if (content[section] !== undefined) walk(content[section], [section]);
  return figures;
}

/** Name of an indicator in the report's language, Chinese where it has no other. */
export function indicatorName(inputs: Inputs, id: string): string {
  const name = inputs.catalogue[id]?.name;
  return (inputs.language.startsWith('en') ? name?.en : undefined) ?? name?.zh ?? id;
}

/** Where a figure stands in its source, from the source's ledger. */
export function provenanceOf(
  inputs: Inputs,
  source: string | undefined,
  indicator: string,
  period: string,
  as?: LedgerFigure['as'],
): Provenance {
  if (source === undefined) return {};
  const entry = findInLedger(inputs, source, indicator, period, as);
  return { source, ...(entry && { sourceLine: entry.line, locator: entry.at }) };
}

/** The ledger's entry of a figure of this region, or undefined. */
export function findInLedger(
  inputs: Inputs,
  source: string,
  indicator: string,
  period: string,
  as?: LedgerFigure['as'],
): LedgerFigure | undefined {
  return inputs.ledgers
    .get(source)
    ?.content.figures.find(
      (entry) =>
        entry.id === indicator &&
        entry.region === inputs.region.id &&
        String(entry.period) === period &&
        (entry.as === 'target') === (as === 'target'),
    );
}
