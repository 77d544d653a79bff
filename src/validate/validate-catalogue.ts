import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { readFolder, readYaml } from '../load/read-files.ts';
import type { YamlFile } from '../load/yaml-file.ts';
import { dictionary } from './dictionary.ts';
import { nearest } from './nearest.ts';
import { catalogueSchema, type Catalogue, type Indicator } from './schema/catalogue.ts';
import { unitsSchema, type Units } from './schema/units.ts';
import { validateFile } from './validate-file.ts';

/** The catalogue last found without a word said about it, and what it was made of. */
let last:
  | {
      readonly files: ReadonlyMap<string, YamlFile>;
      readonly units: ReadonlyMap<string, unknown>;
      readonly catalogue: Catalogue;
    }
  | undefined;

/**
 * The catalogue as one record; every id in the file of its section, every unit and every indicator named known. The same files and
 * units give the same object, so that what is built from the catalogue need not be built again; it is never changed.
 */
export function validateCatalogue(
  files: ReadonlyMap<string, YamlFile>,
  units: Units,
  diagnostics: Diagnostics,
): Catalogue {
  const made = new Map(Object.entries(units));
  if (last && isSame(last.files, files) && isSame(last.units, made)) return last.catalogue;
  const before = diagnostics.all.length;
  const catalogue = readFiles(files, units, diagnostics);
  if (diagnostics.all.length === before) last = { files, units: made, catalogue };
  return catalogue;
}

function isSame(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}

function readFiles(files: ReadonlyMap<string, YamlFile>, units: Units, diagnostics: Diagnostics): Catalogue {
  const catalogue = dictionary<Indicator>();
  const places: [indicators: Record<string, Indicator>, yaml: YamlFile][] = [];
  for (const [section, yaml] of files) {
    const { department, indicators = {} } = validateFile(catalogueSchema, yaml, diagnostics) ?? {};
    places.push([indicators, yaml]);
    for (const [id, indicator] of Object.entries(indicators)) {
      const owner = id.split('.')[0] ?? '';
      if (owner !== section) {
        diagnostics.report(
          'INDICATOR_SECTION',
          { name: id, section: owner },
          yaml.place(['indicators', id], 'key'),
        );
      }
      catalogue[id] = department === undefined ? indicator : { department, ...indicator };
    }
  }
  for (const [indicators, yaml] of places) {
    for (const [id, indicator] of Object.entries(indicators)) {
      if (!units[indicator.unit]) {
        const place = yaml.place(['indicators', id, 'unit']);
        const candidates = nearest(indicator.unit, Object.keys(units));
        diagnostics.report('UNIT_UNKNOWN', { name: indicator.unit, candidates }, place);
      }
      const named = [
        ...(indicator.sum_of ?? []),
        ...(indicator.ratio_of ?? []),
        ...(indicator.not_comparable ?? []),
        ...[indicator.at_most, indicator.field, indicator.change].filter((name) => name !== undefined),
      ];
      for (const name of named) {
        if (catalogue[name]) continue;
        const candidates = nearest(name, Object.keys(catalogue));
        diagnostics.report('INDICATOR_UNKNOWN', { name, candidates }, yaml.place(['indicators', id], 'key'));
      }
    }
  }
  checkNames(places, diagnostics);
  return catalogue;
}

/** A rank says among whom (RANK_SCOPE_MISSING), and no name or alias means two indicators (NAME_TWICE). */
function checkNames(
  places: readonly [indicators: Record<string, Indicator>, yaml: YamlFile][],
  diagnostics: Diagnostics,
): void {
  const owners = new Map<string, string>();
  for (const [indicators, yaml] of places) {
    for (const [id, { name, aliases = [], kind, scope }] of Object.entries(indicators)) {
      const place = yaml.place(['indicators', id], 'key');
      if (kind === 'rank' && scope === undefined)
        diagnostics.report('RANK_SCOPE_MISSING', { name: name.zh }, place);
      for (const spelling of new Set([name.zh, ...aliases])) {
        const first = owners.get(spelling);
        if (first === undefined) owners.set(spelling, id);
        else diagnostics.report('NAME_TWICE', { name: spelling, first, second: id }, place);
      }
    }
  }
}

/** The catalogue alone, for the JSON Schemas. Throws `ReportError` when its files are wrong. */
export async function readCatalogue(host: Host, diagnostics: Diagnostics): Promise<Catalogue> {
  const unitsFile = await readYaml(host, 'data/units.yaml', diagnostics);
  const units = unitsFile && validateFile(unitsSchema, unitsFile, diagnostics)?.units;
  const files = await readFolder(host, 'data/indicators', diagnostics);
  const catalogue = validateCatalogue(files, units ?? {}, diagnostics);
  diagnostics.throwIfErrors();
  return catalogue;
}
