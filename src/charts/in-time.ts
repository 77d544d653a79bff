import { Script } from 'node:vm';
import { limits } from '../diagnostics/limits.ts';

/** A chart's transforms and expressions took longer than any chart can need. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';

  constructor(seconds: number) {
    super(`takes longer than ${String(seconds)} s to draw`);
  }
}

/** The script has nothing but the global object to find the work by. */
const holder = globalThis as { whitepaperWork?: (() => void) | undefined };
const call = new Script('globalThis.whitepaperWork()');

/**
 * Begin a piece of work, and end what of it goes on without giving the turn back when its time is over: patterns that backtrack, tables
 * that multiply. Only the engine itself can end these, on behalf of a script that runs against a limit. Throws `OutOfTime`.
 */
export function inTime<Result>(work: () => Result, seconds: number = limits.chartSeconds): Result {
  let result: { readonly value: Result } | undefined;
  holder.whitepaperWork = () => {
    result = { value: work() };
  };
  try {
    call.runInThisContext({ timeout: seconds * 1000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new OutOfTime(seconds);
    throw error;
  } finally {
    holder.whitepaperWork = undefined;
  }
  if (!result) throw new Error('in time: the work was not begun');
  return result.value;
}
