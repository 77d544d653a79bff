import type { IPropertiesOptions } from 'docx';
import type { Host } from '../../host.ts';
import { estimatePages, type PageSetting } from './pages/estimate-pages.ts';
import { markSectionEnds } from './section-ends.ts';

type Estimator = NonNullable<IPropertiesOptions['pageNumbers']>;

/** What the estimator found, filled in while the document is packed. */
export interface PageEstimate {
  /** Pages of the document; 0 when the layout stopped before its end. */
  pages: number;
  /** Page of each bookmark, as printed: `iv`, `12`. */
  bookmarks: ReadonlyMap<string, string>;
  /** Why numbers may be wrong or missing; empty when all was laid out. */
  doubts: string[];
}

/**
 * Lay out the document as Word would and note on which page each bookmark is: ourselves where all styles are ours, with the
 * library where a theme's Word file brings its own, whose `fonts` it has to know.
 */
export async function pageNumbers(
  setting: PageSetting,
  host: Host,
  fonts: readonly string[] | undefined,
): Promise<{ estimator: Estimator; estimate: PageEstimate }> {
  const library = fonts && (await import('./pages/library-estimate.ts'));
  const inner = library
    ? await library.libraryEstimate(setting.tokens, host, fonts)
    : await estimatePages(setting, host);
  const estimate: PageEstimate = { pages: 0, bookmarks: new Map(), doubts: [] };
  const run: Estimator = (body, context) => {
    markSectionEnds(body);
    const found = inner(body, context);
    estimate.pages = found.pageCount ?? 0;
    estimate.bookmarks = found.bookmarks;
    estimate.doubts = [...new Set((found.guesses ?? []).map(({ reason }) => reason))].filter(
      (reason) => library?.isHarmless(reason) !== true,
    );
    return found;
  };
  return { estimator: run, estimate };
}
