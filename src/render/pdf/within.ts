import { setTimeout } from 'node:timers/promises';

/** Milliseconds in which a browser that works answers the simplest question, on a machine that has too much to do. */
export const patience = 10_000;

/** Whether something comes of `work` in time, be it an error. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const enough = new AbortController();
  const done = work.then(
    () => true,
    () => true,
  );
  const late = setTimeout(milliseconds, false, { signal: enough.signal }).catch(() => false);
  try {
    return await Promise.race([done, late]);
  } finally {
    enough.abort();
  }
}
