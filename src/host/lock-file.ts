import { closeSync, constants, fchmodSync, fstatSync, openSync, rmSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Lock } from './lock.ts';
import type { Native } from './native.ts';
import { tryPidLock } from './pid-lock.ts';

/** How long to wait for a lock, and who is told when that takes a while. */
export interface Patience {
  readonly milliseconds: number;
  /** Milliseconds nobody minds. */
  readonly unnoticed: number;
  readonly onWait?: (() => void) | undefined;
}

/** Milliseconds between two tries. */
const pause = 25;

/** Others have been writing for as long as one would wait; an error of the system to whoever catches it. */
export class Locked extends Error {
  override readonly name = 'Locked';
  readonly code = 'LOCKED';
  readonly syscall = 'lock';
}

/** The lock, as soon as it is free. Throws `Locked`, or why there can be none. */
export async function waitForLock(
  path: string,
  native: Native | undefined,
  patience: Patience,
): Promise<Lock> {
  const start = performance.now();
  let told = false;
  for (;;) {
    const lock = tryLock(path, native);
    if (lock) return lock;
    const waited = performance.now() - start;
    if (waited > patience.milliseconds) throw new Locked(path);
    if (waited > patience.unnoticed && !told) {
      told = true;
      patience.onWait?.();
    }
    await setTimeout(pause);
  }
}

/**
 * The lock of a file made for that, or undefined where somebody has it. The file goes when the lock is given back, so that
 * `out/` holds nothing but reports; whoever has opened a file that went notices and tries again.
 */
export function tryLock(path: string, native: Native | undefined): Lock | undefined {
  const withoutNative = `${path}.pid`;
  if (!native) return tryPidLock(withoutNative);
  for (;;) {
    const file = openForAll(path);
    let isOurs = false;
    try {
      isOurs = native.tryLock(file);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!['EACCES', 'EBUSY'].includes(code)) {
        // A file system without locks, such as some that lie on the net.
        closeSync(file);
        rmSync(path, { force: true });
        return tryPidLock(withoutNative);
      }
    }
    if (isOurs && isStill(path, file)) return lockOf(path, file);
    closeSync(file);
    if (!isOurs) return undefined;
  }
}

/** Windows has no such flag. */
const noFollow = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;

/** A lock needs the right to write, which everybody who shares the folder may have: the file is empty. */
function openForAll(path: string): number {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | noFollow, 0o666);
  try {
    fchmodSync(file, 0o666);
  } catch {
    // Another user's.
  }
  return file;
}

/** Whether the file opened is the one that stands there now. */
function isStill(path: string, file: number): boolean {
  const stands = statSync(path, { bigint: true, throwIfNoEntry: false });
  const opened = fstatSync(file, { bigint: true });
  return stands?.ino === opened.ino && stands.dev === opened.dev;
}

function lockOf(path: string, file: number): Lock {
  let isHeld = true;
  return {
    release() {
      // The number of a file closed is the next one's.
      if (!isHeld) return;
      isHeld = false;
      try {
        rmSync(path, { force: true });
      } finally {
        closeSync(file);
      }
    },
  };
}
