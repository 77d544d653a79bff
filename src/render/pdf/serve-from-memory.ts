import type { HTTPRequest, Page } from 'puppeteer';

/** A file of the virtual origin. */
export interface ServedFile {
  readonly type: string;
  /** One that is still being made may be asked for already. */
  readonly body: string | Uint8Array | Promise<Uint8Array>;
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
    const answer = file ? respond(request, file) : request.abort('accessdenied');
    // The page may be gone by then; whoever waits for it learns that from the page itself.
    answer.catch(() => undefined);
  });
}

async function respond(request: HTTPRequest, { type, body }: ServedFile): Promise<void> {
  const headers = { 'Access-Control-Allow-Origin': origin };
  try {
    await request.respond({ contentType: type, body: await body, headers });
  } catch (error) {
    // The page would wait for it; whoever was to make it knows what went wrong.
    await request.abort('failed');
    throw error;
  }
}

/** The same files, all of them there: a promise cannot go to another thread. */
export async function allThere(files: ReadonlyMap<string, ServedFile>): Promise<Map<string, ServedFile>> {
  const waited = [...files].map(
    async ([path, { type, body }]) => [path, { type, body: await body }] as const,
  );
  return new Map(await Promise.all(waited));
}
