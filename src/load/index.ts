import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { limitInputs, readFolder, readTemplates, readYaml, type TemplateFile } from './read-files.ts';
import { readTheme, type ThemeSources } from './read-theme.ts';
import type { YamlFile } from './yaml-file.ts';

/** Which report to make; everything else is read from files. */
export interface Request {
  /** Region id; the default region when absent. */
  readonly region?: string | undefined;
  /** `2022`, or a span `2022-2025`. */
  readonly period: string;
  readonly theme: string;
  /** BCP 47 tag with a locale file. */
  readonly language: string;
}

/** All files one report can depend on, read and parsed but not yet checked. */
export interface Sources {
  readonly regions: YamlFile;
  readonly units: YamlFile;
  /** By section, the file name without `.yaml`. */
  readonly indicators: ReadonlyMap<string, YamlFile>;
  readonly region: string;
  /** The region's data files by period. */
  readonly data: ReadonlyMap<string, YamlFile>;
  /** The data files of the regions it may be compared with, by region and period. */
  readonly peers: ReadonlyMap<string, ReadonlyMap<string, YamlFile>>;
  /** What must hold between figures; absent where a project has nothing beyond the catalogue. */
  readonly rules: YamlFile | undefined;
  /** What was published, by period, of those that are sealed. */
  readonly sealed: ReadonlyMap<string, YamlFile>;
  /** Absent where a project has no tasks to assign. */
  readonly departments: YamlFile | undefined;
  /** Ledgers of the sources these files cite, by id. */
  readonly ledgers: ReadonlyMap<string, YamlFile>;
  /** Names of all ledgers, for hints. */
  readonly ledgerNames: readonly string[];
  /** By name: `reports/white-paper`, `sections/creation`, `partials/card`. */
  readonly templates: ReadonlyMap<string, TemplateFile>;
  readonly charts: ReadonlyMap<string, YamlFile>;
  readonly theme: ThemeSources;
  readonly locale: YamlFile;
}

/** What the record of a published period is called, behind the period. */
export const sealEnding = '.sealed.yaml';

const idPattern = /^[a-z][a-z0-9-]*$/;
const periodPattern = /^\d{4}(-\d{4})?$/;

/**
 * Read everything the request can need. A region, period, theme or language that does not exist is a diagnostic that
 * lists those that do; names are compared with what is there, so that no request can leave the project's folders.
 */
export async function load(request: Request, wholeHost: Host, diagnostics: Diagnostics): Promise<Sources> {
  const host = limitInputs(wholeHost);
  const read = (path: string): Promise<YamlFile | undefined> => readYaml(host, path, diagnostics);
  const [regions, units, indicators, templates, charts, ledgerFiles] = await Promise.all([
    read('data/regions.yaml'),
    read('data/units.yaml'),
    readFolder(host, 'data/indicators', diagnostics),
    readTemplates(host, diagnostics),
    readFolder(host, 'templates/charts', diagnostics, '.vl.yaml'),
    host.list('seeds'),
  ]);
  const ledgerNames = ledgerFiles.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5));
  const theme = await readTheme(request.theme, host, diagnostics);
  const locale = await readChoice(
    'LANGUAGE_UNKNOWN',
    request.language,
    'templates/locales',
    host,
    diagnostics,
  );
  if (!regions || !units) diagnostics.throwIfErrors();

  const region = await chooseRegion(request.region, regions, host, diagnostics);
  const data = await readFolder(host, `data/${region}`, diagnostics, '.yaml', periodPattern);
  const periods = [...data.keys()];
  if (!data.has(request.period)) {
    const names = await host.list(`data/${region}`);
    const isUnreadable = periodPattern.test(request.period) && names.includes(`${request.period}.yaml`);
    if (!isUnreadable)
      diagnostics.report('PERIOD_UNKNOWN', { name: request.period, region, existing: periods });
  }
  diagnostics.throwIfErrors();
  if (!regions || !units || !theme || !locale) throw new Error('load: a missing file was not reported');
  const peers = await readPeers(region, regions, host, diagnostics);
  const present = await host.list('data');
  const optional = (name: string): Promise<YamlFile | undefined> =>
    present.includes(name) ? read(`data/${name}`) : Promise.resolve(undefined);
  const [departments, rules] = await Promise.all([optional('departments.yaml'), optional('rules.yaml')]);
  const sealed = await readFolder(host, `data/${region}`, diagnostics, sealEnding, periodPattern);
  const files = [data, ...peers.values()].flatMap((periods) => [...periods.values()]);
  const ledgers = await readLedgers(files, ledgerNames, host, diagnostics);
  diagnostics.throwIfErrors();
  return {
    regions,
    units,
    indicators,
    region,
    data,
    peers,
    rules,
    sealed,
    departments,
    ledgers,
    ledgerNames,
    templates,
    charts,
    theme,
    locale,
  };
}

