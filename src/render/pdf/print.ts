import type { Page } from 'puppeteer';
import type { Browser } from './browser.ts';
import { readDestinations } from './destinations.ts';
import { sectionsToTighten } from './fit.ts';
import { measure, type Measured, type Measuring } from './measure.ts';
import { guardPage, type PageGuard } from './page-guard.ts';
import { breakBefore, continueTables, fillPageNumbers, fitSections } from './page-scripts.ts';
import { numberPages, printPage, timeout, type NumberedPages, type PrintedPage } from './print-page.ts';
import { settleOnPages } from './settle.ts';
import { origin, serveFromMemory, type ServedFile } from './serve-from-memory.ts';

/** A printed report before its dates are set. */
export interface Printed extends NumberedPages {
  readonly bytes: Uint8Array;
  /** Page of every marked element, by its number. */
  readonly marks: ReadonlyMap<number, PrintedPage>;
  /** Contents entries whose number still differed after the last print; empty when all is well. */
  readonly unstable: readonly string[];
}

export interface PrintJob extends Measuring {
  /** `/` is the page; all it may refer to stands beside it. */
  readonly files: ReadonlyMap<string, ServedFile>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Print a page with its own page numbers in the contents: print once untagged, read where every link leads, write the
 * numbers into their fixed-width column, print tagged, and read again; a third print when a number has moved.
 * Throws `BrowserBroke` when the browser ends meanwhile. `pageReady` is told the page as soon as there is one.
 */
export async function print(
  browser: Browser,
  job: PrintJob,
  pageReady?: (page: Page) => void,
): Promise<Printed> {
  const page = await browser.newPage();
  pageReady?.(page);
  const guard = guardPage(page, job.signal);
  try {
    await guard(page.setJavaScriptEnabled(false));
    await guard(page.emulateMediaType('print'));
    await guard(serveFromMemory(page, job.files));
    await guard(page.goto(`${origin}/`, { waitUntil: 'load', timeout }));
    return await printPasses(page, guard, job);
  } finally {
    // Nobody waits for it; a page that has crashed never answers, and closing the browser takes it along.
    void page.close().catch(() => undefined);
  }
}

async function printPasses(page: Page, guard: PageGuard, job: PrintJob): Promise<Printed> {
  const { tree } = job;
  for (let round = 1; ; round += 1) {
    const measured = await measure(page, guard, job);
    const expected = round === 1 ? await fit(page, guard, job, measured) : measured;
    await guard(page.evaluate(fillPageNumbers(expected.pageOf)));
    await guard(page.evaluate(continueTables(expected.continued)));
    const bytes = await guard(printPage(page, true));
    const found = numberPages(settleOnPages(readDestinations(bytes), tree, job.typeHeight), tree);
    const unstable = differences(expected.pageOf, found.pageOf);
    if (unstable.length === 0 || round === 2) return { bytes, ...found, marks: expected.marks, unstable };
  }
}

/** References keep room for a page number of two digits. */
const digitsReserved = 2;

/**
 * Set tighter the sections that would leave a few lines on a last page, take two rows along with a source that would
 * stand on a page without its table, and measure again, with the numbers in place where they need more room than is kept
 * for them; where a page was not saved, its sections are as they were.
 */
async function fit(page: Page, guard: PageGuard, job: PrintJob, before: Measured): Promise<Measured> {
  const tight = sectionsToTighten(before.sections, job.typeHeight);
  const fitsIn = Object.values(before.pageOf).every(
    (label) => label.length <= digitsReserved || /\D/.test(label),
  );
  if (tight.length === 0 && before.parted.length === 0 && fitsIn) return before;
  await guard(page.evaluate(fillPageNumbers(before.pageOf)));
  await guard(page.evaluate(fitSections(tight)));
  await guard(page.evaluate(breakBefore(before.parted)));
  const after = await measure(page, guard, job);
  const inVain = new Set(sectionsToTighten(after.sections, job.typeHeight));
  const helped = tight.filter((id) => !inVain.has(id));
  if (helped.length === tight.length) return after;
  await guard(page.evaluate(fitSections(helped)));
  return measure(page, guard, job);
}

function differences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids]
    .filter((id) => before[id] !== after[id])
    .map((id) => `${id} ${before[id] ?? '?'} → ${after[id] ?? '?'}`);
}
