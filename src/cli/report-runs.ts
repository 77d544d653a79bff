import { Diagnostics, ReportError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../diagnostics/format.ts';
import { FileRefused, FileTooLarge, type Host } from '../host.ts';
import { listReports, type ReportName } from '../load/list-reports.ts';
import type { Run } from '../pipeline.ts';
import type { Arguments } from './parse-arguments.ts';
import { Progress, type Terminal } from './terminal.ts';

/** What came of one report. */
export interface Outcome<Result> {
  readonly report: ReportName;
  /** Undefined when the input is wrong. */
  readonly result: Result | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
}

/**
 * Run a command's work for the report asked for, or for every report with `--all`, one after the other; a report whose
 * input is wrong does not keep the others from being made.
 */
export async function runReports<Result>(
  given: Arguments,
  host: Host,
  terminal: Terminal,
  work: (report: ReportName, run: Run) => Promise<Result>,
): Promise<Outcome<Result>[]> {
  const diagnostics = new Diagnostics(terminal.language);
  const reports =
    given.period === undefined
      ? await listReports(host, diagnostics, given.region)
      : [{ region: given.region, period: given.period }];
  const outcomes: Outcome<Result>[] = [];
  if (diagnostics.hasErrors) {
    outcomes.push({
      report: { region: given.region, period: '' },
      result: undefined,
      diagnostics: diagnostics.all,
      seconds: 0,
    });
  }
  for (const report of reports) outcomes.push(await runReport(report, given, host, terminal, work));
  return outcomes;
}

async function runReport<Result>(
  report: ReportName,
  given: Arguments,
  host: Host,
  terminal: Terminal,
  work: (report: ReportName, run: Run) => Promise<Result>,
): Promise<Outcome<Result>> {
  const diagnostics = new Diagnostics(terminal.language, { strict: given.strict });
  const progress = new Progress(terminal, () => host.elapsed());
  const name = [report.region, report.period].filter(Boolean).join(' ');
  if (!given.json || terminal.interactive) terminal.error(`${name}\n`);
  let result: Result | undefined;
  try {
    result = await work(report, {
      host,
      diagnostics,
      onStage: (stage) => {
        progress.begin(stage);
      },
    });
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
  }
  return { report, result, diagnostics: diagnostics.all, seconds: progress.finish() };
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
export function diagnosticsForJson(outcomes: readonly Outcome<unknown>[]): object[] {
  return outcomes
    .flatMap(({ diagnostics }) => diagnostics)
    .map(({ code, severity, message, file = null, line = null, column = null, hint = null }) => {
      return { code, severity, message, file, line, column, hint };
    });
}
