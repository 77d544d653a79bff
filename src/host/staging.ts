import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { onEnding } from './ending.ts';
import { tryLock, waitForLock, type Patience } from './lock-file.ts';
import type { Lock } from './lock.ts';
import type { Native } from './native.ts';

/** What stands beside a file or folder while somebody writes it. Whoever has the lock may do with the others as they like. */
export interface Staging {
  /** What is being written, or anything at all. */
  readonly target: string;
  readonly lock: string;
  /** The new one until it takes the place, the old one from then on where they were exchanged. */
  readonly fresh: string;
  /** The old one, where the system cannot exchange two. */
  readonly old: string;
}

const staged = /^\.whitepaper-(.+?)\.(?:lock|lock\.pid|new|old)$/;

/** One who saves waits for another's second of writing, not for one that has stopped. */
export const usualPatience: Patience = { milliseconds: 60_000, unnoticed: 1000 };

export function stagingOf(target: string): Staging {
  const at = (ending: string): string => join(dirname(target), `.whitepaper-${basename(target)}.${ending}`);
  return { target, lock: at('lock'), fresh: at('new'), old: at('old') };
}

/**
 * Do `work` while nobody else writes `target`, and leave nothing of it beside: not after an error, and not after a signal, which
 * finds either the old or the new one because whatever takes its place does so in one go. What a killed program
 * left is cleaned first, of this target and of all others in the folder.
 */
export async function inTurn<Result>(
  target: string,
  native: Native | undefined,
  work: (staging: Staging) => Promise<Result>,
  patience: Patience = usualPatience,
): Promise<Result> {
  const staging = stagingOf(target);
  cleanLeftovers(dirname(target), native);
  const lock = await waitForLock(staging.lock, native, patience);
  const done = (): void => {
    finish(staging, lock);
  };
  const forget = onEnding(done);
  try {
    clean(staging);
    return await work(staging);
  } finally {
    done();
    forget();
  }
}

/** Clean what killed programs left in a folder, and never what somebody still holds the lock of. */
export function cleanLeftovers(folder: string, native: Native | undefined): void {
  const found = readdirSync(folder).map((name) => staged.exec(name)?.[1] ?? '');
  for (const name of new Set(found.filter((name) => name !== ''))) {
    const staging = stagingOf(join(folder, name));
    try {
      const lock = tryLock(staging.lock, native);
      if (lock) finish(staging, lock);
    } catch {
      continue; // Another user's: theirs to clean, and in nobody's way.
    }
  }
}

/** Clean and give the lock back; the work is done by then, whatever cannot be removed. */
export function finish(staging: Staging, lock: Lock): void {
  try {
    clean(staging);
  } catch {
    // The next to have its turn says so, if it is in its way.
  } finally {
    lock.release();
  }
}

function clean({ target, fresh, old }: Staging): void {
  // Cut between two renames.
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  for (const path of [old, fresh])
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 10 });
}
