import type { Host } from '../host.ts';
import { DocxWorker } from './docx/docx-worker.ts';
import { Browser } from './pdf/browser.ts';

/**
 * The engines a run of one or many reports keeps running: a browser and a thread for DOCX, each started when it is
 * first asked for. Whoever constructs it closes it, on every way out.
 */
export class Engines {
  readonly #host: Host;
  #browser: Browser | undefined;
  #docx: DocxWorker | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  get browser(): Browser {
    return (this.#browser ??= new Browser(this.#host));
  }

  get docx(): DocxWorker {
    return (this.#docx ??= new DocxWorker(this.#host));
  }

  async close(): Promise<void> {
    await Promise.all([this.#browser?.close(), this.#docx?.close()]);
  }
}
