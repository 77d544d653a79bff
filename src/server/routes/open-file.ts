import { z } from 'zod';
import { projectFile } from '../project-file.ts';
import { isLoopback } from '../reach.ts';
import { readBody } from '../request-body.ts';
import type { Route } from './route.ts';

const position = z.int().min(1).max(1_000_000);
const schema = z.strictObject({
  file: z.string().max(300),
  line: position.default(1),
  column: position.default(1),
});

/**
 * Opens a file of the project in the editor. Nothing is written by that; but a window opens on this machine's screen, so it is
 * for those who sit before it.
 */
export const openFile: Route = {
  method: 'POST',
  path: '/api/open-file',
  access: 'page',
  async answer(context, { host, launcher }) {
    const { remoteAddress = '' } = context.env.incoming.socket;
    if (!isLoopback(remoteAddress)) return context.text('only on its own machine\n', 403);
    const { file, line, column } = await readBody(context, schema);
    const path = await projectFile(host, file);
    if (path === undefined) return context.text('not a file of the project\n', 404);
    return context.json({ opened: await launcher.file(path, line, column) });
  },
};
