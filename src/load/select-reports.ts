import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { listRegions, listReports, type ReportName } from './list-reports.ts';
import { readYaml } from './read-files.ts';

/** Which reports are meant. Without regions every region's, or the default one's where periods are named. */
export interface Selection {
  readonly regions: readonly string[];
  /** Every period where none is named. */
  readonly periods: readonly string[];
}

/**
 * The reports a selection means, each once, in the order of the register and of time, however it was typed: of the regions named
 * those of the periods named that there are. Reports REGION_UNKNOWN, PERIOD_UNKNOWN and PERIOD_WITHOUT_REPORT for a name that
 * stands for nothing at all. One report alone is not looked for: making it says what is wrong with its name. It too is of a named
 * region where there is one to name: what was built is known again however it was asked for.
 */
export async function selectReports(
  { regions, periods }: Selection,
  host: Host,
  diagnostics: Diagnostics,
): Promise<ReportName[]> {
  const [only] = periods;
  if (only !== undefined && periods.length === 1 && regions.length < 2)
    return [{ region: regions[0] ?? (await usableDefault(host)), period: only }];
  const hasErrors = (): boolean => diagnostics.hasErrors;
  const existing = await listRegions(host, diagnostics);
  const named = regions.length > 0 || periods.length === 0 ? regions : await defaultRegion(host, diagnostics);
  const wanted = named.length > 0 ? named : existing;
  for (const name of wanted)
    if (!existing.includes(name)) diagnostics.report('REGION_UNKNOWN', { name, existing });
  if (hasErrors()) return [];
  const all = await listReports(host, diagnostics);
  const candidates = all.filter(({ region = '' }) => wanted.includes(region));
  const found = candidates.filter(({ period }) => periods.length === 0 || periods.includes(period));
  for (const name of periods)
    if (!found.some(({ period }) => period === name))
      await refusePeriod(name, wanted, candidates, host, diagnostics);
  if (hasErrors()) return [];
  for (const region of named.filter((name) => !found.some((report) => report.region === name))) {
    const own = candidates.filter((report) => report.region === region);
    if (own.length > 0) await refusePeriod(periods.join('、'), [region], own, host, diagnostics);
    else diagnostics.report('PERIOD_WITHOUT_REPORT', { name: region, existing: all.map(nameOf) });
  }
  if (found.length === 0 && !hasErrors())
    diagnostics.report('PERIOD_WITHOUT_REPORT', { name: 'data', existing: [] });
  return hasErrors() ? [] : found;
}

const nameOf = ({ region = '', period }: ReportName): string => `${region} ${period}`;

/** The default region, unless something is wrong with it: making its report says what, and where it stands. */
async function usableDefault(host: Host): Promise<string | undefined> {
  const unsaid = new Diagnostics();
  const [existing, [region = '']] = [await listRegions(host, unsaid), await defaultRegion(host, unsaid)];
  return existing.includes(region) ? region : undefined;
}

async function defaultRegion(host: Host, diagnostics: Diagnostics): Promise<string[]> {
  const file = await readYaml(host, 'data/regions.yaml', diagnostics);
  const region = (file?.value as { default_region?: unknown } | null | undefined)?.default_region;
  return typeof region === 'string' ? [region] : [];
}

async function refusePeriod(
  name: string,
  regions: readonly string[],
  candidates: readonly ReportName[],
  host: Host,
  diagnostics: Diagnostics,
): Promise<void> {
  const existing = [...new Set(candidates.map(({ period }) => period))];
  // Compared with what is there, so that no name can lead out of the folder.
  const folders = await Promise.all(regions.map((region) => host.list(`data/${region}`)));
  if (folders.some((files) => files.includes(`${name}.yaml`)))
    diagnostics.report('PERIOD_WITHOUT_REPORT', { name, existing });
  else diagnostics.report('PERIOD_UNKNOWN', { name, region: regions.join('、'), existing });
}
