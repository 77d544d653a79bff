import type { Host } from '../host.ts';
import type { FormatId } from '../render/formats.ts';
import { Browser } from '../render/pdf/browser.ts';
import { printIn, type Print } from '../render/pdf/print-in.ts';
import { MakerThread } from './maker-thread.ts';
import type { Maker } from './maker.ts';

/** What a build asks others to do. To ask for an engine starts it, so ask early. */
export interface Engines {
  /** The browser that prints. */
  readonly browser: Pick<Browser, 'ready' | 'keepPage'>;
  readonly print: Print;
  readonly maker: Maker;
}

/** Start what these formats will need while figures are checked and charts drawn. */
export function startEngines({ browser, maker }: Engines, formats: readonly FormatId[]): Maker {
  if (formats.includes('pdf')) browser.keepPage();
  return maker;
}

/**
 * The engines a process keeps running for one report after another: a browser and a second thread, each started when it
 * is first asked for. Whoever constructs it closes it, on every way out.
 */
export class OwnEngines implements Engines {
  readonly #host: Host;
  #browser: Browser | undefined;
  #maker: MakerThread | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  get browser(): Browser {
    return (this.#browser ??= new Browser(this.#host));
  }

  get print(): Print {
    return printIn(this.browser);
  }

  get maker(): MakerThread {
    return (this.#maker ??= new MakerThread(this.#host));
  }

  async close(): Promise<void> {
    await Promise.all([this.#browser?.close(), this.#maker?.close()]);
  }
}
