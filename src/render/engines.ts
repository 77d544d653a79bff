import type { Host } from '../host.ts';
import { DocxWorker, type DocxEngine } from './docx/docx-worker.ts';
import { Browser } from './pdf/browser.ts';
import { printIn, type Print } from './pdf/print-in.ts';

/** What a build asks others to do. To ask for an engine starts it, so ask early. */
export interface Engines {
  /** The browser that prints. */
  readonly browser: Pick<Browser, 'ready' | 'keepPage'>;
  readonly print: Print;
  readonly docx: DocxEngine;
}

/**
 * The engines a process keeps running for one report after another: a browser and a thread for DOCX, each started when it
 * is first asked for. Whoever constructs it closes it, on every way out.
 */
export class OwnEngines implements Engines {
  readonly #host: Host;
  #browser: Browser | undefined;
  #docx: DocxWorker | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  get browser(): Browser {
    return (this.#browser ??= new Browser(this.#host));
  }

  get print(): Print {
    return printIn(this.browser);
  }

  get docx(): DocxWorker {
    return (this.#docx ??= new DocxWorker(this.#host));
  }

  async close(): Promise<void> {
    await Promise.all([this.#browser?.close(), this.#docx?.close()]);
  }
}
