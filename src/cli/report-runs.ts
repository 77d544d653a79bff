import { defectOf, type Defect, type Outcome } from '../batch/outcome.ts';
import { shardOf } from '../batch/shard.ts';
import { Diagnostics, ReportError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../diagnostics/format.ts';
import { FileRefused, FileTooLarge, type Host } from '../host.ts';
import type { ReportName } from '../load/list-reports.ts';
import { reportRefusal } from '../load/report-refusal.ts';
import { selectReports } from '../load/select-reports.ts';
import type { Run } from '../pipeline.ts';
import { exitCodes } from './exit-codes.ts';
import type { Arguments } from './parse-arguments.ts';
import { Progress, type Terminal } from './terminal.ts';

/** The reports a command line means, or what is wrong with what it names: an outcome without a report. */
export async function chooseReports(
  given: Arguments,
  host: Host,
  terminal: Terminal,
): Promise<{ readonly reports: ReportName[]; readonly refused: Outcome<never>[] }> {
  const diagnostics = new Diagnostics(terminal.language);
  const { regions, periods, shard } = given;
  const selected = await selectReports({ regions, periods }, host, diagnostics);
  if (!diagnostics.hasErrors) return { reports: shard ? shardOf(selected, shard) : selected, refused: [] };
  const report = { region: regions[0], period: '' };
  return { reports: [], refused: [{ report, result: undefined, diagnostics: diagnostics.all, seconds: 0 }] };
}

/** Run a command's work for one report in this thread; what goes wrong is part of the outcome. */
export async function runReport<Result>(
  report: ReportName,
  given: Arguments,
  host: Host,
  terminal: Terminal,
  work: (report: ReportName, run: Run) => Promise<Result>,
): Promise<Outcome<Result>> {
  const diagnostics = new Diagnostics(terminal.language, { strict: given.strict });
  const progress = new Progress(terminal, () => host.elapsed());
  if (!given.json || terminal.interactive) terminal.error(`${nameOf(report)}\n`);
  let result: Result | undefined;
  let defect: Defect | undefined;
  try {
    result = await work(report, {
      host,
      diagnostics,
      onStage: (stage) => {
        progress.begin(stage);
      },
    });
  } catch (error) {
    if (!(error instanceof ReportError || reportRefusal(error, diagnostics))) defect = defectOf(error);
  }
  return { report, result, diagnostics: diagnostics.all, defect, seconds: progress.finish() };
}

/** A report as people are told of it: region and period, as far as they were given. */
export function nameOf({ region, period }: ReportName): string {
  return [region, period].filter(Boolean).join(' ');
}

/** Ours before theirs: a defect is not to be overlooked behind an error of the data. */
export function exitCodeOf(outcomes: readonly Outcome<unknown>[]): number {
  if (outcomes.some(({ defect }) => defect)) return exitCodes.internal;
  return outcomes.every(({ result }) => result) ? exitCodes.ok : exitCodes.input;
}

/** Print diagnostics as a compiler does, file by file, errors last, where the eye is. */
export async function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const files = new Set(diagnostics.flatMap(({ file }) => file ?? []));
  const sources = new Map<string, string>();
  for (const file of files) {
    try {
      const text = await host.readText(file);
      // A line of a file that is no text tells nobody anything.
      if (text?.includes('\0') === false) sources.set(file, text);
    } catch (error) {
      if (!(error instanceof FileTooLarge || error instanceof FileRefused)) throw error;
    }
  }
  const { language, interactive: color } = terminal;
  for (const diagnostic of byFile(diagnostics)) {
    terminal.error(
      `\n${formatDiagnostic(diagnostic, { language, color, source: (file) => sources.get(file) })}\n`,
    );
  }
  if (diagnostics.length > 0) terminal.error('\n');
}

/** Diagnostics file by file, each from its first line on; files with errors last, and errors last where no file is known. */
function byFile(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const gravity = { info: 0, warning: 1, error: 2 };
  const worst = new Map<string, number>();
  for (const { file = '', severity } of diagnostics)
    worst.set(file, Math.max(worst.get(file) ?? 0, gravity[severity]));
  const rank = ({ file = '' }: Diagnostic): number => worst.get(file) ?? 0;
  return [...diagnostics].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      gravity[a.severity] - gravity[b.severity],
  );
}

/** The diagnostics of a command as `--json` gives them: every field in every one, null where there is nothing. */
export function diagnosticsForJson(outcomes: readonly Pick<Outcome<unknown>, 'diagnostics'>[]): object[] {
  return outcomes
    .flatMap(({ diagnostics }) => diagnostics)
    .map(({ code, severity, message, file = null, line = null, column = null, hint = null }) => {
      return { code, severity, message, file, line, column, hint };
    });
}
