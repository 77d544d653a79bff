import type { ReportDocument } from '../../document/document.ts';
import type { Diagnostics } from '../../diagnostics/diagnostic.ts';
import { limits } from '../../diagnostics/limits.ts';
import { typefacesOf, type Typeface } from '../../fonts/faces.ts';
import { fontFaceCss } from '../../fonts/font-face-css.ts';
import type { FontSubset } from '../../fonts/subset.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import { followingIds } from '../page-groups.ts';
import { renderHtml } from '../html/render-html.ts';
import { BrowserBroke } from './browser-broke.ts';
import { BrowserUnavailable } from './browser-unavailable.ts';
import { finishPdf } from './finish/finish-pdf.ts';
import type { Print } from './print-in.ts';
import type { Printed, PrintJob } from './print.ts';
import type { PrintedPage } from './print-page.ts';
import type { ServedFile } from './serve-from-memory.ts';

type Fonts = Pick<FontSubset, 'files'>;

export interface PdfOptions {
  /** `printIn` a browser, or in another thread's. */
  readonly print: Print;
  /** From `subsetFonts` with the characters of `documentCharacters`; the page is made and laid out meanwhile. */
  readonly fonts: Fonts | Promise<Fonts>;
  readonly diagnostics: Diagnostics;
  readonly signal?: AbortSignal | undefined;
}

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Printed number (`iii`, `12`) of the page each linked id stands on. */
  readonly pageOf: Readonly<Record<string, string>>;
  /** Page of every marked element, by its number in `markedElements`. */
  readonly marks: ReadonlyMap<number, PrintedPage>;
}

/**
 * The report as a tagged PDF: the HTML of mode `print`, printed by Chromium. The same document gives the same bytes
 * in the same browser. Reports BROWSER_MISSING, BROWSER_TOO_OLD, BROWSER_START, BROWSER_CRASHED (after a second try
 * in a new browser) or PAGES_UNSTABLE and throws `ReportError`.
 */
export async function renderPdf(
  document: ReportDocument,
  theme: Theme,
  options: PdfOptions,
): Promise<RenderedPdf> {
  const { diagnostics } = options;
  const job: PrintJob = {
    tree: document.tree,
    files: servedFiles(document, theme, options.fonts),
    typeHeight: typeHeight(theme),
    following: followingIds(document.tree, theme.tokens),
    signal: options.signal,
  };
  // Without its fonts there is nothing to be printed, whatever the browser makes of it.
  const [printed] = await Promise.all([printOrReport(options.print, job, diagnostics), options.fonts]);
  if (printed.unstable.length > 0)
    diagnostics.report('PAGES_UNSTABLE', { entries: printed.unstable.join(', ') });
  if (printed.pages > limits.pages)
    diagnostics.report('LIMIT_EXCEEDED', { limit: 'pages', found: printed.pages }, document.meta.place);
  diagnostics.throwIfErrors();
  const { pages, pageOf, marks, labels } = printed;
  const bytes = await finishPdf(printed.bytes, { meta: document.meta, labels, tree: document.tree });
  return { bytes, pages, pageOf, marks };
}

function typeHeight({ tokens: { page } }: Theme): number {
  return ((page.height - page.top - page.bottom) * 72) / 25.4;
}

/** Fonts are files beside the page: as `data:` addresses in it they would take Chromium twice as long to load. */
function servedFiles(
  document: ReportDocument,
  theme: Theme,
  fonts: PdfOptions['fonts'],
): Map<string, ServedFile> {
  const faces = typefacesOf(theme.tokens.faces);
  const cut = Promise.resolve(fonts);
  const bytesOf = ({ id }: Typeface): Promise<Uint8Array> => {
    const bytes = cut.then(({ files }) => files[id] ?? new Uint8Array());
    // A page may ask for none of them; who makes the PDF hears of it.
    bytes.catch(() => undefined);
    return bytes;
  };
  const fontPath = ({ id }: Typeface): string => `/fonts/${id}.ttf`;
  const html = renderHtml(document, theme, { mode: 'print', fonts: { css: fontFaceCss(fontPath, faces) } });
  return new Map<string, ServedFile>([
    ['/', { type: 'text/html; charset=utf-8', body: html }],
    ...faces.map((face): [string, ServedFile] => [fontPath(face), { type: 'font/ttf', body: bytesOf(face) }]),
  ]);
}

/** What a browser may come to, as the run's own problems. */
async function printOrReport(print: Print, job: PrintJob, diagnostics: Diagnostics): Promise<Printed> {
  try {
    return await print(job);
  } catch (error) {
    if (error instanceof BrowserUnavailable) error.reportTo(diagnostics);
    else if (error instanceof BrowserBroke) diagnostics.report('BROWSER_CRASHED', { reason: error.message });
    else throw error;
    diagnostics.throwIfErrors();
    throw error;
  }
}
