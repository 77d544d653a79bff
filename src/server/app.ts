import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { admit, guard } from './guard.ts';
import type { PreviewContext } from './preview-context.ts';
import { routes } from './routes/index.ts';

/** Bytes a request may bring: a sentence of prose, and then some. */
const largestBody = 64 * 1024;

/** The preview as something that answers requests. */
export function createApp(preview: PreviewContext): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(guard(preview));
  app.use(bodyLimit({ maxSize: largestBody }));
  for (const route of routes) {
    app.on(route.method, route.path, admit(route, preview), (context) => route.answer(context, preview));
  }
  app.notFound((context) => context.text('nothing here\n', 404));
  app.onError((error, context) =>
    error instanceof HTTPException
      ? context.text(`${error.message}\n`, error.status)
      : context.text('cannot be done\n', 500),
  );
  return app;
}
