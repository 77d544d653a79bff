import type { Page } from 'puppeteer';
import { BrowserBroke } from './browser-broke.ts';
import type { Browser } from './browser.ts';
import { print, type Printed, type PrintJob } from './print.ts';

/** Prints a page. Throws `BrowserUnavailable`, or `BrowserBroke` where the browser broke off twice. */
export type Print = (job: PrintJob) => Promise<Printed>;

/**
 * Print in a browser of this process. One that breaks off once is replaced; one that does so twice has a reason. A job that is given up is
 * not waited for, and the browser is ended where that is what hangs: others print in it, too.
 */
export function printIn(browser: Browser): Print {
  return async (job) => {
    let page: Page | undefined;
    const attempt = (): Promise<Printed> =>
      unlessAborted(
        print(browser, job, (opened) => (page = opened)),
        job.signal,
      );
    try {
      return await attempt();
    } catch (error) {
      if (job.signal?.aborted === true) void browser.endIfStuck();
      if (!(error instanceof BrowserBroke)) throw error;
      await browser.restart(page);
      return await attempt();
    }
  };
}

/** A browser that hangs opens no page, and says nothing of it. */
async function unlessAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      reject(signal?.reason instanceof Error ? signal.reason : new Error('Aborted'));
    };
    signal?.addEventListener('abort', abort);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
