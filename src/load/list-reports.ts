import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { readYaml } from './read-files.ts';

/** A report by what identifies it; without a region, the default one's. */
export interface ReportName {
  readonly region: string | undefined;
  readonly period: string;
}

/** Every report that can be built: data files with a `report` section, by region and period. */
export async function listReports(
  host: Host,
  diagnostics: Diagnostics,
  only?: string,
): Promise<ReportName[]> {
  const regions = await readYaml(host, 'data/regions.yaml', diagnostics);
  if (!regions) return [];
  const registered = Object.keys((regions.value as { regions?: object } | null)?.regions ?? {});
  const folders = await host.list('data');
  const existing = registered.filter((name) => folders.includes(name));
  if (existing.length === 0 || (only !== undefined && !existing.includes(only))) {
    diagnostics.report('REGION_UNKNOWN', { name: only ?? '', existing });
    return [];
  }
  const reports: ReportName[] = [];
  for (const region of only === undefined ? existing : [only]) {
    for (const name of await host.list(`data/${region}`)) {
      const period = /^(\d{4}(?:-\d{4})?)\.yaml$/.exec(name)?.[1];
      if (period !== undefined && (await isReport(host, `data/${region}/${name}`)))
        reports.push({ region, period });
    }
  }
  return reports;
}

/** A file that cannot be read is listed too, so that making its report shows what is wrong with it. */
async function isReport(host: Host, path: string): Promise<boolean> {
  const file = await readYaml(host, path, new Diagnostics());
  if (!file) return true;
  return typeof file.value === 'object' && file.value !== null && 'report' in file.value;
}
