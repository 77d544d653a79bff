import { Document } from 'docx';
import type { ReportDocument } from '../../document/document.ts';
import type { Diagnostics } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import { reportDoubts, type BuiltDocx, type DocxResult } from './built-docx.ts';
import { chartText } from './charts/chart-text.ts';
import { writeCharts } from './charts/write-charts.ts';
import { pagedIds } from './contents-outline.ts';
import { buildProperties } from './build-properties.ts';
import { createContext } from './context.ts';
import { usualDocx, type DocxOptions } from './docx-options.ts';
import { refuseUnsound } from './lint.ts';
import { countedStyles, documentNumbering } from './numbering.ts';
import { renderFootnotes } from './footnotes.ts';
import { completeParts } from './package/complete.ts';
import { nameFonts } from './package/font-table.ts';
import { normalise } from './package/normalise.ts';
import { libraryParts } from './package/library-parts.ts';
import { setCategory } from './package/set-category.ts';
import { pack } from './package/zip.ts';
import { pageNumbers, type PageEstimate } from './page-numbers.ts';
import { readReference, type ReferenceStyles } from './reference/read-reference.ts';
import { wordLook } from './reference/word-look.ts';
import { rasterizePictures, type Pictures } from './pictures.ts';
import { documentSections, gridLine } from './sections.ts';
import { documentStyles } from './styles/index.ts';
import { walkers } from './walk.ts';

/** What rendering needs from outside. `rasterize` turns an SVG into a PNG at twice its size. */
export interface DocxTools {
  readonly host: Host;
  readonly rasterize: (svg: string) => Promise<Uint8Array>;
  readonly diagnostics: Diagnostics;
  readonly options?: DocxOptions | undefined;
}

/** What a document is built from; plain data. */
interface DocxJob {
  readonly document: ReportDocument;
  readonly theme: Theme;
  readonly options: DocxOptions;
  /** What the Word file of the theme brings, where it names one. */
  readonly reference?: ReferenceStyles | undefined;
}

/**
 * Render a report as DOCX: the document tree through one handler an element, in the theme's styles. The same report
 * gives the same bytes. Reports DOCX_PAGES_UNKNOWN when not every page number could be worked out, DOCX_PAGES_GUESSED when some may be
 * wrong, and what is wrong with the theme's Word file (`readReference`); throws
 * `UnhandledElement` and `DrawingMissing` for trees that break the vocabulary.
 */
export async function renderDocx(
  document: ReportDocument,
  theme: Theme,
  tools: DocxTools,
): Promise<DocxResult> {
  const options = tools.options ?? usualDocx;
  const reference = theme.reference && readReference(theme.reference, tools.diagnostics);
  const pictures = await rasterizePictures(document, tools.rasterize);
  const built = await buildDocx({ document, theme, options, reference }, pictures, tools.host);
  reportDoubts(built, tools.diagnostics);
  return { bytes: built.bytes, pages: built.pages };
}

/** Render with the pictures at hand. */
export async function buildDocx(
  { document: report, theme, options, reference }: DocxJob,
  pictures: Pictures,
  host: Host,
  layOut = pageNumbers,
): Promise<BuiltDocx> {
  const { meta } = report;
  const context = createContext(report, theme, pictures, options, walkers);
  const look = await wordLook(
    theme.tokens,
    documentStyles(theme.tokens, meta.language, countedStyles(context.headings)),
    reference,
  );
  const numbering = documentNumbering(theme.tokens, context.headings);
  const setting = { tokens: theme.tokens, styles: look.styles, numbering, footnotes: context.footnotes };
  const { estimator, estimate } = await layOut(setting, host, reference && look.fonts);
  const document = new Document({
    title: meta.title,
    subject: meta.subject,
    description: meta.subject,
    creator: meta.issuer,
    lastModifiedBy: meta.issuer,
    keywords: meta.keywords.join('；'),
    customProperties: buildProperties(meta),
    styles: look.styles,
    theme: look.theme,
    numbering,
    evenAndOddHeaderAndFooters: true,
    pageNumbers: estimator,
    sections: documentSections(report.tree, context),
    footnotes: renderFootnotes(context),
  });
  const parts = libraryParts(document);
  completeParts(parts, meta.language, gridLine(theme.tokens));
  setCategory(parts, meta.keywords[0] ?? '');
  writeCharts(parts, report.drawings, chartText(theme.tokens, meta.language));
  nameFonts(parts, theme.tokens);
  normalise(parts, `${meta.date}T00:00:00Z`);
  const bytes = pack(parts);
  refuseUnsound(bytes, parts);
  return {
    bytes,
    pages: estimate.pages,
    guesses: estimate.doubts,
    ...unknownPages(estimate, pagedIds(report.tree), context.bookmarks.nameOf),
  };
}

/** What is listed and the estimate did not reach, by the words of the list; and whether it got to the end. */
function unknownPages(
  { pages, bookmarks }: PageEstimate,
  listed: ReadonlyMap<string, string>,
  nameOf: (id: string) => string | undefined,
): Pick<BuiltDocx, 'blank' | 'stopped'> {
  const blank = [...listed].flatMap(([id, words]) => {
    const name = nameOf(id);
    return name !== undefined && bookmarks.has(name) ? [] : [words === '' ? `#${id}` : words];
  });
  return { blank, stopped: pages === 0 };
}
