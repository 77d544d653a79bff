import { draftPolicy } from '../draft-page.ts';
import { reportPath } from '../report-address.ts';
import type { Route } from './route.ts';
import { sessionOf } from './session-of.ts';

/** The last good page of the report, or the one that stands in for it; shown in the frame of the preview's page. */
export const draft: Route = {
  method: 'GET',
  path: `${reportPath}draft`,
  access: 'anyone',
  answer(context, preview) {
    context.header('Content-Security-Policy', `${draftPolicy}; frame-ancestors 'self'`);
    context.header('X-Frame-Options', 'SAMEORIGIN');
    return context.html(sessionOf(context, preview).state.html);
  },
};
