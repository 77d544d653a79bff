import type { CheckResult, Verdict } from '../check/check.ts';
import { examineReport, proofread } from '../pipeline.ts';
import type { Command } from './command.ts';
import { describeDefect } from './describe-defect.ts';
import { printAnswer } from './print-answer.ts';
import {
  chooseReports,
  diagnosticsForJson,
  exitCodeOf,
  nameOf,
  printDiagnostics,
  runReport,
} from './report-runs.ts';

/** `npm run check`: data, rules and texts without drawing or printing, of one report, of several or of all. */
export const check: Command = async (given, host, terminal) => {
  const { reports, refused } = await chooseReports(given, host, terminal);
  const outcomes: Awaited<ReturnType<typeof runReport<readonly CheckResult[]>>>[] = [...refused];
  const silent = { ...terminal, error: () => undefined };
  for (const report of reports) {
    const outcome = await runReport(report, given, host, silent, async ({ region, period }, run) => {
      const { theme, language, final } = given;
      const examined = await examineReport({ region, period, theme, language, final }, run);
      proofread(examined, run);
      return examined.checks;
    });
    outcomes.push(outcome);
  }
  for (const { report, result, diagnostics, defect } of outcomes) {
    await printDiagnostics(diagnostics, host, terminal);
    if (defect) terminal.error(describeDefect(defect, given.debug, terminal.language));
    terminal.error(`${nameOf(report)}：${tally(result, terminal.language)}\n`);
  }
  const exitCode = exitCodeOf(outcomes);
  if (given.json) {
    const reports = outcomes.map(({ report, result }) => ({ ...report, checks: result ?? [] }));
    const diagnostics = diagnosticsForJson(outcomes);
    printAnswer(exitCode, { reports, diagnostics }, terminal);
  }
  return exitCode;
};

function tally(checks: readonly CheckResult[] | undefined, language: 'zh' | 'en'): string {
  if (!checks) return language === 'zh' ? '有错误，未能核对完' : 'errors, not all could be checked';
  const count = (verdict: Verdict): string =>
    String(checks.filter((check) => check.verdict === verdict).length);
  return language === 'zh'
    ? `核对 ${String(checks.length)} 项，成立 ${count('holds')}，不成立 ${count('fails')}，保留 ${count('waived')}，无法核对 ${count('not-checkable')}`
    : `${String(checks.length)} checks, ${count('holds')} hold, ${count('fails')} fail, ${count('waived')} waived, ${count('not-checkable')} cannot be checked`;
}
