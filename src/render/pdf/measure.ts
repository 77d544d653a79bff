import type { Root } from 'hast';
import type { Page } from 'puppeteer';
import { readDestinations } from './destinations.ts';
import type { SectionExtent } from './fit.ts';
import type { PageGuard } from './page-guard.ts';
import { pageLabel } from './page-labels.ts';
import {
  belowPrefix,
  endPrefix,
  markPrefix,
  rowPrefix,
  showMarks,
  tablesOfRows,
  type ContinuedRow,
} from './page-scripts.ts';
import { settleOnPages, topOfType } from './settle.ts';
import { numberPages, printPage, type NumberedPages, type PrintedPage } from './print-page.ts';

/** What is measured. */
export interface Measuring {
  readonly tree: Root;
  /** Height of the type area in points. */
  readonly typeHeight: number;
  /** Ids of the sections that begin where the one before them ends. */
  readonly following: ReadonlySet<string>;
}

/** Where everything came to lie in a print. */
export interface Measured extends Pick<NumberedPages, 'pageOf'> {
  /** Page of every marked element, by its number. */
  readonly marks: ReadonlyMap<number, PrintedPage>;
  readonly continued: readonly ContinuedRow[];
  /** The last row but one of each table whose note or source stands on a later page; counted as those continued are. */
  readonly parted: readonly number[];
  readonly sections: readonly SectionExtent[];
}

/**
 * Print to see where everything comes to lie. Chromium writes destinations only for what is linked to, so for this
 * print, which nobody gets, every marked element is: that costs no time and the real print no byte.
 */
export async function measure(
  page: Page,
  guard: PageGuard,
  { tree, typeHeight, following }: Measuring,
): Promise<Measured> {
  await guard(page.evaluate(showMarks(true)));
  const tables = (await guard(page.evaluate(tablesOfRows))) as number[];
  const printed = readDestinations(await guard(printPage(page, false)));
  const { pageCount, pageIndex, fromTop } = settleOnPages(printed, tree, typeHeight);
  await guard(page.evaluate(showMarks(false)));
  const isMark = (id: string): boolean => id.startsWith(markPrefix);
  const linked = new Map([...pageIndex].filter(([id]) => !isMark(id)));
  const { labels, pageOf } = numberPages({ pageCount, pageIndex: linked, fromTop }, tree);
  const marks = [...pageIndex]
    .filter(([id]) => /^\d+$/.test(id.slice(markPrefix.length)) && isMark(id))
    .map(([id, index]): [number, PrintedPage] => [
      Number(id.slice(markPrefix.length)),
      { number: index + 1, label: pageLabel(index, labels) },
    ]);
  const top = topOfType(fromTop, tree);
  const pageOfRow = (row: number): number | undefined => pageIndex.get(`${rowPrefix}${row}`);
  const continued = [...tables.keys()]
    .filter((row) => row > 0 && tables[row] === tables[row - 1] && pageOfRow(row) !== pageOfRow(row - 1))
    .map((row) => ({ row, below: (fromTop.get(`${rowPrefix}${row}`) ?? top) - top }));
  const parted = [...tables.entries()].flatMap(([row, table]) => {
    const isLast = tables[row + 1] !== table;
    const source = pageIndex.get(`${belowPrefix}${table}`);
    return isLast && source !== undefined && source !== pageOfRow(row)
      ? [tables[row - 1] === table ? row - 1 : row]
      : [];
  });
  const sections = [...pageIndex].flatMap(([end, lastPage]): SectionExtent[] => {
    const id = end.slice(endPrefix.length);
    const firstPage = pageIndex.get(id);
    if (!end.startsWith(endPrefix) || firstPage === undefined) return [];
    return [{ id, follows: following.has(id), firstPage, lastPage, bottom: (fromTop.get(end) ?? top) - top }];
  });
  return { pageOf, marks: new Map(marks), continued, parted, sections: inOrder(sections) };
}

function inOrder(sections: readonly SectionExtent[]): SectionExtent[] {
  return [...sections].sort((a, b) => a.lastPage - b.lastPage || a.bottom - b.bottom);
}
