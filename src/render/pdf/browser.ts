import type { Page } from 'puppeteer';
import type { Host } from '../../host.ts';
import { launch, type Launched } from './launch.ts';

/**
 * A running browser, shared by all the reports of a run. Construct it early: it starts in the background while
 * figures are checked and charts drawn. Whoever constructs it closes it, on every way out. At any other end of the
 * process puppeteer kills it, and its profile goes with the process (`Host.ownFolder`).
 */
export class Browser {
  readonly #host: Host;
  #launched: Promise<Launched>;
  /** Opened beforehand, for the next who asks. */
  #kept: Promise<Page> | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#launched = this.#start();
  }

  /** Resolves when the browser runs. Throws `BrowserUnavailable` when there is none to run. */
  async ready(): Promise<Pick<Launched, 'path' | 'version'>> {
    const { path, version } = await this.#launched;
    return { path, version };
  }

  /** A fresh page: only these print the same bytes for the same input. */
  async newPage(): Promise<Page> {
    const kept = this.#kept;
    this.#kept = undefined;
    return (await kept?.catch(() => undefined)) ?? this.#open();
  }

  /** Open the next page now: somebody will want it, and not want to wait. */
  keepPage(): void {
    const kept = (this.#kept ??= this.#open());
    const drop = (): void => {
      if (this.#kept === kept) this.#kept = undefined;
    };
    kept.then((page) => page.once('error', drop), drop);
  }

  /** Replace the browser `page` was in by a new one, unless another job has done so already. */
  async restart(page: Page | undefined): Promise<void> {
    const { instance, end } = await this.#launched;
    if (page !== undefined && page.browser() !== instance) return;
    this.#kept = undefined;
    this.#launched = this.#start();
    await end();
    await this.#launched;
  }

  /** End the browser; waits for one that is still starting, so that none is left behind. */
  async close(): Promise<void> {
    const launched = await this.#launched.catch(() => undefined);
    await launched?.end();
  }

  async #open(): Promise<Page> {
    return (await this.#launched).instance.newPage();
  }

  #start(): Promise<Launched> {
    const launched = launch(this.#host);
    // Nobody may be waiting yet; `ready` and `newPage` will throw it to those who do.
    launched.catch(() => undefined);
    return launched;
  }
}
