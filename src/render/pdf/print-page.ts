import type { Root } from 'hast';
import type { Page } from 'puppeteer';
import type { Destinations } from './destinations.ts';
import { pageLabel, pageLabels, type PageLabels } from './page-labels.ts';

/** A report of 400 pages takes 5 s; a page that takes this long hangs. Milliseconds. */
export const timeout = 180_000;

/** Print what is open; tags and outline cost a third of the time, so that a print to measure by goes without. */
export function printPage(page: Page, final: boolean): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: final, outline: final, timeout });
}

/** One page of a print: its number from 1 as readers of PDF count, and the number printed on it, if any. */
export interface PrintedPage {
  readonly number: number;
  readonly label: string;
}

/** How the pages of a print are numbered, and the printed number of the page each linked id stands on. */
export interface NumberedPages {
  readonly labels: PageLabels;
  readonly pages: number;
  readonly pageOf: Readonly<Record<string, string>>;
}

/** Number the pages by where the sections of the tree came to lie. */
export function numberPages(destinations: Destinations, tree: Root): NumberedPages {
  const labels = pageLabels(tree, destinations);
  const entries = [...destinations.pageIndex].map(([id, index]) => [id, pageLabel(index, labels)] as const);
  return { labels, pages: destinations.pageCount, pageOf: Object.fromEntries(entries) };
}
