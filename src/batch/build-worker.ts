import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { keepRasterizer } from '../charts/keep-rasterizer.ts';
import type { Host } from '../host.ts';
import type { Stage } from '../pipeline.ts';
import type { Engines } from '../make/engines.ts';
import { threadModule, threadScript } from '../thread-script.ts';
import { answerErrand } from './answer-errand.ts';
import type { BuildAnswer, BuildTask, FromWorker, ToWorker } from './messages.ts';

const script = threadScript(threadModule('build-thread', import.meta.url));

/** The thread has ended under a task. */
export class WorkerEnded extends Error {
  override readonly name: string = 'WorkerEnded';
}

/** The thread has ended under a task because its memory was used up. */
export class WorkerOutOfMemory extends WorkerEnded {
  override readonly name = 'WorkerOutOfMemory';
}

/** The task took longer than it may; its thread has been ended. */
export class TaskTimedOut extends Error {
  override readonly name = 'TaskTimedOut';
}

/** Milliseconds for a thread to end in. */
const patience = 5000;

/** How a task is watched. */
export interface Watch {
  readonly onStage: (stage: Stage) => void;
  /** Seconds the task may take. */
  readonly timeout: number;
}

/**
 * A thread that builds reports, one at a time, with the browser of this one. It can be ended at any moment, also out of an endless
 * loop, and takes nothing along but itself. Whoever constructs it closes it.
 */
export class BuildWorker {
  readonly #engines: Pick<Engines, 'browser' | 'print'>;
  readonly #worker: Worker;
  readonly #closing = new AbortController();
  /** Never fulfilled; rejected with `WorkerEnded` when the thread is no more. */
  readonly #ended: Promise<never>;
  /** Reports built, and what its heap held after the last. */
  built = 0;
  heapMegabytes = 0;

  constructor(host: Host, engines: Pick<Engines, 'browser' | 'print'>) {
    this.#engines = engines;
    keepRasterizer();
    this.#worker = new Worker(script, { eval: true, execArgv: [], workerData: host.root });
    this.#ended = new Promise((_, reject) => {
      this.#worker.once('error', (error: NodeJS.ErrnoException) => {
        const Ended = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? WorkerOutOfMemory : WorkerEnded;
        reject(new Ended(error.message));
      });
      this.#worker.once('exit', (code) => {
        reject(new WorkerEnded(`ended with code ${String(code)}`));
      });
    });
    // Nobody may be waiting yet; `build` will throw it to those who do.
    this.#ended.catch(() => undefined);
    this.#worker.on('message', (message: FromWorker) => {
      if ('errand' in message) void this.#run(message);
    });
  }

  /** The thread's number, as the system's tools and tests name it. */
  get thread(): number {
    return this.#worker.threadId;
  }

  /** Throws `WorkerEnded` or `TaskTimedOut`, after which the worker is of no more use. */
  async build(task: BuildTask, { onStage, timeout }: Watch): Promise<BuildAnswer> {
    let timer: NodeJS.Timeout | undefined;
    let listen: ((message: FromWorker) => void) | undefined;
    try {
      return await Promise.race([
        this.#ended,
        new Promise<never>((_, reject) => {
          timer = globalThis.setTimeout(() => {
            reject(new TaskTimedOut());
          }, timeout * 1000);
        }),
        new Promise<BuildAnswer>((resolve) => {
          listen = (message) => {
            if ('stage' in message) onStage(message.stage);
            else if ('heapMegabytes' in message) {
              this.built += 1;
              this.heapMegabytes = message.heapMegabytes;
              resolve(message.answer);
            }
          };
          this.#worker.on('message', listen);
          this.#post({ task });
        }),
      ]);
    } finally {
      clearTimeout(timer);
      if (listen) this.#worker.off('message', listen);
    }
  }

  /**
   * End the thread, whatever it is at, and the pages it had printed. One that waits for a disk which does not answer ends when the
   * system lets go of it; the others are not to wait for that.
   */
  async close(): Promise<void> {
    this.#closing.abort(new WorkerEnded('closed'));
    await Promise.race([this.#worker.terminate(), setTimeout(patience, undefined, { ref: false })]);
  }

  async #run({ errand, question }: Extract<FromWorker, { errand: number }>): Promise<void> {
    const answer = await answerErrand(question, this.#engines, this.#closing.signal);
    this.#post({ errand, answer });
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
