import { editFigure, type EditRefusal } from '../edit/edit-figure.ts';
import { editRequest } from '../edit/edit-request.ts';
import { reportPath } from '../report-address.ts';
import { readBody } from '../request-body.ts';
import type { Route } from './route.ts';
import { sessionOf } from './session-of.ts';

const statuses: Readonly<Record<EditRefusal, 403 | 404 | 409 | 422>> = {
  figure: 404,
  changed: 409,
  fixed: 422,
  denied: 403,
};

/** Change a figure where it stands in the YAML, or say what would come of it. A refusal is its name, for the page to word. */
export const edit: Route = {
  method: 'POST',
  path: `${reportPath}api/edit`,
  access: 'writer',
  async answer(context, preview) {
    const asked = await readBody(context, editRequest);
    const answer = await editFigure(asked, sessionOf(context, preview), preview.edits, preview.host);
    if (typeof answer === 'string') return context.text(answer, statuses[answer]);
    return context.json({ ...answer, undo: preview.edits.newest ?? null });
  },
};
