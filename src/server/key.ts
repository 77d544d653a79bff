import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isEqual } from './is-equal.ts';

/**
 * The answer to whoever has no right to be here; undefined for those who have. The key comes once, in an address somebody
 * was told, and is then a cookie; the address is opened again without it, so that none is left in histories and on screens.
 * The cookie is strict because browsers do not say to an address like this one which site a request comes from.
 */
export function askForKey(
  context: Context,
  { key, port, language }: { readonly key: string; readonly port: number; readonly language: 'zh' | 'en' },
): Response | undefined {
  // Ports of one machine share their cookies.
  const cookie = `preview-key-${String(port)}`;
  const given = context.req.method === 'GET' ? context.req.query('key') : undefined;
  if (given !== undefined && isEqual(given, key)) {
    setCookie(context, cookie, key, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return openAgain(context);
  }
  if (isEqual(getCookie(context, cookie) ?? '', key)) return undefined;
  const reason =
    language === 'zh'
      ? '请用完整的地址打开（地址末尾有 ?key=…），向运行预览的人索取。'
      : 'Open the whole address, with ?key=… at its end; whoever runs the preview has it.';
  return context.text(`${reason}\n`, 403);
}

/**
 * A page that leads on, and no redirect: after a link from another site, a mail read in the browser for example, a redirect
 * is still that site's request and goes without the cookie.
 */
function openAgain(context: Context): Response {
  const url = new URL(context.req.url);
  url.searchParams.delete('key');
  // A path that begins with two slashes would be another server.
  const address = `/${url.pathname.replace(/^\/+/, '')}${url.search}`.replace(
    /[^\w/.?=&%-]/g,
    encodeURIComponent,
  );
  return context.html(
    `<!doctype html><meta charset="utf-8"><title>…</title><meta http-equiv="refresh" content="0; url=${address.replaceAll('&', '&amp;')}">`,
  );
}
