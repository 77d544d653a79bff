import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Host } from '../../host.ts';
import { threadModule } from '../../thread-script.ts';
import type { PressAnswer, PressMessage, PressResult, PressTask } from './press-task.ts';

/** Milliseconds after the last task in which browser and thread are kept warm. */
const keptIdle = 5 * 60_000;

const program = fileURLToPath(threadModule('press-process', import.meta.url));
/** Node 20 runs TypeScript only with tsx. */
const execArgv = program.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : [];

/** The process has ended under a task. */
export class PressEnded extends Error {
  override readonly name = 'PressEnded';
}

interface Waiting {
  readonly resolve: (result: PressResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes documents in a process of its own, by the rendering every build does: a draft never waits for a print, and what
 * goes wrong in there ends only there. The process starts with the first task, ends when there has been none for some
 * minutes, and is started again after a crash. It ends by itself when this one is gone. Whoever constructs it closes it.
 */
export class Press {
  readonly #host: Host;
  readonly #waiting = new Map<number, Waiting>();
  #process: ChildProcess | undefined;
  #tasks = 0;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Throws the reason of `signal`, or an `Error` when the program is wrong or the process has ended. */
  async run(task: PressTask, signal?: AbortSignal): Promise<PressResult> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw new Error('the preview is being closed');
    clearTimeout(this.#idle);
    const worker = (this.#process ??= this.#start());
    const id = (this.#tasks += 1);
    const cancel = (): void => {
      send(worker, { cancel: id });
      this.#settle(id)?.reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<PressResult>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        send(worker, { id, task });
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** End the process with all it has started, and wait for that. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    await this.#stop();
  }

  #start(): ChildProcess {
    const worker = fork(program, [this.#host.root], { execArgv, serialization: 'advanced' });
    worker.on('message', (message) => {
      const answer = message as PressAnswer;
      const waiting = this.#settle(answer.id);
      if ('result' in answer) waiting?.resolve(answer.result);
      else waiting?.reject(new Error(answer.defect));
    });
    const ended = (reason: string): void => {
      if (this.#process !== worker) return;
      this.#process = undefined;
      for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(new PressEnded(reason));
    };
    worker.once('error', ({ message }) => {
      ended(message);
    });
    worker.once('exit', (code, signal) => {
      ended(`the process that makes documents ended: ${String(code ?? signal)}`);
    });
    return worker;
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0 && !this.#isClosed) {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => void this.#stop(), keptIdle).unref();
    }
    return waiting;
  }

  async #stop(): Promise<void> {
    const worker = this.#process;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => { resolve(); })); // prettier-ignore
    if (worker.connected) worker.disconnect();
    await ended;
  }
}

/** The process may have ended a moment ago, which is told by its exit. */
function send(worker: ChildProcess, message: PressMessage): void {
  worker.send(message, () => undefined);
}
