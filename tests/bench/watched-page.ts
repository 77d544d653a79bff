import { spawn, type ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'puppeteer';

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
   * that changes, asked after each change of it.
   */
  async time(save: () => Promise<void>, expression: string): Promise<number> {
    await this.page.evaluate(`(() => {
      const page = document.querySelector('iframe[name=draft]')?.contentDocument ?? document;
      const isThere = () => ${expression};
      window.seen = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        });
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
