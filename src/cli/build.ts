import { buildMany } from '../batch/build-many.ts';
import type { Outcome } from '../batch/outcome.ts';
import { workerCount } from '../batch/worker-count.ts';
import type { Host } from '../host.ts';
import type { ReportName } from '../load/list-reports.ts';
import { buildReport, type BuildRequest } from '../pipeline.ts';
import { OwnEngines } from '../render/engines.ts';
import type { Written } from '../write/write-report.ts';
import { BatchProgress } from './batch-progress.ts';
import type { Command } from './command.ts';
import { describeDefect } from './describe-defect.ts';
import type { Arguments } from './parse-arguments.ts';
import {
  chooseReports,
  diagnosticsForJson,
  exitCodeOf,
  nameOf,
  printDiagnostics,
  runReport,
} from './report-runs.ts';
import { summarizeBatch } from './summarize-batch.ts';
import type { Terminal } from './terminal.ts';

/** Seconds a report may take where nothing else is said: a hundred times what it does. */
const usualTimeout = 600;

/** `npm run build-report`: make the documents, say where they are. */
export const build: Command = async (given, host, terminal) => {
  const { reports, refused } = await chooseReports(given, host, terminal);
  const engines = new OwnEngines(host);
  let outcomes: readonly Outcome<Written>[] = refused;
  try {
    const [only] = reports;
    // Another thread would only cost its start; but only another thread can be ended when the time is up.
    if (only && reports.length === 1 && given.timeout === undefined)
      outcomes = [await buildOne(only, given, engines, host, terminal)];
    else if (only) outcomes = await buildSeveral(reports, given, engines, host, terminal);
    else if (refused.length > 0) await tell(refused, given, host, terminal);
    else
      terminal.error(
        terminal.language === 'zh' ? '这一份里没有报告。\n' : 'There is no report in this part.\n',
      );
  } finally {
    await engines.close();
  }
  const exitCode = exitCodeOf(outcomes);
  if (given.json) {
    const listed = outcomes.map((outcome) => {
      const { report, result, defect } = outcome;
      return { ...report, ...result, ...(defect && { defect: defect.message }), diagnostics: diagnosticsForJson([outcome]) }; // prettier-ignore
    });
    const diagnostics = diagnosticsForJson(outcomes);
    terminal.out(
      `${JSON.stringify({ ok: exitCode === 0, exitCode, reports: listed, diagnostics }, null, 2)}\n`,
    );
  }
  return exitCode;
};

async function buildOne(
  report: ReportName,
  given: Arguments,
  engines: OwnEngines,
  host: Host,
  terminal: Terminal,
): Promise<Outcome<Written>> {
  const outcome = await runReport(report, given, host, terminal, (_, run) =>
    buildReport(requestOf(report, given), run, engines),
  );
  await tell([outcome], given, host, terminal);
  return outcome;
}

async function buildSeveral(
  reports: readonly ReportName[],
  given: Arguments,
  engines: OwnEngines,
  host: Host,
  terminal: Terminal,
): Promise<Outcome<Written>[]> {
  const { language } = terminal;
  // It starts while the first reports are read.
  if (given.formats.includes('pdf')) void engines.browser.ready().catch(() => undefined);
  const items = reports.map((report) => {
    return { report, request: requestOf(report, given), language, strict: given.strict };
  });
  const progress = new BatchProgress(terminal, reports.map(nameOf));
  // One at a time: what there is to say of a report stands together.
  let told: Promise<void> = Promise.resolve();
  const observer = {
    onStart: (index: number) => {
      progress.start(index);
    },
    onStage: (...stage: Parameters<BatchProgress['stage']>) => {
      progress.stage(...stage);
    },
    onDone: (index: number, outcome: Outcome<Written>) =>
      (told = told.then(() =>
        progress.finish(index, outcome, () => tellProblems(outcome, given, host, terminal)),
      )),
  };
  const workers = workerCount(reports.length, given.workers);
  const timeout = given.timeout ?? usualTimeout;
  const outcomes = await buildMany(items, observer, { host, engines, workers, timeout });
  terminal.error(summarizeBatch(outcomes, language));
  return outcomes;
}

function requestOf({ region, period }: ReportName, given: Arguments): BuildRequest {
  const { theme, language, formats, out, final, docx } = given;
  const optional = given.periods.length !== 1 || given.regions.length > 1;
  const changesFrom = given.changesFrom === undefined ? undefined : { folder: given.changesFrom, optional };
  return { region, period, theme, language, formats, out, final, docx, changesFrom };
}

async function tell(
  outcomes: readonly Outcome<Written>[],
  given: Arguments,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  for (const outcome of outcomes) {
    await tellProblems(outcome, given, host, terminal);
    if (!outcome.defect) summarize(outcome, terminal);
  }
}

async function tellProblems(
  { diagnostics, defect }: Outcome<Written>,
  given: Arguments,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  await printDiagnostics(diagnostics, host, terminal);
  if (defect) terminal.error(describeDefect(defect, given.debug, terminal.language));
}

function summarize({ result, diagnostics, seconds }: Outcome<Written>, { language, error }: Terminal): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const zh = language === 'zh';
  if (!result) {
    error(
      zh
        ? `未编制：${String(errors)} 处错误，${String(warnings)} 处警告。原有文件未动。\n`
        : `Not built: ${String(errors)} errors, ${String(warnings)} warnings. Earlier output is untouched.\n`,
    );
    return;
  }
  for (const [name, { bytes, pages }] of Object.entries(result.outputs)) {
    const size = `${String(Math.round(bytes / 1024))} KB`;
    const extent = pages === undefined ? size : `${String(pages)} ${zh ? '页' : 'pages'}，${size}`;
    error(`${result.folder}/${name}  ${extent}\n`);
  }
  const time = seconds.toFixed(1);
  error(
    zh
      ? `完成：${time} 秒，${String(warnings)} 处警告。\n`
      : `Done in ${time} s, ${String(warnings)} warnings.\n`,
  );
}
