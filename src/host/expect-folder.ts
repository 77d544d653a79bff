import { access, constants, lstat, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tryLock } from './lock-file.ts';
import type { Native } from './native.ts';
import { cleanLeftovers, stagingOf } from './staging.ts';

/** Bytes a first set of documents needs at least. */
const least = 1024 * 1024;

/**
 * Clean what killed programs left beside a folder, and throw what replacing it would throw as far as that can be known: a file in the
 * way, no right to write, less room than what stands there takes.
 */
export async function expectFolder(target: string, native: Native | undefined): Promise<void> {
  const parent = dirname(target);
  const place = await nearest(parent);
  if (!(await stat(place)).isDirectory()) throw refusal('ENOTDIR', place);
  if (place === parent) {
    cleanLeftovers(parent, native);
    // Asking for rights tells less than using them.
    tryLock(stagingOf(target).lock, native)?.release();
  } else {
    await access(place, constants.W_OK | constants.X_OK);
  }
  let needed = least;
  const standing = await stat(target).catch(() => undefined);
  if (standing) {
    if (!standing.isDirectory()) throw refusal('ENOTDIR', target);
    // Somebody else's could be replaced but not removed; one mounted there could not even be moved.
    await access(target, constants.W_OK | constants.X_OK);
    if (standing.dev !== (await stat(parent)).dev && !(await lstat(target)).isSymbolicLink())
      throw refusal('EBUSY', target);
    needed = Math.max(needed, await sizeOf(target));
  }
  const { bavail, bsize, blocks } = await statfs(place);
  // Some that lie on the net say nothing.
  if (blocks > 0 && bavail * bsize < needed) throw refusal('ENOSPC', place);
}

async function nearest(path: string): Promise<string> {
  for (let place = path; ; place = dirname(place))
    if (place === dirname(place) || (await stat(place).catch(() => undefined))) return place;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => {
    const status = await lstat(join(folder, name)).catch(() => undefined);
    return status?.isFile() ? status.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** As the system would say it. */
function refusal(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'stat', path });
}
