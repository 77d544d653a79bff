import type { Page } from 'puppeteer';
import { BrowserBroke } from './browser-broke.ts';
import type { Browser } from './browser.ts';
import { print, type Printed, type PrintJob } from './print.ts';

/** Prints a page. Throws `BrowserUnavailable`, or `BrowserBroke` where the browser broke off twice. */
export type Print = (job: PrintJob) => Promise<Printed>;

/** Print in a browser of this process. One that breaks off once is replaced; one that does so twice has a reason. */
export function printIn(browser: Browser): Print {
  return async (job) => {
    let page: Page | undefined;
    const attempt = (): Promise<Printed> => print(browser, job, (opened) => (page = opened));
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof BrowserBroke)) throw error;
      await browser.restart(page);
      return await attempt();
    }
  };
}
