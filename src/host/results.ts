import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Results kept between runs, each under a name nothing else is ever kept under. Any of them may be gone at any time. */
export interface Results {
  /** What was kept, whole and unchanged; undefined where there is nothing, or anything is wrong with it. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Keep a result. Not being able to, a full disk for example, harms nobody and is not reported. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Drop what has not been used for long, and the oldest where there is too much. */
  prune(): Promise<void>;
}

/** For runs that are to depend on nothing an earlier one has left. */
export const noResults: Results = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
  prune: () => Promise.resolve(),
};

const limits = { bytes: 1024 ** 3, age: 30 * 24 * 3600_000, sinceLastUse: 3600_000 };
const digestLength = 32;

/** Names of ours: the folder may be somebody's own, with other things in it. */
const ours = /^[a-z]+-[0-9a-f]{64}(?:\.[0-9a-f-]{36}\.writing)?$/;

/**
 * Results as files of one folder. Each begins with the SHA-256 of what follows: half a file, or a file somebody has
 * touched, is removed and counts as none. Written beside and renamed, so that any number of runs can share the folder.
 */
export function resultsIn(folder: () => Promise<string>): Results {
  let made: Promise<string> | undefined;
  const path = async (name: string): Promise<string> => join(await (made ??= folder()), name);
  return {
    async read(name) {
      try {
        const file = await path(name);
        const bytes = new Uint8Array(await readFile(file));
        const content = bytes.subarray(digestLength);
        if (!digestOf(name, content).equals(bytes.subarray(0, digestLength))) {
          await rm(file, { force: true });
          return undefined;
        }
        await markUsed(file);
        return content;
      } catch {
        return undefined; // None, or none that can be read.
      }
    },
    async write(name, bytes) {
      let beside: string | undefined;
      try {
        await mkdir(await path('.'), { recursive: true, mode: 0o700 });
        beside = await path(`${name}.${randomUUID()}.writing`);
        await writeFile(beside, [new Uint8Array(digestOf(name, bytes)), bytes], { mode: 0o600 });
        await rename(beside, await path(name));
      } catch {
        if (beside !== undefined) await rm(beside, { force: true }).catch(() => undefined);
      }
    },
    async prune() {
      try {
        await dropOld(await path('.'));
      } catch {
        return; // The folder is gone, or not ours to read.
      }
    },
  };
}

/** Of the name, too: a file under another one's name is not its result. */
function digestOf(name: string, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(name).update('\0').update(bytes).digest();
}

/** What is used stays; told by the time of the file, which is set once in a while only. */
async function markUsed(file: string): Promise<void> {
  const now = new Date();
  const { mtimeMs } = await stat(file);
  if (now.getTime() - mtimeMs > limits.sinceLastUse) await utimes(file, now, now).catch(() => undefined);
}

async function dropOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => ours.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      // Another run may be dropping it, too.
      const status = await stat(join(folder, name)).catch(() => undefined);
      return status?.isFile() ? [{ name, bytes: status.size, used: status.mtimeMs }] : [];
    }),
  );
  const files = found.flat();
  files.sort((a, b) => b.used - a.used);
  const now = Date.now();
  let kept = 0;
  for (const { name, bytes, used } of files) {
    kept += bytes;
    // What somebody is writing this moment is not touched; what was being written an hour ago never will be.
    const isLeft = name.endsWith('.writing') && now - used > limits.sinceLastUse;
    if (isLeft || now - used > limits.age || (kept > limits.bytes && !name.endsWith('.writing')))
      await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}
