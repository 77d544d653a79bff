import type { BatchItem } from '../batch/build-many.ts';
import type { Outcome } from '../batch/outcome.ts';
import { noResults } from '../host/results.ts';
import type { Host } from '../host.ts';
import type { ReportName } from '../load/list-reports.ts';
import { standingFinder } from '../reuse/standing.ts';
import type { BuildRequest } from '../run.ts';
import type { Written } from '../write/write-report.ts';
import { BatchProgress } from './batch-progress.ts';
import type { Command } from './command.ts';
import type { Arguments } from './parse-arguments.ts';
import { printAnswer } from './print-answer.ts';
import { chooseReports, diagnosticsForJson, exitCodeOf, nameOf } from './report-runs.ts';
import { summarizeBatch } from './summarize-batch.ts';
import { tellOutcome, tellProblems } from './tell-outcome.ts';
import type { Terminal } from './terminal.ts';

/** `npm run build-report`: make the documents that are not there as they should be, say where they are. */
export const build: Command = async (given, outside, terminal) => {
  const host = given.cache ? outside : { ...outside, results: noResults };
  const { reports, refused } = await chooseReports(given, host, terminal);
  const items = reports.map((report): BatchItem => {
    const { strict, cache } = given;
    return { report, request: requestOf(report, given), language: terminal.language, strict, cache };
  });
  const outcomes = refused.length > 0 ? refused : await buildAll(items, given, host, terminal);
  if (refused.length > 0) for (const outcome of refused) await tellOutcome(outcome, given, host, terminal);
  else if (items.length === 0)
    terminal.error(
      terminal.language === 'zh' ? '这一份里没有报告。\n' : 'There is no report in this part.\n',
    );
  if (outcomes.some(({ result }) => result && !result.unchanged)) await host.results.prune();
  const exitCode = exitCodeOf(outcomes);
  if (given.json) {
    const listed = outcomes.map((outcome) => {
      const { report, result, defect } = outcome;
      return { ...report, ...result, ...(defect && { defect: defect.message }), diagnostics: diagnosticsForJson([outcome]) }; // prettier-ignore
    });
    const diagnostics = diagnosticsForJson(outcomes);
    printAnswer(exitCode, { reports: listed, diagnostics }, terminal);
  }
  return exitCode;
};

function requestOf({ region, period }: ReportName, given: Arguments): BuildRequest {
  const { theme, language, formats, out, final, docx } = given;
  const optional = given.periods.length !== 1 || given.regions.length > 1;
  const changesFrom = given.changesFrom === undefined ? undefined : { folder: given.changesFrom, optional };
  return { region, period, theme, language, formats, out, final, docx, changesFrom };
}

/** What stands is taken as it is, before anything is loaded that builds. */
async function buildAll(
  items: readonly BatchItem[],
  given: Arguments,
  host: Host,
  terminal: Terminal,
): Promise<Outcome<Written>[]> {
  const known = await findStanding(items, host);
  const [only] = items;
  // Another thread would only cost its start; but only another thread can be ended when the time is up.
  if (only && items.length === 1 && given.timeout === undefined) {
    const outcome = known.get(0) ?? (await (await builders()).buildOne(only, given, host, terminal));
    await tellOutcome(outcome, given, host, terminal);
    return [outcome];
  }
  const names = items.map(({ report }) => nameOf(report));
  const progress = new BatchProgress(terminal, names);
  for (const [place, outcome] of known)
    await progress.finish(place, outcome, () => tellProblems(outcome, given, host, terminal));
  const wanted = [...items.entries()].filter(([place]) => !known.has(place));
  if (wanted.length > 0) {
    const { buildSeveral } = await builders();
    for (const [place, outcome] of await buildSeveral(wanted, progress, given, host, terminal))
      known.set(place, outcome);
  }
  const outcomes = [...items.keys()].flatMap((place) => known.get(place) ?? []);
  if (items.length > 0) terminal.error(summarizeBatch(outcomes, terminal.language));
  return outcomes;
}

const builders = () => import('./build-reports.ts');

/** The reports that need not be built, by their places. */
async function findStanding(items: readonly BatchItem[], host: Host): Promise<Map<number, Outcome<Written>>> {
  const find = standingFinder(host);
  const known = new Map<number, Outcome<Written>>();
  for (const [place, { report, request, ...telling }] of items.entries()) {
    const start = host.elapsed();
    const found = await find(request, telling);
    const seconds = (host.elapsed() - start) / 1000;
    if (found) known.set(place, { report, result: found.written, diagnostics: found.diagnostics, seconds });
  }
  return known;
}
