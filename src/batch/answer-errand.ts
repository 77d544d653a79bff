import { BrowserBroke } from '../render/pdf/browser-broke.ts';
import { BrowserUnavailable } from '../render/pdf/browser-unavailable.ts';
import type { Engines } from '../make/engines.ts';
import type { BrowserAnswer, BrowserQuestion } from './messages.ts';
import { defectOf } from './outcome.ts';

/** Do an errand of a worker to the browser; whatever comes of it is an answer. */
export async function answerErrand(
  { print }: BrowserQuestion,
  engines: Pick<Engines, 'browser' | 'print'>,
  signal: AbortSignal,
): Promise<BrowserAnswer> {
  try {
    if (!print) return { ready: await engines.browser.ready() };
    return { printed: await engines.print({ ...print, signal }) };
  } catch (error) {
    if (error instanceof BrowserUnavailable) return { unavailable: error.why };
    if (error instanceof BrowserBroke) return { broke: error.message };
    return { defect: defectOf(error) };
  }
}
