import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { hasReportSection } from './has-report-section.ts';
import { readText, readYaml } from './read-files.ts';

/** A report by what identifies it; without a region, the default one's. */
export interface ReportName {
  readonly region: string | undefined;
  readonly period: string;
}

/** The regions of the register that have a folder of data, in its order. */
export async function listRegions(host: Host, diagnostics: Diagnostics): Promise<string[]> {
  const regions = await readYaml(host, 'data/regions.yaml', diagnostics);
  if (!regions) return [];
  const folders = await host.list('data');
  const registered = Object.keys((regions.value as { regions?: object } | null)?.regions ?? {});
  return registered.filter((name) => folders.includes(name));
}

/** Every report that can be built: data files with a `report` section, by region, and a span behind its first year. */
export async function listReports(
  host: Host,
  diagnostics: Diagnostics,
  only?: string,
): Promise<ReportName[]> {
  const existing = await listRegions(host, diagnostics);
  if (diagnostics.hasErrors) return [];
  if (existing.length === 0 || (only !== undefined && !existing.includes(only))) {
    diagnostics.report('REGION_UNKNOWN', { name: only ?? '', existing });
    return [];
  }
  const reports: ReportName[] = [];
  for (const region of only === undefined ? existing : [only]) {
    const names = await host.list(`data/${region}`);
    // Not in the order of the files: there the ending counts, and comes behind the hyphen of a span.
    const periods = names.flatMap((name) => /^(\d{4}(?:-\d{4})?)\.yaml$/.exec(name)?.[1] ?? []).sort();
    for (const period of periods)
      if (await isReport(host, `data/${region}/${period}.yaml`)) reports.push({ region, period });
  }
  return reports;
}

/** A file that cannot be read is listed too, so that making its report shows what is wrong with it. */
async function isReport(host: Host, path: string): Promise<boolean> {
  const text = await readText(host, path, new Diagnostics());
  return text === undefined || hasReportSection(text);
}
