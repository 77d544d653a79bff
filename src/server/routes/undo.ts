import { z } from 'zod';
import { reportPath } from '../report-address.ts';
import { readBody } from '../request-body.ts';
import type { Route } from './route.ts';

const undoRequest = z.strictObject({ id: z.string().max(100) });

/** Take back the newest edit made here, if it is the one the page means and the file is still as the edit left it. */
export const undo: Route = {
  method: 'POST',
  path: `${reportPath}api/undo`,
  access: 'writer',
  async answer(context, { edits, host }) {
    const asked = await readBody(context, undoRequest);
    const undone = await edits.inTurn(() => edits.undo(asked.id, host));
    if (typeof undone === 'string') return context.text(undone, undone === 'denied' ? 403 : 409);
    return context.json({ undone, undo: edits.newest ?? null });
  },
};
