import type { Route } from './route.ts';

/** Client files, libraries and faces. */
export const asset: Route = {
  method: 'GET',
  path: '/:folder{client|library|fonts}/*',
  access: 'anyone',
  async answer(context, { assets }) {
    const found = assets.get(context.req.path);
    if (!found) return context.notFound();
    const { type, maxAge } = found;
    const cache = maxAge > 0 ? `private, max-age=${String(maxAge)}` : 'no-store';
    // The library's types know only bytes in memory of their own.
    const bytes = (await found.read()) as Uint8Array<ArrayBuffer>;
    return context.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': cache });
  },
};
