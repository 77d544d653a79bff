import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

const names = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request may be answered at all; undefined when it may. Any website the officer visits can send requests
 * here: it must neither read the draft through a name of its own that points to 127.0.0.1 (Host), nor embed or
 * fetch anything of it (Origin, Sec-Fetch-Site). A link to the page from elsewhere is fine.
 */
export function refusal(
  { method, headers }: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
  port: number,
): Refusal | undefined {
  if (method !== 'GET') return { status: 405, reason: 'only GET' };
  const host = headers.host?.toLowerCase() ?? '';
  if (!names.some((name) => host === `${name}:${String(port)}` || (port === 80 && host === name))) {
    return { status: 403, reason: 'unknown Host' };
  }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return { status: 403, reason: 'foreign Origin' };
  }
  const site = headers['sec-fetch-site'];
  const isTopLevel = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  // `same-site` is another port of this machine: another program, to us as foreign as another site.
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isTopLevel) {
    return { status: 403, reason: 'request of another site' };
  }
  return undefined;
}