async function readChoice(
  code: 'LANGUAGE_UNKNOWN',
  name: string,
  folder: string,
  host: Host,
  diagnostics: Diagnostics,
): Promise<YamlFile | undefined> {
  const existing = (await host.list(folder)).map((file) => file.replace(/\.yaml$/, ''));
  if (existing.includes(name)) return readYaml(host, `${folder}/${name}.yaml`, diagnostics);
  diagnostics.report(code, { name, existing });
  return undefined;
}

/** The region asked for, or the default; only a name that `data/` has a folder for comes out of here. */
async function chooseRegion(
  asked: string | undefined,
  regions: YamlFile | undefined,
  host: Host,
  diagnostics: Diagnostics,
): Promise<string> {
  const value = regions?.value as
    { default_region?: unknown; regions?: Record<string, unknown> } | null | undefined;
  const registered = Object.keys(value?.regions ?? {});
  const folders = await host.list('data');
  const existing = registered.filter((name) => folders.includes(name));
  const name = asked ?? (typeof value?.default_region === 'string' ? value.default_region : '');
  if (!idPattern.test(name) || !existing.includes(name)) {
    // With a folder of its own it is the register that lacks it; without one it was asked for wrongly.
    const isUnlisted = asked !== undefined && idPattern.test(asked) && folders.includes(asked);
    const lacking = isUnlisted ? regions?.place(['regions'], 'key') : undefined;
    const place = asked === undefined ? regions?.place(['default_region']) : lacking;
    diagnostics.report('REGION_UNKNOWN', { name, existing }, place);
    diagnostics.throwIfErrors();
  }
  return name;
}

/** Data of the regions registered as this one's peers; one without a folder has no figures yet. */
async function readPeers(
  region: string,
  regions: YamlFile,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Map<string, Map<string, YamlFile>>> {
  const registered = (regions.value as { regions?: Record<string, { peers?: unknown }> } | null)?.regions;
  const names = registered?.[region]?.peers;
  const peers = new Map<string, Map<string, YamlFile>>();
  for (const name of Array.isArray(names) ? names : []) {
    if (typeof name !== 'string' || !idPattern.test(name) || !registered?.[name]) continue;
    peers.set(name, await readFolder(host, `data/${name}`, diagnostics, '.yaml', periodPattern));
  }
  return peers;
}

async function readLedgers(
  files: readonly YamlFile[],
  names: readonly string[],
  host: Host,
  diagnostics: Diagnostics,
): Promise<Map<string, YamlFile>> {
  const cited = new Set<string>();
  for (const { value } of files) {
    const sources = (value as { sources?: unknown } | null)?.sources;
    if (Array.isArray(sources))
      for (const source of sources) if (typeof source === 'string') cited.add(source);
  }
  const ledgers = new Map<string, YamlFile>();
  for (const name of names) {
    if (!cited.has(name)) continue;
    const ledger = await readYaml(host, `seeds/${name}.yaml`, diagnostics);
    if (ledger) ledgers.set(name, ledger);
  }
  return ledgers;
}
