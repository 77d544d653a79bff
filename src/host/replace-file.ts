import { renameSync, statSync } from 'node:fs';
import { mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeDurably } from './durable.ts';
import type { Native } from './native.ts';
import { inTurn } from './staging.ts';

/**
 * Put a text into a file in one step, if `before` is what it says or nothing in particular is expected of it. Returns whether
 * it was written. A link stays a link, and a file keeps who may read it.
 */
export async function replaceFile(
  path: string,
  text: string,
  native: Native | undefined,
  before?: string,
): Promise<boolean> {
  const file = await realpath(path).catch(() => path);
  if (before === undefined) await mkdir(dirname(file), { recursive: true });
  return inTurn(file, native, async ({ fresh }) => {
    await writeDurably(fresh, text, statSync(file, { throwIfNoEntry: false })?.mode);
    // At the last moment: an editor takes no turns.
    if (before !== undefined && (await readFile(file, 'utf8')) !== before) return false;
    renameSync(fresh, file);
    await syncFolder(dirname(file));
    return true;
  });
}
