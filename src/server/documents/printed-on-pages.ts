import type { ReportDocument } from '../../document/document.ts';
import { printedPlaces } from '../../document/printed-places.ts';
import type { Rendered } from '../../render/index.ts';

/** A figure as it is printed on a page, counted from 1. */
export interface PrintedOnPage {
  readonly key: string;
  readonly text: string;
  readonly page: number;
}

/** Every figure on every page, in the order of the document; a chart's are on the page it begins on. */
export function printedOnPages(document: ReportDocument, marks: Rendered['marks']): PrintedOnPage[] {
  return printedPlaces(document).flatMap(({ figure, text, mark }) => {
    const page = marks?.get(mark)?.number;
    return page === undefined || text === '' ? [] : [{ key: figure, text, page }];
  });
}
