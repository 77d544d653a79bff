import { reportPath } from '../report-address.ts';
import { search as searchDraft } from '../search/search.ts';
import type { Route } from './route.ts';
import { sessionOf } from './session-of.ts';

/** Longest query that is answered. */
const longestQuery = 200;

/** Figures and headings of the last good draft that fit what was typed; nothing before there is one. */
export const search: Route = {
  method: 'GET',
  path: `${reportPath}api/search`,
  access: 'page',
  answer(context, preview) {
    const { draft } = sessionOf(context, preview);
    const typed = (context.req.query('q') ?? '').slice(0, longestQuery);
    return context.json(draft ? searchDraft(draft, typed) : { found: [], count: 0 });
  },
};
