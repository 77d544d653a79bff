import type { Page } from 'puppeteer';
import type { Host } from '../../host.ts';
import { BrowserBroke } from './browser-broke.ts';
import { launch, type Launched } from './launch.ts';
import { patience, within } from './within.ts';

/**
 * Pages after which a browser is replaced by a new one, so that whatever it keeps of each stays bounded. Over 30 reports that is little,
 * 80 MB at the first and 88 at the last.
 */
const pagesEach = 40;

/** One process of the browser. */
interface Running {
  readonly launched: Promise<Launched>;
  /** Pages it was asked for, and those of them that are not closed yet. */
  asked: number;
  open: number;
}

/**
 * A running browser, shared by all the reports of a run. Construct it early: it starts in the background while
 * figures are checked and charts drawn. After a number of pages a new process takes its place, and the old one ends with
 * its last page. Whoever constructs it closes it, on every way out. At any other end of the process puppeteer kills it, and its profile
 * goes with the process (`Host.ownFolder`).
 */
export class Browser {
  readonly #host: Host;
  readonly #pagesEach: number;
  #current: Running;
  /** Those that have been replaced and still have pages. */
  readonly #retired = new Set<Running>();
  /** Opened beforehand, for the next who asks. */
  #kept: Promise<Page> | undefined;

  constructor(host: Host, pages = pagesEach) {
    this.#host = host;
    this.#pagesEach = pages;
    this.#current = this.#start();
  }

  /** Resolves when the browser runs. Throws `BrowserUnavailable` when there is none to run. */
  async ready(): Promise<Pick<Launched, 'path' | 'version'>> {
    const { path, version } = await this.#current.launched;
    return { path, version };
  }

  /** A fresh page: only these print the same bytes for the same input. Throws `BrowserBroke` where the browser has ended. */
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

  /** Replace the browser `page` was in, or where there is none one that has ended, by a new one, unless another job has done so already. */
  async restart(page: Page | undefined): Promise<void> {
    const broken = this.#current;
    const { instance } = await broken.launched;
    if (this.#current !== broken || (page ? page.browser() !== instance : instance.connected)) return;
    this.#kept = undefined;
    this.#current = this.#start();
    await end(broken);
    await this.#current.launched;
  }

  /** End a process that does not answer any more; the jobs that have pages in it find it broken, and go on in another. */
  async endIfStuck(): Promise<void> {
    await Promise.all(
      [this.#current, ...this.#retired].map(async ({ launched }) => {
        const started = await launched.catch(() => undefined);
        if (started && !(await within(patience, started.instance.version()))) await started.end(0);
      }),
    );
  }

  /** End the browser; waits for one that is still starting, so that none is left behind. */
  async close(): Promise<void> {
    await Promise.all([this.#current, ...this.#retired].map(end));
  }

  async #open(): Promise<Page> {
    if (this.#current.asked >= this.#pagesEach) this.#retire();
    const current = this.#current;
    current.asked += 1;
    current.open += 1;
    const closed = (): void => {
      current.open -= 1;
      this.#endIfIdle(current);
    };
    let launched: Launched | undefined;
    try {
      launched = await current.launched;
      const page = await launched.instance.newPage();
      page.once('close', closed);
      return page;
    } catch (error) {
      closed();
      // Between two reports nobody else notices that it was killed.
      if (launched?.instance.connected === false) throw new BrowserBroke(String(error));
      throw error;
    }
  }

  #retire(): void {
    const old = this.#current;
    this.#current = this.#start();
    this.#retired.add(old);
    this.#endIfIdle(old);
  }

  #endIfIdle(running: Running): void {
    if (running.open > 0 || !this.#retired.has(running)) return;
    // Closing it is nobody's to wait for: `close` does, as long as it is on the list.
    void end(running).finally(() => this.#retired.delete(running));
  }

  #start(): Running {
    const launched = launch(this.#host);
    // Nobody may be waiting yet; `ready` and `newPage` will throw it to those who do.
    launched.catch(() => undefined);
    return { launched, asked: 0, open: 0 };
  }
}

async function end({ launched }: Running): Promise<void> {
  const started = await launched.catch(() => undefined);
  await started?.end();
}
