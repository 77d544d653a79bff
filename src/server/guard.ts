import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { PreviewContext } from './preview-context.ts';
import { askForKey } from './key.ts';
import { isEqual } from './is-equal.ts';
import { refusal } from './refusal.ts';
import { isLoopback } from './reach.ts';
import type { Route } from './routes/route.ts';

/** Header a script sends the token in; an event stream and a download have it in the address, as `token`. */
export const tokenHeader = 'x-preview-token';

const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Refuses what comes from elsewhere, and puts on every answer, a refusal too, what keeps others from using it. */
export function guard({ reach, language }: PreviewContext): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    for (const [name, value] of Object.entries(commonHeaders)) context.header(name, value);
    const { incoming } = context.env;
    // From other addresses browsers do not take it, and complain.
    const { localPort: port = 0, localAddress = '' } = incoming.socket;
    if (isLoopback(localAddress)) context.header('Cross-Origin-Opener-Policy', 'same-origin');
    const refused = refusal(incoming, port, reach.isOwn);
    if (refused) {
      const { status, reason } = refused;
      return context.text(`${reason}\n`, status, {
        Connection: 'close',
        ...(status === 405 && { Allow: 'GET, POST' }),
      });
    }
    const stopped =
      reach.key === undefined ? undefined : askForKey(context, { key: reach.key, port, language });
    if (stopped) return stopped;
    await next();
    return;
  };
}

/** Refuses those a route is not for. */
export function admit(route: Route, { token, readOnly }: PreviewContext): MiddlewareHandler {
  return async (context, next) => {
    const given = context.req.header(tokenHeader) ?? context.req.query('token') ?? '';
    if (route.access !== 'anyone' && !isEqual(given, token)) return context.text('no token\n', 403);
    if (route.access === 'writer' && readOnly) return context.text('read-only\n', 403);
    await next();
  };
}
