import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { Exact } from '../derive/decimal.ts';
import { figureKey, type Facts } from '../derive/facts.ts';
import type { Checked, Inputs } from '../validate/index.ts';
import type { Waiver } from '../validate/schema/assessment.ts';
import type { ReportFile } from '../validate/schema/report.ts';
import type { CheckResult } from './check.ts';

/**
 * Failing checks the data files give a reason for become waived, for the very value they name; what is waived is printed
 * with the report. Reports
 * WAIVER_UNUSED for those of the report's own file that waive nothing.
 */
export function waive(
  results: readonly CheckResult[],
  facts: Facts,
  inputs: Inputs,
  diagnostics: Diagnostics,
): CheckResult[] {
  const open = new Map<string, Waiver>();
  const own = new Map<string, number>();
  const add = (region: string, period: string, { content }: Checked<ReportFile>): void => {
    content.waivers?.forEach((waiver, index) => {
      const key = `${waiver.rule} ${figureKey(region, String(waiver.period ?? period), waiver.indicator)}`;
      open.set(key, waiver);
      if (region === inputs.region.id && period === inputs.period) own.set(key, index);
    });
  };
  for (const [period, file] of inputs.data) add(inputs.region.id, period, file);
  for (const [region, { data }] of inputs.peers) for (const [period, file] of data) add(region, period, file);

  const waived = results.map((result): CheckResult => {
    const key = `${result.rule} ${result.figure}`;
    const waiver = result.verdict === 'fails' ? open.get(key) : undefined;
    const value = facts.figures.get(result.figure)?.value;
    if (!waiver || value === undefined || !new Exact(value).equals(waiver.value)) return result;
    own.delete(key);
    return { ...result, verdict: 'waived', waiver: { reason: waiver.reason, by: waiver.by } };
  });
  for (const [key, index] of own) {
    const { rule, indicator } = open.get(key) ?? { rule: '', indicator: '' };
    diagnostics.report('WAIVER_UNUSED', { rule, indicator }, inputs.report.yaml.place(['waivers', index]));
  }
  return waived;
}
