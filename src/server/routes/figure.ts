import { currentDraft } from '../inspect/current-draft.ts';
import { figureRecord } from '../inspect/figure-record.ts';
import { reportPath } from '../report-address.ts';
import type { Route } from './route.ts';
import { sessionOf } from './session-of.ts';

/** All that is known of one figure, and what could be undone. */
export const figure: Route = {
  method: 'GET',
  path: `${reportPath}api/figure`,
  access: 'page',
  async answer(context, preview) {
    const session = sessionOf(context, preview);
    // Nobody may be listening to a report somebody asks about.
    session.begin();
    const draft = await currentDraft(session, preview.host);
    const record = draft && figureRecord(draft, context.req.query('key') ?? '', session.language);
    if (!record) return context.notFound();
    return context.json({ ...record, undo: preview.edits.newest ?? null });
  },
};
