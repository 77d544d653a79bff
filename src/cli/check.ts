import type { CheckResult, Verdict } from '../check/check.ts';
import { examineReport, proofread } from '../pipeline.ts';
import type { Command } from './command.ts';
import { diagnosticsForJson, printDiagnostics, runReports } from './report-runs.ts';
import { exitCodes } from './exit-codes.ts';

/** `npm run check`: data, rules and texts without drawing or printing, of one report or of all. */
export const check: Command = async (given, host, terminal) => {
  const outcomes = await runReports(
    given,
    host,
    { ...terminal, error: () => undefined },
    async ({ region, period }, run) => {
      const { theme, language, final } = given;
      const examined = await examineReport({ region, period, theme, language, final }, run);
      proofread(examined, run);
      return examined.checks;
    },
  );
  const ok = outcomes.length > 0 && outcomes.every(({ result }) => result);
  for (const { report, result, diagnostics } of outcomes) {
    await printDiagnostics(diagnostics, host, terminal);
    terminal.error(
      `${[report.region, report.period].filter(Boolean).join(' ')}：${tally(result, terminal.language)}\n`,
    );
  }
  if (given.json) {
    const reports = outcomes.map(({ report, result }) => ({ ...report, checks: result ?? [] }));
    const diagnostics = diagnosticsForJson(outcomes);
    const exitCode = ok ? exitCodes.ok : exitCodes.input;
    terminal.out(`${JSON.stringify({ ok, exitCode, reports, diagnostics }, null, 2)}\n`);
  }
  return ok ? exitCodes.ok : exitCodes.input;
};

function tally(checks: readonly CheckResult[] | undefined, language: 'zh' | 'en'): string {
  if (!checks) return language === 'zh' ? '有错误，未能核对完' : 'errors, not all could be checked';
  const count = (verdict: Verdict): string =>
    String(checks.filter((check) => check.verdict === verdict).length);
  return language === 'zh'
    ? `核对 ${String(checks.length)} 项，成立 ${count('holds')}，不成立 ${count('fails')}，保留 ${count('waived')}，无法核对 ${count('not-checkable')}`
    : `${String(checks.length)} checks, ${count('holds')} hold, ${count('fails')} fail, ${count('waived')} waived, ${count('not-checkable')} cannot be checked`;
}
