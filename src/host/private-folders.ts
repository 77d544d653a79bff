import { randomUUID } from 'node:crypto';
import { access, constants, lstat, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onEnding } from './ending.ts';
import { tryLock } from './lock-file.ts';
import type { Native } from './native.ts';
import { cleanLeftovers, finish, stagingOf } from './staging.ts';

/** A folder of this process alone, gone with it: by `remove`, by a signal, or after a kill at the next start. */
export interface OwnFolder {
  readonly path: string;
  /** Write a file of the folder; returns its path. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<string>;
  readonly remove: () => void;
}

/** A private folder for things that can be made again, at the first place where one can be. */
export async function cacheFolder(name: string): Promise<string> {
  for (const base of [process.env.XDG_CACHE_HOME, join(homedir(), '.cache')]) {
    const folder =
      base === undefined || base === '' ? undefined : await privateFolder(join(base, 'whitepaper', name));
    if (folder !== undefined) return folder;
  }
  return temporaryPlace(name);
}

/** Make a folder of this process below the system's folder for such, and remove those of dead ones. */
export async function ownFolder(native: Native | undefined): Promise<OwnFolder> {
  const place = await temporaryPlace('running');
  cleanLeftovers(place, native);
  for (;;) {
    const staging = stagingOf(join(place, randomUUID()));
    const lock = tryLock(staging.lock, native);
    // Whoever cleans has it for a moment.
    if (!lock) continue;
    const forget = onEnding(() => {
      finish(staging, lock);
    });
    mkdirSync(staging.fresh, { mode: 0o700 });
    return {
      path: staging.fresh,
      async write(name, bytes) {
        const path = join(staging.fresh, name);
        await writeFile(path, bytes);
        return path;
      },
      remove() {
        forget();
        finish(staging, lock);
      },
    };
  }
}

async function temporaryPlace(name: string): Promise<string> {
  const user = String(process.getuid?.() ?? 0);
  const folder = await privateFolder(join(tmpdir(), `whitepaper-${user}`), name);
  return folder ?? mkdtemp(join(tmpdir(), 'whitepaper-'));
}

/** The folder, made where there is none; undefined where it cannot be used, or another user owns it, who could hand us their program to run. */
async function privateFolder(folder: string, name = ''): Promise<string | undefined> {
  const path = join(folder, name);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK);
    for (const owned of new Set([folder, path])) {
      const status = await lstat(owned);
      const user = process.getuid?.();
      if (!status.isDirectory() || (user !== undefined && status.uid !== user)) return undefined;
    }
    return path;
  } catch {
    return undefined;
  }
}
