import { Worker } from 'node:worker_threads';
import { keepRasterizer } from '../charts/keep-rasterizer.ts';
import type { Host } from '../host.ts';
import { threadModule, threadScript } from '../thread-script.ts';
import type { CutFonts, Made, MakeJob, Maker } from './maker.ts';

/** What the thread is asked; it keeps the last job it was given. */
export interface Question {
  readonly id: number;
  readonly job?: MakeJob;
  readonly wanted: 'fonts' | 'docx' | 'html';
}

/** What it answers; `rendered` is not the last word. */
export type Answer = { readonly id: number } & (
  | { readonly rendered: true }
  | { readonly fonts: CutFonts }
  | { readonly made: Made }
  | { readonly defect: string }
);

interface Waiting {
  readonly settle: (answer: Answer) => void;
  readonly onRendered?: (() => void) | undefined;
}

const script = threadScript(threadModule('thread', import.meta.url));

/**
 * Makes documents in a thread of its own: they keep a core busy for a second or two, in which the PDF is printed. Construct it
 * early: it loads what it needs while figures are checked and charts drawn. Whoever constructs it closes it. The
 * same bytes as from `MakerHere`.
 */
export class MakerThread implements Maker {
  readonly #worker: Worker;
  /** Never fulfilled; rejected when the thread is no more, so that nobody waits for it for ever. */
  readonly #ended: Promise<never>;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #lastJob: MakeJob | undefined;

  constructor(host: Host) {
    keepRasterizer();
    this.#worker = new Worker(script, { eval: true, execArgv: [], workerData: host.root });
    this.#ended = new Promise((_, reject) => {
      this.#worker.once('error', reject);
      this.#worker.once('exit', (code) => {
        reject(new Error(`The second thread ended with code ${String(code)}`));
      });
    });
    // Nobody may be waiting yet; whoever asks will be thrown it.
    this.#ended.catch(() => undefined);
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      if ('rendered' in answer) waiting?.onRendered?.();
      else {
        this.#waiting.delete(answer.id);
        waiting?.settle(answer);
      }
    });
  }

  async fonts(job: MakeJob): Promise<CutFonts> {
    const answer = await this.#ask('fonts', job);
    if ('fonts' in answer) return answer.fonts;
    throw defect(answer);
  }

  async make(format: 'docx' | 'html', job: MakeJob, onRendered?: () => void): Promise<Made> {
    const answer = await this.#ask(format, job, onRendered);
    if ('made' in answer) return answer.made;
    throw defect(answer);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(wanted: Question['wanted'], job: MakeJob, onRendered?: () => void): Promise<Answer> {
    const id = (this.#asked += 1);
    const answered = new Promise<Answer>((settle) => this.#waiting.set(id, { settle, onRendered }));
    const question: Question = { id, wanted, ...(job !== this.#lastJob && { job }) };
    this.#lastJob = job;
    this.#worker.postMessage(question);
    return Promise.race([answered, this.#ended]);
  }
}

function defect(answer: Answer): Error {
  return new Error('defect' in answer ? answer.defect : 'An answer to another question');
}
