import type { Page } from 'puppeteer';

/** A file of the virtual origin. */
export interface ServedFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** Where pages live while they are printed; `.invalid` is reserved and resolves nowhere. */
export const origin = 'http://report.invalid';

/**
 * Answer requests of `page` from `files` (path → file) and abort every other one. A page that came from `file://`
 * could read local files through an iframe even with scripts off; a page of this origin can read nothing.
 */
export async function serveFromMemory(page: Page, files: ReadonlyMap<string, ServedFile>): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    const file = url.startsWith(`${origin}/`) ? files.get(url.slice(origin.length)) : undefined;
    const answer = file
      ? request.respond({
          contentType: file.type,
          body: file.body,
          headers: { 'Access-Control-Allow-Origin': origin },
        })
      : request.abort('accessdenied');
    // The page may be gone by then; whoever waits for it learns that from the page itself.
    answer.catch(() => undefined);
  });
}
