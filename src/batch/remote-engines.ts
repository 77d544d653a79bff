import type { MessagePort } from 'node:worker_threads';
import type { Host } from '../host.ts';
import type { Engines } from '../make/engines.ts';
import { MakerHere } from '../make/maker-here.ts';
import type { Maker } from '../make/maker.ts';
import { BrowserBroke } from '../render/pdf/browser-broke.ts';
import { BrowserUnavailable } from '../render/pdf/browser-unavailable.ts';
import type { Print } from '../render/pdf/print-in.ts';
import { allThere } from '../render/pdf/serve-from-memory.ts';
import type { BrowserAnswer, BrowserQuestion, BrowserReady, ToWorker } from './messages.ts';

/**
 * The engines of a worker: the browser is the main thread's, which prints for all workers; the rest is made on the spot. What is
 * printed travels by copy: page and fonts are 2 MB, a millisecond, and the fonts are cut once for several formats.
 */
export class RemoteEngines implements Engines {
  readonly maker: Maker;
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, (answer: BrowserAnswer) => void>();
  #errands = 0;

  constructor(host: Host, port: MessagePort) {
    this.maker = new MakerHere(host);
    this.#port = port;
    port.on('message', (message: ToWorker) => {
      if (!('errand' in message)) return;
      this.#waiting.get(message.errand)?.(message.answer);
      this.#waiting.delete(message.errand);
    });
  }

  /** Pages are opened there when there is something to print. */
  readonly browser = { ready: () => this.#ready(), keepPage: () => undefined };

  /** An abort signal stays here: a worker nobody waits for any more is ended, and its prints with it. */
  readonly print: Print = async ({ signal, ...job }) => {
    const files = await allThere(job.files);
    signal?.throwIfAborted();
    const answer = await this.#ask({ print: { ...job, files } });
    if ('printed' in answer) return answer.printed;
    throw failure(answer);
  };

  async #ready(): Promise<BrowserReady> {
    const answer = await this.#ask({});
    if ('ready' in answer) return answer.ready;
    throw failure(answer);
  }

  #ask(question: BrowserQuestion): Promise<BrowserAnswer> {
    const errand = (this.#errands += 1);
    return new Promise((resolve) => {
      this.#waiting.set(errand, resolve);
      this.#port.postMessage({ errand, question });
    });
  }
}

function failure(answer: BrowserAnswer): Error {
  if ('unavailable' in answer) return new BrowserUnavailable(...answer.unavailable);
  if ('broke' in answer) return new BrowserBroke(answer.broke);
  if (!('defect' in answer)) return new Error('An answer to another question');
  const { name, message, stack } = answer.defect;
  return Object.assign(new Error(message), { name, stack });
}
