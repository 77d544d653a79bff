import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Request, Sources } from '../load/index.ts';
import type { TemplateFile } from '../load/read-files.ts';
import type { YamlFile } from '../load/yaml-file.ts';
import {
  checkCatalogueDepartments,
  checkDepartments,
  registerDepartments,
  type DepartmentRegister,
} from './department-register.ts';
import { dictionary } from './dictionary.ts';
import { nearest } from './nearest.ts';
import { sectionIds, type Catalogue } from './schema/catalogue.ts';
import { chartSchema, type ChartSpec } from './schema/chart.ts';
import { ledgerSchema, type Ledger } from './schema/ledger.ts';
import { localeSchema, type Locale } from './schema/locale.ts';
import { regionsSchema, type Region, type Regions } from './schema/regions.ts';
import { buildReportSchema, type ReportFile, type ReportHead } from './schema/report.ts';
import type { RuleData } from './schema/rules.ts';
import { sealSchema, type Seal } from './schema/seal.ts';
import type { Theme } from './schema/theme.ts';
import { unitsSchema, type Units } from './schema/units.ts';
import { validateCatalogue } from './validate-catalogue.ts';
import { validateRules } from './validate-rules.ts';
import { validateTheme } from './validate-theme.ts';
import { validateFile, type UnknownKeyReporter } from './validate-file.ts';

/** A checked file: its typed content, and the YAML it came from for places. */
export interface Checked<Content> {
  readonly content: Content;
  readonly yaml: YamlFile;
}

/** A region whose figures may stand beside the report's own. */
export interface Peer {
  readonly region: Region & { readonly id: string };
  readonly data: ReadonlyMap<string, Checked<ReportFile>>;
}

/** Everything a report is made from, complete and typed. */
export interface Inputs {
  readonly request: Request;
  readonly region: Region & { readonly id: string };
  readonly period: string;
  readonly language: string;
  readonly head: ReportHead;
  readonly units: Units;
  readonly catalogue: Catalogue;
  /** The region's data files by period; `report` is the one being made. */
  readonly data: ReadonlyMap<string, Checked<ReportFile>>;
  readonly report: Checked<ReportFile>;
  /** The regions it may be compared with, in the order of the register, with their data files by period. */
  readonly peers: ReadonlyMap<string, Peer>;
  /** By id and by every spelling. */
  readonly departments: DepartmentRegister;
  /** `data/rules.yaml`. */
  readonly rules: readonly RuleData[];
  /** What was published, by period. */
  readonly sealed: ReadonlyMap<string, Seal>;
  readonly ledgers: ReadonlyMap<string, Checked<Ledger>>;
  readonly templates: ReadonlyMap<string, TemplateFile>;
  readonly charts: ReadonlyMap<string, Checked<ChartSpec>>;
  readonly theme: Theme;
  readonly locale: Locale;
}

/**
 * The single door from what was written to what is used: strict schemas, unknown keys are errors. Stops (throws
 * `ReportError`) after the catalogue and again at the end, so that each round shows all it can find.
 */
export function validate(request: Request, sources: Sources, diagnostics: Diagnostics): Inputs {
  const regions = validateFile(regionsSchema, sources.regions, diagnostics);
  const writtenUnits = validateFile(unitsSchema, sources.units, diagnostics)?.units;
  const units = writtenUnits && dictionary(writtenUnits);
  const theme = validateTheme(request.theme, sources.theme, diagnostics);
  const locale = validateFile(localeSchema, sources.locale, diagnostics);
  const catalogue = units && validateCatalogue(sources.indicators, units, diagnostics);
  diagnostics.throwIfErrors();
  if (!regions || !units || !theme || !locale || !catalogue)
    throw new Error('validate: a bad file was not reported');

  const schema = buildReportSchema(catalogue);
  const validateData = (files: ReadonlyMap<string, YamlFile>): Map<string, Checked<ReportFile>> =>
    validateDataFiles(files, schema, catalogue, diagnostics);
  const data = validateData(sources.data);
  const peers = new Map<string, Peer>();
  for (const id of registeredPeers(regions, sources, diagnostics)) {
    const region = regions.regions[id];
    if (region) peers.set(id, { region: { ...region, id }, data: validateData(sources.peers.get(id) ?? new Map()) }); // prettier-ignore
  }
  const departments = registerDepartments(sources.departments, diagnostics);
  const rules = validateRules(sources.rules, catalogue, diagnostics);
  const sealed = validateAll(sources.sealed, sealSchema, diagnostics);
  const ledgers = validateAll(sources.ledgers, ledgerSchema, diagnostics);
  const charts = validateAll(sources.charts, chartSchema, diagnostics);
  for (const files of [data, ...[...peers.values()].map((peer) => peer.data)])
    checkSources(files, sources, diagnostics);
  for (const yaml of sources.indicators.values()) checkCatalogueDepartments(yaml, departments, diagnostics);
  for (const file of data.values()) checkDepartments(file, departments, diagnostics);
  const report = data.get(request.period);
  const head = report?.content.report;
  if (report && !head) {
    const existing = [...data].filter(([, { content }]) => content.report).map(([period]) => period);
    diagnostics.report('PERIOD_WITHOUT_REPORT', { name: request.period, existing }, report.yaml.place([]));
  }
  if (report && head?.plan !== undefined && !data.has(head.plan)) {
    const details = { name: head.plan, region: sources.region, existing: [...data.keys()] };
    diagnostics.report('PERIOD_UNKNOWN', details, report.yaml.place(['report', 'plan']));
  }
  const region = regions.regions[sources.region];
  diagnostics.throwIfErrors();
  if (!report || !head || !region) throw new Error('validate: a missing report was not reported');
  return {
    request,
    region: { ...region, id: sources.region },
    period: request.period,
    language: request.language,
    head,
    units,
    catalogue,
    data,
    report,
    peers,
    departments,
    rules,
    sealed: new Map([...sealed].map(([period, { content }]) => [period, content])),
    ledgers,
    templates: sources.templates,
    charts,
    theme,
    locale: { ...locale, words: dictionary(locale.words) },
  };
}

