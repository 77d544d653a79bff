import { buildMany, type BatchItem } from '../batch/build-many.ts';
import type { Outcome } from '../batch/outcome.ts';
import { workerCount } from '../batch/worker-count.ts';
import type { Host } from '../host.ts';
import { buildReport } from '../pipeline.ts';
import { OwnEngines } from '../make/engines.ts';
import type { Written } from '../write/write-report.ts';
import type { BatchProgress } from './batch-progress.ts';
import type { Arguments } from './parse-arguments.ts';
import { runReport } from './report-runs.ts';
import { tellProblems } from './tell-outcome.ts';
import type { Terminal } from './terminal.ts';

/** Seconds a report may take where nothing else is said: a hundred times what it does. */
const usualTimeout = 600;

/** Build one report in this thread. */
export async function buildOne(
  { report, request }: BatchItem,
  given: Arguments,
  host: Host,
  terminal: Terminal,
): Promise<Outcome<Written>> {
  const engines = new OwnEngines(host);
  try {
    return await runReport(report, given, host, terminal, (_, run) => buildReport(request, run, engines));
  } finally {
    await engines.close();
  }
}

/** Build several, each with its place among all, on a few workers. */
export async function buildSeveral(
  placed: readonly (readonly [place: number, item: BatchItem])[],
  progress: BatchProgress,
  given: Arguments,
  host: Host,
  terminal: Terminal,
): Promise<Map<number, Outcome<Written>>> {
  const engines = new OwnEngines(host);
  const items = placed.map(([, item]) => item);
  const placeOf = (index: number): number => placed[index]?.[0] ?? index;
  // One at a time: what there is to say of a report stands together.
  let told: Promise<void> = Promise.resolve();
  const observer = {
    onStart: (index: number) => {
      progress.start(placeOf(index));
    },
    onStage: (index: number, stage: Parameters<BatchProgress['stage']>[1]) => {
      progress.stage(placeOf(index), stage);
    },
    onDone: (index: number, outcome: Outcome<Written>) =>
      (told = told.then(() =>
        progress.finish(placeOf(index), outcome, () => tellProblems(outcome, given, host, terminal)),
      )),
  };
  try {
    // It starts while the first reports are read.
    if (given.formats.includes('pdf')) void engines.browser.ready().catch(() => undefined);
    const workers = workerCount(items.length, given.workers);
    const timeout = given.timeout ?? usualTimeout;
    const outcomes = await buildMany(items, observer, { host, engines, workers, timeout });
    return new Map(outcomes.map((outcome, index) => [placeOf(index), outcome]));
  } finally {
    await engines.close();
  }
}
