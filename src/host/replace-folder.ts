import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { link, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder, writeDurably } from './durable.ts';
import type { Patience } from './lock-file.ts';
import type { Native } from './native.ts';
import { inTurn, type Staging } from './staging.ts';

/** What a folder is to hold from now on. */
export interface FolderContent {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** Which files of the old folder stay. */
  readonly keep: (name: string) => boolean;
}

/**
 * Replace a folder as a whole, in one step where the system can exchange two paths. Elsewhere it is away between two
 * renames, and whoever writes next brings the old one back if the program was killed there.
 */
export async function replaceFolder(
  path: string,
  { files, keep }: FolderContent,
  native: Native | undefined,
  patience?: Patience,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A link to a folder stays one.
  const target = await realpath(path).catch(() => path);
  await inTurn(
    target,
    native,
    async (staging) => {
      const kept = existsSync(target) ? await readdir(target) : [];
      // Now, and by this thread: another's would come after what a signal has cleaned.
      mkdirSync(staging.fresh);
      for (const name of kept)
        if (!files.has(name) && keep(name)) await keepFile(join(target, name), join(staging.fresh, name));
      await all([...files].map(([name, content]) => writeDurably(join(staging.fresh, name), content)));
      await syncFolder(staging.fresh);
      const replaced = takePlace(staging, native);
      await syncFolder(dirname(target));
      if (replaced !== undefined)
        await bringLate(replaced, target, (name) => !kept.includes(name) && keep(name));
    },
    patience,
  );
}

/** Another name for the same file costs nothing, and keeps what is written into it meanwhile. */
async function keepFile(from: string, to: string): Promise<void> {
  if ((await lstat(from)).isFile()) {
    try {
      await link(from, to);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    }
  }
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

/** Put the new folder where the old one stands, without a moment in which a signal could come; returns where the old one is. */
function takePlace({ target, fresh, old }: Staging, native: Native | undefined): string | undefined {
  if (!existsSync(target)) {
    renameSync(fresh, target);
    return undefined;
  }
  // There it would be three renames over a name nobody knows.
  if (native && process.platform !== 'win32') {
    try {
      native.swapSync(fresh, target);
      return fresh;
    } catch {
      // This file system cannot.
    }
  }
  renameSync(target, old);
  try {
    renameSync(fresh, target);
  } catch (error) {
    renameSync(old, target);
    throw error;
  }
  return old;
}

/** What somebody put into the old folder while the new one was written. */
async function bringLate(from: string, to: string, isLate: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(from))
    if (isLate(name) && !existsSync(join(to, name))) renameSync(join(from, name), join(to, name));
}

/** Wait for all, the failed ones included: none may go on writing into a folder that is being removed. */
async function all(work: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work))
    if (outcome.status === 'rejected') throw outcome.reason;
}