/** Peers of the report's region that are registered. Reports REGION_UNKNOWN. */
function registeredPeers(regions: Regions, sources: Sources, diagnostics: Diagnostics): string[] {
  const existing = Object.keys(regions.regions);
  return (regions.regions[sources.region]?.peers ?? []).filter((name, index) => {
    if (existing.includes(name) && name !== sources.region) return true;
    const place = sources.regions.place(['regions', sources.region, 'peers', index]);
    diagnostics.report('REGION_UNKNOWN', { name, existing }, place);
    return false;
  });
}

function validateDataFiles(
  files: ReadonlyMap<string, YamlFile>,
  schema: ReturnType<typeof buildReportSchema>,
  catalogue: Catalogue,
  diagnostics: Diagnostics,
): Map<string, Checked<ReportFile>> {
  const data = new Map<string, Checked<ReportFile>>();
  for (const [period, yaml] of files) {
    const content = validateFile(schema, yaml, diagnostics, unknownIndicator(yaml, catalogue, diagnostics));
    if (content) data.set(period, { content: content, yaml });
  }
  return data;
}

/** Inside a section an unknown key is a mistyped indicator, and the hint is its full id. */
function unknownIndicator(
  yaml: YamlFile,
  catalogue: Catalogue,
  diagnostics: Diagnostics,
): UnknownKeyReporter {
  return (path, key, known) => {
    if (!sectionIds.some((section) => section === path[0])) return false;
    const name = [...path, key].join('.');
    const siblings = nearest(key, known);
    const candidates =
      siblings.length > 0
        ? siblings.map((sibling) => [...path, sibling].join('.'))
        : nearest(name, Object.keys(catalogue));
    diagnostics.report('INDICATOR_UNKNOWN', { name, candidates }, yaml.place([...path, key], 'key'));
    return true;
  };
}

function validateAll<Schema extends typeof ledgerSchema | typeof chartSchema | typeof sealSchema>(
  files: ReadonlyMap<string, YamlFile>,
  schema: Schema,
  diagnostics: Diagnostics,
): Map<string, Checked<ReturnType<Schema['parse']>>> {
  const checked = new Map<string, Checked<ReturnType<Schema['parse']>>>();
  for (const [id, yaml] of files) {
    const content = validateFile(schema, yaml, diagnostics);
    if (content) checked.set(id, { content: content as ReturnType<Schema['parse']>, yaml });
  }
  return checked;
}

/** Every source a file lists has a ledger, and `default_source` is one of them. */
function checkSources(
  data: ReadonlyMap<string, Checked<ReportFile>>,
  { ledgerNames }: Sources,
  diagnostics: Diagnostics,
): void {
  for (const { content, yaml } of data.values()) {
    content.sources.forEach((name, index) => {
      if (ledgerNames.includes(name)) return;
      diagnostics.report(
        'SOURCE_UNKNOWN',
        { name, candidates: nearest(name, ledgerNames) },
        yaml.place(['sources', index]),
      );
    });
    const name = content.default_source;
    if (name !== undefined && !content.sources.includes(name)) {
      const place = yaml.place(['default_source']);
      diagnostics.report('SOURCE_UNKNOWN', { name, candidates: nearest(name, content.sources) }, place);
    }
  }
}
