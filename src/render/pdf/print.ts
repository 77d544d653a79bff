import type { Root } from 'hast';
import type { Page } from 'puppeteer';
import { followingIds } from '../html/page-groups.ts';
import type { Browser } from './browser.ts';
import { readDestinations, type Destinations } from './destinations.ts';
import { sectionsToTighten, type SectionExtent } from './fit.ts';
import { guardPage, type PageGuard } from './page-guard.ts';
import {
  continueTables,
  endPrefix,
  fillPageNumbers,
  fitSections,
  markPrefix,
  rowPrefix,
  showMarks,
  tablesOfRows,
  type ContinuedRow,
} from './page-scripts.ts';
import { pageLabel, pageLabels, type PageLabels } from './page-labels.ts';
import { origin, serveFromMemory, type ServedFile } from './serve-from-memory.ts';

/** One page of a print: its number from 1 as readers of PDF count, and the number printed on it, if any. */
export interface PrintedPage {
  readonly number: number;
  readonly label: string;
}

/** A printed report before its dates are set. */
export interface Printed {
  readonly bytes: Uint8Array;
  readonly labels: PageLabels;
  readonly pages: number;
  /** Printed page number by id. */
  readonly pageOf: Readonly<Record<string, string>>;
  /** Page of every marked element, by its number. */
  readonly marks: ReadonlyMap<number, PrintedPage>;
  /** Contents entries whose number still differed after the last print; empty when all is well. */
  readonly unstable: readonly string[];
}

export interface PrintJob {
  readonly tree: Root;
  /** `/` is the page; all it may refer to stands beside it. */
  readonly files: ReadonlyMap<string, ServedFile>;
  /** Height of the type area in points. */
  readonly typeHeight: number;
  readonly signal?: AbortSignal | undefined;
}

/** A report of 400 pages takes 5 s; a page that takes this long hangs. */
const timeout = 180_000;

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
    // A page that has crashed never answers; closing the browser takes it along.
    await Promise.race([
      page.close().catch(() => undefined),
      guard(new Promise(() => undefined)).catch(() => undefined),
    ]);
  }
}

async function printPasses(page: Page, guard: PageGuard, job: PrintJob): Promise<Printed> {
  const { tree } = job;
  for (let round = 1; ; round += 1) {
    const measured = await measure(page, guard, tree);
    const expected = round === 1 ? await fit(page, guard, job, measured) : measured;
    await guard(page.evaluate(fillPageNumbers(expected.pageOf)));
    await guard(page.evaluate(continueTables(expected.continued)));
    const bytes = await guard(toPdf(page, true));
    const found = numbers(readDestinations(bytes), tree);
    const unstable = differences(expected.pageOf, found.pageOf);
    if (unstable.length === 0 || round === 2) return { bytes, ...found, marks: expected.marks, unstable };
  }
}

/** Where everything came to lie in a print. */
interface Measured extends Pick<Printed, 'pageOf' | 'marks'> {
  readonly continued: readonly ContinuedRow[];
  readonly sections: readonly SectionExtent[];
}

/**
 * Set sections tighter that would leave a few lines on a last page, and measure again; where that page is still there,
 * as they were.
 */
async function fit(page: Page, guard: PageGuard, job: PrintJob, before: Measured): Promise<Measured> {
  const tight = sectionsToTighten(before.sections, job.typeHeight);
  if (tight.length === 0) return before;
  await guard(page.evaluate(fitSections(tight)));
  const after = await measure(page, guard, job.tree);
  const inVain = new Set(sectionsToTighten(after.sections, job.typeHeight));
  const helped = tight.filter((id) => !inVain.has(id));
  if (helped.length === tight.length) return after;
  await guard(page.evaluate(fitSections(helped)));
  return measure(page, guard, job.tree);
}

/**
 * Print to see where everything comes to lie. Chromium writes destinations only for what is linked to, so for this
 * print, which nobody gets, every marked element is: that costs no time and the real print no byte.
 */
async function measure(page: Page, guard: PageGuard, tree: Root): Promise<Measured> {
  await guard(page.evaluate(showMarks(true)));
  const tables = (await guard(page.evaluate(tablesOfRows))) as number[];
  const { pageCount, pageIndex, fromTop } = readDestinations(await guard(toPdf(page, false)));
  await guard(page.evaluate(showMarks(false)));
  const isMark = (id: string): boolean => id.startsWith(markPrefix);
  const linked = new Map([...pageIndex].filter(([id]) => !isMark(id)));
  const { labels, pageOf } = numbers({ pageCount, pageIndex: linked, fromTop }, tree);
  const marks = [...pageIndex]
    .filter(([id]) => isMark(id) && !id.startsWith(rowPrefix) && !id.startsWith(endPrefix))
    .map(([id, index]): [number, PrintedPage] => [
      Number(id.slice(markPrefix.length)),
      { number: index + 1, label: pageLabel(index, labels) },
    ]);
  const top = topOfType(fromTop, tree);
  const pageOfRow = (row: number): number | undefined => pageIndex.get(`${rowPrefix}${row}`);
  const continued = [...tables.keys()]
    .filter((row) => row > 0 && tables[row] === tables[row - 1] && pageOfRow(row) !== pageOfRow(row - 1))
    .map((row) => ({ row, below: (fromTop.get(`${rowPrefix}${row}`) ?? top) - top }));
  const follows = followingIds(tree);
  const sections = [...pageIndex].flatMap(([end, lastPage]): SectionExtent[] => {
    const id = end.slice(endPrefix.length);
    const firstPage = pageIndex.get(id);
    if (!end.startsWith(endPrefix) || firstPage === undefined) return [];
    return [{ id, follows: follows.has(id), firstPage, lastPage, bottom: (fromTop.get(end) ?? top) - top }];
  });
  return { pageOf, marks: new Map(marks), continued, sections: inOrder(sections) };
}

/** Where the type area begins, by sections that begin a page: some browsers count from there, some from the paper's edge. */
function topOfType(fromTop: ReadonlyMap<string, number>, tree: Root): number {
  const sections = tree.children.flatMap((node) =>
    node.type === 'element' ? (fromTop.get(String(node.properties.id)) ?? []) : [],
  );
  return sections.length === 0 ? 0 : Math.min(...sections);
}

function inOrder(sections: readonly SectionExtent[]): SectionExtent[] {
  return [...sections].sort((a, b) => a.lastPage - b.lastPage || a.bottom - b.bottom);
}

function toPdf(page: Page, final: boolean): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: final, outline: final, timeout });
}

function numbers(destinations: Destinations, tree: Root): Pick<Printed, 'labels' | 'pages' | 'pageOf'> {
  const labels = pageLabels(tree, destinations);
  const entries = [...destinations.pageIndex].map(([id, index]) => [id, pageLabel(index, labels)] as const);
  return { labels, pages: destinations.pageCount, pageOf: Object.fromEntries(entries) };
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
