import { streamSSE } from 'hono/streaming';
import { reportPath } from '../report-address.ts';
import type { Route } from './route.ts';
import { sessionOf } from './session-of.ts';

/**
 * The stream of a report's states. A reader slower than the saves gets the newest state and none of those between; the page is sent
 * only when it is another.
 */
export const events: Route = {
  method: 'GET',
  path: `${reportPath}events`,
  access: 'page',
  answer(context, preview) {
    const session = sessionOf(context, preview);
    return streamSSE(context, async (stream) => {
      let wake = (): void => undefined;
      const stop = session.listen(() => {
        wake();
      });
      stream.onAbort(() => {
        stop();
        wake();
      });
      await stream.write('retry: 500\n\n');
      let [sent, sentPage]: [unknown, number] = [undefined, -1];
      while (!stream.aborted) {
        const { state } = session;
        if (state === sent) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const { html, ...rest } = state;
        const data = JSON.stringify(state.page === sentPage ? rest : { ...rest, html });
        [sent, sentPage] = [state, state.page];
        await stream.writeSSE({ event: 'state', data });
      }
    });
  },
};
