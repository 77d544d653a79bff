import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { ReportName } from '../load/list-reports.ts';
import type { Stage } from '../pipeline.ts';
import type { Engines } from '../make/engines.ts';
import type { Written } from '../write/write-report.ts';
import { BuildWorker, TaskTimedOut, WorkerEnded, WorkerOutOfMemory } from './build-worker.ts';
import type { BuildAnswer, BuildTask } from './messages.ts';
import { defectOf, type Outcome } from './outcome.ts';

/** A report with what its build is asked. */
export interface BatchItem extends BuildTask {
  readonly report: ReportName;
}

/** Who is told how it goes; items by their place in the list. */
export interface BatchObserver {
  readonly onStart: (index: number) => void;
  readonly onStage: (index: number, stage: Stage) => void;
  readonly onDone: (index: number, outcome: Outcome<Written>) => void | Promise<void>;
}

/** How a batch is run. */
export interface BatchSetting {
  readonly host: Host;
  /** Of this thread; the browser of all workers. */
  readonly engines: Pick<Engines, 'browser' | 'print'>;
  readonly workers: number;
  /** Seconds one report may take. */
  readonly timeout: number;
  /** Tests end a worker by this. */
  readonly startWorker?: (host: Host, engines: Pick<Engines, 'browser' | 'print'>) => BuildWorker;
}

/** A worker is replaced after so many reports, or when it holds so much: what it has read and parsed only ever grows. */
const reportsEach = 25;
const heapLimit = 700;

/**
 * Build all the reports on a few workers, none waiting for another: a report that fails, hangs or takes its worker along is the
 * only one that does. A report whose worker has ended is tried once more in a new one. Outcomes stand in the order of the items.
 */
export async function buildMany(
  items: readonly BatchItem[],
  observer: BatchObserver,
  setting: BatchSetting,
): Promise<Outcome<Written>[]> {
  const outcomes: Outcome<Written>[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const bench = new Bench(setting);
    try {
      for (let index = next++; index < items.length; index = next++) {
        const item = items[index];
        if (!item) return;
        const start = setting.host.elapsed();
        observer.onStart(index);
        const answer = await bench.build(item, (stage) => {
          observer.onStage(index, stage);
        });
        const seconds = (setting.host.elapsed() - start) / 1000;
        const outcome = { report: item.report, ...answer, seconds };
        outcomes[index] = outcome;
        await observer.onDone(index, outcome);
      }
    } finally {
      await bench.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(setting.workers, items.length) }, work));
  return outcomes;
}

/** The place of one worker, taken by a new one when the old one is worn out or dead. */
class Bench {
  readonly #setting: BatchSetting;
  #worker: BuildWorker | undefined;

  constructor(setting: BatchSetting) {
    this.#setting = setting;
  }

  /** Never throws for what is wrong with one report. */
  async build(item: BuildTask, onStage: (stage: Stage) => void): Promise<BuildAnswer> {
    const { request, language, strict, cache } = item;
    const { timeout } = this.#setting;
    for (let attempt = 1; ; attempt += 1) {
      const worker = await this.#fresh();
      try {
        return await worker.build({ request, language, strict, cache }, { onStage, timeout });
      } catch (error) {
        await this.close();
        const diagnostics = new Diagnostics(language);
        if (error instanceof TaskTimedOut) diagnostics.report('REPORT_TIMED_OUT', { seconds: timeout });
        else if (!(error instanceof WorkerEnded)) throw error;
        else if (attempt === 1) continue;
        else if (error instanceof WorkerOutOfMemory) diagnostics.report('REPORT_OUT_OF_MEMORY', {});
        else return { result: undefined, diagnostics: [], defect: defectOf(error) };
        return { result: undefined, diagnostics: diagnostics.all };
      }
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.close();
  }

  async #fresh(): Promise<BuildWorker> {
    const { host, engines, startWorker } = this.#setting;
    const isWorn =
      this.#worker && (this.#worker.built >= reportsEach || this.#worker.heapMegabytes > heapLimit);
    if (isWorn) await this.close();
    return (this.#worker ??= startWorker?.(host, engines) ?? new BuildWorker(host, engines));
  }
}
