import { spawn, type ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'puppeteer';

/** Milliseconds after which a change that has not come never will. */
const patience = 20_000;

/** A page some server shows and changes when a file is saved. */
export class WatchedPage {
  readonly page: Page;
  readonly #server: ChildProcess;

  /** Start a server, a script that prints its address, and open what it shows. */
  static async open(browser: Browser, script: string, args: readonly string[]): Promise<WatchedPage> {
    const server = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout.once('data', (chunk: Buffer) => {
        resolve(chunk.toString().trim());
      });
      server.once('exit', () => {
        reject(new Error(`${script} ended`));
      });
    });
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(address);
    return new WatchedPage(page, server);
  }

  private constructor(page: Page, server: ChildProcess) {
    this.page = page;
    this.#server = server;
  }

  /**
   * Milliseconds from the beginning of `save` to the moment something is true of the page: an expression in `page`, the document
   * that changes, asked after each change of it. That is the draft where there is one, or with `shell` the page around it. Throws
   * when it does not become true.
   */
  async time(save: () => Promise<void>, expression: string, shell = false): Promise<number> {
    await this.page.evaluate(`(() => {
      const draft = ${String(!shell)} ? document.querySelector('iframe[name=draft]') : null;
      const page = draft?.contentDocument ?? document;
      const isThere = () => ${expression};
      if (isThere()) throw new Error('true before anything was saved: ' + isThere);
      window.seen = new Promise((resolve, reject) => {
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          clearTimeout(timer);
          resolve(performance.timeOrigin + performance.now());
        });
        const timer = setTimeout(() => {
          observer.disconnect();
          reject(new Error('saved, and never true of the page: ' + isThere));
        }, ${String(patience)});
        observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
      });
    })()`);
    const start = performance.timeOrigin + performance.now();
    await save();
    return ((await this.page.evaluate('window.seen')) as number) - start;
  }

  async close(): Promise<void> {
    await this.page.close();
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.removeAllListeners('exit');
    this.#server.kill('SIGKILL');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1000))]);
  }
}
