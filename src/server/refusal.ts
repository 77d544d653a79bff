import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 403 | 404 | 405 | 415;
  readonly reason: string;
}

/**
 * Whether a request may be answered at all; undefined when it may. Any website the officer visits can send requests
 * here: it must neither read the draft through a name of its own that points to this machine (Host), nor embed, fetch
 * or change anything of it (Origin, Sec-Fetch-Site). A link to the page from elsewhere is fine.
 */
export function refusal(
  {
    method,
    url = '',
    headers,
  }: {
    readonly method?: string | undefined;
    readonly url?: string | undefined;
    readonly headers: IncomingHttpHeaders;
  },
  port: number,
  isOwn: (name: string) => boolean,
): Refusal | undefined {
  if (method !== 'GET' && method !== 'POST') return { status: 405, reason: 'only GET and POST' };
  // A proxy is asked for other servers, with their whole address, and this is none.
  if (!url.startsWith('/')) return { status: 404, reason: 'nothing here' };
  const host = headers.host?.toLowerCase() ?? '';
  const ending = `:${String(port)}`;
  const name = host.endsWith(ending) ? host.slice(0, -ending.length) : port === 80 ? host : '';
  if (!isOwn(name)) {
    return { status: 403, reason: 'unknown Host' };
  }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return { status: 403, reason: 'foreign Origin' };
  }
  const site = headers['sec-fetch-site'];
  const isTopLevel =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  // `same-site` is another port of this machine: another program, to us as foreign as another site.
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isTopLevel) {
    return { status: 403, reason: 'request of another site' };
  }
  // What a form of another site can send is never JSON.
  if (method === 'POST' && headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    return { status: 415, reason: 'only JSON' };
  }
  return undefined;
}
