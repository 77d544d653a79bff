import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { PreviewContext } from '../preview-context.ts';

/**
 * One thing that can be asked of the preview. `access` says of whom: `anyone` whose request `refusal` lets through,
 * `page` one that has read the preview's page and its token, `writer` one of these while writing is allowed.
 */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** In the router's notation; the addresses of one report begin with `reportPath`. */
  readonly path: string;
  readonly access: 'anyone' | 'page' | 'writer';
  readonly answer: (
    context: Context<{ Bindings: HttpBindings }>,
    preview: PreviewContext,
  ) => Response | Promise<Response>;
}
