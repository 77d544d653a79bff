import { randomUUID } from 'node:crypto';
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Lock } from './lock.ts';

/** Milliseconds after which a lock of another machine, or of nobody, is taken to be left over. */
const abandoned = 10 * 60_000;

/**
 * A lock where the system has none that ends with its process: a file that names who made it. One whose process is dead
 * is taken over; of several who see that, one.
 */
export function tryPidLock(path: string): Lock | undefined {
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, `${hostname()} ${String(process.pid)}`);
      closeSync(file);
      return {
        release() {
          unlinkSync(path);
        },
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (!removeAbandoned(path)) return undefined;
  }
  return undefined;
}

/** False where the lock is somebody's who lives, or may. */
function removeAbandoned(path: string): boolean {
  const taken = `${path}-${randomUUID()}.new`;
  try {
    const owner = readFileSync(path, 'utf8');
    if (!isDead(owner, statSync(path).mtimeMs)) return false;
    // Between reading and taking it away somebody else may have done the same, and locked it anew.
    renameSync(path, taken);
    if (readFileSync(taken, 'utf8') !== owner) linkSync(taken, path);
    unlinkSync(taken);
    return true;
  } catch (error) {
    if (['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return true;
    throw error;
  }
}

function isDead(owner: string, since: number): boolean {
  const [machine, id = ''] = owner.split(' ');

  if (machine !== hostname() || !/^\d+$/.test(id)) return Date.now() - since > abandoned;
  // A container that starts anew gives the same number again.
  if (Number(id) === process.pid) return since < performance.timeOrigin - 1000;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
