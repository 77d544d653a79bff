import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { parseYaml } from './yaml-file.ts';

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
  const text = await host.readText('data/regions.yaml');
  const regions = text === undefined ? undefined : parseYaml(text, 'data/regions.yaml', diagnostics);
  const registered = Object.keys((regions?.value as { regions?: object } | null | undefined)?.regions ?? {});
  if (only !== undefined && !registered.includes(only)) {
    diagnostics.report('REGION_UNKNOWN', { name: only, existing: registered });
    return [];
  }
  const reports: ReportName[] = [];
  for (const region of only === undefined ? registered : [only]) {
    for (const name of await host.list(`data/${region}`)) {
      const period = /^(\d{4}(?:-\d{4})?)\.yaml$/.exec(name)?.[1];
      if (period === undefined) continue;
      // A line at the margin is enough to tell; a broken file must still be listed, so that its errors show.
      if (/^report:/m.test((await host.readText(`data/${region}/${name}`)) ?? ''))
        reports.push({ region, period });
    }
  }
  return reports;
}
