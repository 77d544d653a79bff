import { fillingProgress } from '../progress/filling-progress.ts';
import { reportPath } from '../report-address.ts';
import type { Route } from './route.ts';
import { sessionOf } from './session-of.ts';

/** Which figures of the report are final, to be confirmed or missing, and who is to be asked for them. */
export const progress: Route = {
  method: 'GET',
  path: `${reportPath}api/progress`,
  access: 'page',
  answer(context, preview) {
    const { draft } = sessionOf(context, preview);
    return draft ? context.json(fillingProgress(draft.examined)) : context.text('no draft yet\n', 409);
  },
};
