import type { Page } from 'puppeteer';
import { BrowserBroke } from './browser-broke.ts';

/** Waits for one thing after another on a page, or throws as soon as the page can no longer do it. */
export type PageGuard = <Result>(work: Promise<Result>) => Promise<Result>;

/**
 * When the page's process dies, puppeteer's calls hang until they time out although it is told at once. The guard
 * races them against a crash of the page, the end of the browser (`BrowserBroke`) and `signal` (its reason).
 */
export function guardPage(page: Page, signal?: AbortSignal): PageGuard {
  const broken = new Promise<never>((_, reject) => {
    page.once('error', (error) => {
      reject(new BrowserBroke(error.message));
    });
    page.browser().once('disconnected', () => {
      reject(new BrowserBroke('disconnected'));
    });
    signal?.addEventListener('abort', () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted'));
    });
  });
  broken.catch(() => undefined);

  return async (work) => {
    // It may fail when nobody waits for it any more.
    work.catch(() => undefined);
    signal?.throwIfAborted();
    try {
      return await Promise.race([work, broken]);
    } catch (error) {
      if (error instanceof BrowserBroke || !(error instanceof Error)) throw error;
      // What a call says when the browser ends under it, before the event is heard.
      if (
        /Target closed|Session closed|Connection closed|detached|Protocol error|Timed out/i.test(
          error.message,
        )
      ) {
        throw new BrowserBroke(error.message);
      }
      throw error;
    }
  };
}
