import { renameSync, statSync } from 'node:fs';
import { mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeDurably } from './durable.ts';
import type { Patience } from './lock-file.ts';
import type { Native } from './native.ts';
import { inTurn, type Staging } from './staging.ts';

/** Somebody waits at the preview's form; a file is written in no time. */
const patience: Patience = { milliseconds: 10_000, unnoticed: Infinity };

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
  const write = async ({ fresh }: Staging): Promise<boolean> => {
    await writeDurably(fresh, text, statSync(file, { throwIfNoEntry: false })?.mode);
    // At the last moment: an editor takes no turns.
    if (before !== undefined && (await readFile(file, 'utf8')) !== before) return false;
    renameSync(fresh, file);
    await syncFolder(dirname(file));
    return true;
  };
  return inTurn(file, native, write, patience);
}
