import { printedOnPages } from '../documents/printed-on-pages.ts';
import { reportPath } from '../report-address.ts';
import type { Route } from './route.ts';
import { sessionOf } from './session-of.ts';

/** What a proofreader finds on the pages of the newest PDF, and which figures are printed on which. */
export const layout: Route = {
  method: 'GET',
  path: `${reportPath}api/layout`,
  access: 'page',
  async answer(context, preview) {
    const audited = await preview.documents.of(sessionOf(context, preview)).audit();
    if (!audited) return context.json({ page: 0, problems: [], figures: [] });
    const { page, found, draft, file } = audited;
    return context.json({ page, problems: found, figures: printedOnPages(draft.document, file?.marks) });
  },
};
