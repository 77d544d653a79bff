import { Document, Packer } from 'docx';
import type { ReportDocument } from '../../document/document.ts';
import type { Diagnostics } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import { reportDoubts, type BuiltDocx, type DocxResult } from './built-docx.ts';
import { pagedIds } from './contents-outline.ts';
import { buildProperties } from './build-properties.ts';
import { createContext } from './context.ts';
import { usualDocx, type DocxOptions } from './docx-options.ts';
import type { DocxJob } from './docx-worker.ts';
import { refuseUnsound } from './lint.ts';
import { listNumbering } from './numbering.ts';
import { completeParts } from './package/complete.ts';
import { normalise } from './package/normalise.ts';
import { setCategory } from './package/set-category.ts';
import { pageNumbers, type PageEstimate } from './page-numbers.ts';
import { readReference } from './reference/read-reference.ts';
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
  readonly options?: DocxOptions;
}

/**
 * Render a report as DOCX: the document tree through one handler an element, in the theme's styles. The same report
 * gives the same bytes. Reports what is wrong with the Word file of the theme (`readReference`) and DOCX_PAGES_UNKNOWN when the contents could not be given all their page numbers; throws
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

/** Render with the pictures at hand; everything it takes but the host is plain data, so it can run in a worker. */
export async function buildDocx(
  { document: report, theme, options, reference }: DocxJob,
  pictures: Pictures,
  host: Host,
): Promise<BuiltDocx> {
  const { meta } = report;
  const context = createContext(report, theme, pictures, options, walkers);
  const look = await wordLook(theme.tokens, documentStyles(theme.tokens, meta.language), reference);
  const { estimator, estimate } = await pageNumbers(theme.tokens, host, look.fonts);
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
    numbering: listNumbering(theme.tokens),
    evenAndOddHeaderAndFooters: true,
    pageNumbers: estimator,
    sections: documentSections(report.tree, context),
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  const bytes = normalise(packed, `${meta.date}T00:00:00Z`, (parts) => {
    completeParts(parts, meta.language, gridLine(theme.tokens));
    setCategory(parts, meta.keywords[0] ?? '');
  });
  refuseUnsound(bytes);
  return {
    bytes,
    pages: estimate.pages,
    doubts: doubtsOf(
      estimate,
      new Set([...context.outline.ids, ...pagedIds(report.tree)]),
      context.bookmarks.nameOf,
    ),
  };
}

/** Guesses that may move pages, and listed headings the estimate never reached. */
function doubtsOf(
  estimate: PageEstimate,
  listed: ReadonlySet<string>,
  nameOf: (id: string) => string | undefined,
): string[] {
  const blank = [...listed].filter((id) => {
    const name = nameOf(id);
    return name === undefined || !estimate.bookmarks.has(name);
  });
  return blank.length > 0 ? [...estimate.doubts, `#${blank.join(' #')}`] : estimate.doubts;
}
