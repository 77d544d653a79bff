import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Checked, Inputs } from '../validate/index.ts';
import type { LedgerFigure } from '../validate/schema/ledger.ts';
import { nameInLanguage } from '../validate/name-in-language.ts';
import { nearest } from '../validate/nearest.ts';
import { figureAttributes, type FigureForm as WrittenForm } from '../validate/schema/figure-form.ts';
import type { ReportFile } from '../validate/schema/report.ts';
import { sectionIds } from '../validate/schema/catalogue.ts';
import type { Path } from '../load/yaml-file.ts';
import { figureKey } from './facts.ts';
import type { Figure, Provenance } from './figure.ts';
import { readValue } from './read-value.ts';

/** The long form with nothing but further indicators below it has no value of its own. */
type FigureForm = Partial<WrittenForm>;

/** A data file as figures are read from it: whose it is, and of which period. */
export interface DataFile {
  readonly region: string;
  readonly period: string;
  readonly checked: Checked<ReportFile>;
}

/**
 * Every figure of one data file. The digits are the characters in the file, so that 115.40 stays 115.40.
 * Reports VALUE_NOT_DECIMAL, VALUE_DECIMALS, UNIT_UNKNOWN, UNIT_DIMENSION, SOURCE_UNKNOWN, FIGURE_WITHOUT_SOURCE,
 * KEY_MISSING, REGION_UNKNOWN.
 */
export function collectFigures(file: DataFile, inputs: Inputs, diagnostics: Diagnostics): Figure[] {
  const { content, yaml } = file.checked;
  const figures: Figure[] = [];
  const walk = (node: unknown, path: Path): void => {
    const indicator = path.join('.');
    const isFigure = inputs.catalogue[indicator] !== undefined;
    if (isFigure) figures.push(...readNode(node, path, indicator));
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node))
      if (!isFigure || !Object.hasOwn(figureAttributes, key)) walk(child, [...path, key]);
  };

  /** What stands at an indicator's place: its figure, those of other periods, or just further indicators. */
  const readNode = (node: unknown, path: Path, id: string): Figure[] => {
    if (typeof node === 'number') return readFigure({ value: node }, path, path, id);
    const { other_periods: others = [], ...form } = node as FigureForm;
    const attributes = Object.keys(form).filter((key) => Object.hasOwn(figureAttributes, key));
    if (form.value === undefined && attributes.length > 0)
      diagnostics.report('KEY_MISSING', { name: 'value' }, yaml.place([...path, attributes[0] ?? ''], 'key'));
    return [
      ...(form.value === undefined ? [] : readFigure(form, path, [...path, 'value'], id)),
      ...others.flatMap((other, index) => {
        const at = [...path, 'other_periods', index];
        return readFigure(other, at, [...at, 'value'], id);
      }),
    ];
  };

  const readFigure = (form: FigureForm, path: Path, valuePath: Path, id: string): Figure[] => {
    const indicator = inputs.catalogue[id];
    const { value, to, unit } = form;
    if (!indicator || value === undefined) return [];
    const place = yaml.place(valuePath);
    const written = { yaml, path: valuePath, unitPath: [...path, 'unit'], number: value, unit };
    const stated = readValue(written, indicator, inputs.units, diagnostics);
    const upTo =
      to === undefined
        ? undefined
        : readValue({ ...written, path: [...path, 'to'], number: to }, indicator, inputs.units, diagnostics);
    if (!stated) return [];
    const source = sourceOf(file.checked, form.source, path, indicator.name.zh, diagnostics);
    if (form.peer !== undefined && !inputs.peers.has(form.peer)) {
      const details = { name: form.peer, existing: [...inputs.peers.keys()] };
      diagnostics.report('REGION_UNKNOWN', details, yaml.place([...path, 'peer']));
    }
    const period = String(form.period ?? file.period);
    return [
      {
        key: figureKey(file.region, period, id),
        indicator: id,
        region: file.region,
        period,
        writtenIn: file.period,
        ...stated,
        kind: indicator.kind,
        status: form.status ?? 'final',
        name: indicatorName(inputs, id),
        provenance: provenanceOf(inputs, { region: file.region, period, indicator: id, source }),
        place,
        ...(upTo !== undefined && { to: upTo.value }),
        ...(form.qualifier !== undefined && { qualifier: form.qualifier }),
        ...(form.note !== undefined && { note: form.note }),
        ...(form.of !== undefined && { of: form.of }),
        ...(form.peer !== undefined && { peer: form.peer }),
        ...readRevision(form, path),
      },
    ];
  };

  const readRevision = ({ revised }: FigureForm, path: Path): Pick<Figure, 'revised'> => {
    if (!revised) return {};
    const from = yaml.source([...path, 'revised', 'from']) ?? String(revised.from);
    const source = revised.source ?? content.default_source;
    return { revised: { from, reason: revised.reason, ...(source !== undefined && { source }) } };
  };

  for (const section of sectionIds) if (content[section] !== undefined) walk(content[section], [section]);
  return figures;
}

/** The source of a figure, its own or the file's. Reports FIGURE_WITHOUT_SOURCE, SOURCE_UNKNOWN. */
export function sourceOf(
  { content, yaml }: Checked<ReportFile>,
  own: string | undefined,
  path: Path,
  indicator: string,
  diagnostics: Diagnostics,
): string | undefined {
  const source = own ?? content.default_source;
  if (source === undefined) diagnostics.report('FIGURE_WITHOUT_SOURCE', { indicator }, yaml.place(path));
  else if (!content.sources.includes(source)) {
    const candidates = nearest(source, content.sources);
    diagnostics.report('SOURCE_UNKNOWN', { name: source, candidates }, yaml.place([...path, 'source']));
  }
  return source;
}

/** Name of an indicator in the report's language, Chinese where it has no other. */
export function indicatorName(inputs: Inputs, id: string): string {
  const name = inputs.catalogue[id]?.name;
  return name ? nameInLanguage(inputs.language, name) : id;
}

/** What a ledger's entry is found by. */
export interface LedgerKey {
  readonly source: string | undefined;
  readonly region: string;
  readonly period: string;
  readonly indicator: string;
  readonly as?: LedgerFigure['as'];
}

/** Where a figure stands in its source, from the source's ledger. */
export function provenanceOf(inputs: Inputs, key: LedgerKey): Provenance {
  if (key.source === undefined) return {};
  const entry = findInLedger(inputs, key);
  return { source: key.source, ...(entry && { sourceLine: entry.line, locator: entry.at }) };
}

/** The ledger's entry of a figure, or undefined. */
export function findInLedger(
  inputs: Inputs,
  { source, region, period, indicator, as }: LedgerKey,
): LedgerFigure | undefined {
  return inputs.ledgers
    .get(source ?? '')
    ?.content.figures.find(
      (entry) =>
        entry.id === indicator &&
        entry.region === region &&
        String(entry.period) === period &&
        (entry.as === 'target') === (as === 'target'),
    );
}
