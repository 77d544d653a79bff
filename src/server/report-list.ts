import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { listReports, type ReportName } from '../load/list-reports.ts';
import { readYaml } from '../load/read-files.ts';
import { addressOf } from './report-address.ts';

/** A theme with a language, of one report. */
export interface ListedEdition {
  readonly theme: string;
  readonly language: string;
  readonly address: string;
}

export interface ListedReport {
  readonly period: string;
  /** Undefined where its data cannot be read. */
  readonly title: string | undefined;
  readonly editions: readonly ListedEdition[];
}

/** Reports of one region, under its name where there is one to be read, else under its id. */
export interface ListedRegion {
  readonly id: string;
  readonly name: string;
  readonly reports: readonly ListedReport[];
}

/** Every report of the project in every edition. Names are as the files have them: text, whatever it looks like. */
export interface ReportList {
  readonly regions: readonly ListedRegion[];
  /** Names of themes and languages, by id. */
  readonly themes: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, string>>;
}

const id = /^[a-z][a-z0-9-]*$/;

/** List the reports, also while nothing of the data can be read; what is wrong with it is for the report's page to say. */
export async function listProject(host: Host, language: 'zh' | 'en'): Promise<ReportList> {
  const read = async (path: string): Promise<unknown> =>
    (await readYaml(host, path, new Diagnostics()))?.value;
  const nameIn = async (path: string): Promise<string | undefined> =>
    textIn(at(await read(path), 'name'), language);
  const themes: Record<string, string> = {};
  for (const theme of (await host.list('templates/themes')).filter((name) => id.test(name)))
    themes[theme] = (await nameIn(`templates/themes/${theme}/theme.yaml`)) ?? theme;
  const languages: Record<string, string> = {};
  for (const file of await host.list('templates/locales')) {
    const tag = /^([A-Za-z][A-Za-z0-9-]*)\.yaml$/.exec(file)?.[1];
    if (tag !== undefined) languages[tag] = (await nameIn(`templates/locales/${file}`)) ?? tag;
  }
  const register = at(await read('data/regions.yaml'), 'regions');
  const found = register === undefined ? await filesOf(host) : await listReports(host, new Diagnostics());
  const regions = new Map<string, ListedRegion & { readonly reports: ListedReport[] }>();
  for (const { region = '', period } of found) {
    const name = textIn(at(at(register, region), 'name'), language) ?? region;
    const listed = regions.get(region) ?? { id: region, name, reports: [] };
    const report = at(await read(`data/${region}/${period}.yaml`), 'report');
    const editions = Object.keys(languages).flatMap((tag) =>
      Object.keys(themes).map((theme) => ({
        ...{ theme, language: tag },
        address: addressOf({ region, period, theme, language: tag }),
      })),
    );
    listed.reports.push({ period, title: textIn(at(report, 'title'), language), editions });
    regions.set(region, listed);
  }
  // The newest first: it is the one being written.
  for (const { reports } of regions.values()) reports.sort((a, b) => (a.period < b.period ? 1 : -1));
  return { regions: [...regions.values()], themes, languages };
}

/** What may be reports by the names of the files, where the register cannot be read. */
async function filesOf(host: Host): Promise<ReportName[]> {
  const found: ReportName[] = [];
  for (const region of (await host.list('data')).filter((name) => id.test(name))) {
    for (const file of await host.list(`data/${region}`)) {
      const period = /^(\d{4}(?:-\d{4})?)\.yaml$/.exec(file)?.[1];
      if (period !== undefined) found.push({ region, period });
    }
  }
  return found;
}

/** A member of what a file says, whatever that is. */
function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** A text in one language or several; undefined where it is none. */
function textIn(value: unknown, language: 'zh' | 'en'): string | undefined {
  const found = [value, at(value, language), at(value, 'zh')].find((text) => typeof text === 'string');
  return found?.trim() === '' ? undefined : found;
}
