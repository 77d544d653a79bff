import { Document, Packer } from 'docx';
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
import { documentTheme } from './document-theme.ts';
import { listNumbering } from './numbering.ts';
import { completeParts } from './package/complete.ts';
import { normalise } from './package/normalise.ts';
import { pageNumbers, type PageEstimate } from './page-numbers.ts';
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
 * gives the same bytes. Reports DOCX_PAGES_UNKNOWN when the contents could not be given all their page numbers; throws
 * `UnhandledElement` and `DrawingMissing` for trees that break the vocabulary.
 */
export async function renderDocx(
  document: ReportDocument,
  theme: Theme,
  tools: DocxTools,
): Promise<DocxResult> {
  const pictures = await rasterizePictures(document, tools.rasterize);
  const built = await buildDocx(document, theme, pictures, tools.options ?? usualDocx, tools.host);
  reportDoubts(built, tools.diagnostics);
  return { bytes: built.bytes, pages: built.pages };
}

/** Render with the pictures at hand; everything it takes but the host is plain data, so it can run in a worker. */
export async function buildDocx(
  report: ReportDocument,
  theme: Theme,
  pictures: Pictures,
  options: DocxOptions,
  host: Host,
): Promise<BuiltDocx> {
  const { meta } = report;
  const context = createContext(report, theme, pictures, options, walkers);
  const { estimator, estimate } = await pageNumbers(theme.tokens, host);
  const document = new Document({
    title: meta.title,
    subject: meta.subject,
    description: meta.subject,
    creator: meta.issuer,
    lastModifiedBy: meta.issuer,
    keywords: meta.keywords.join('；'),
    customProperties: buildProperties(meta),
    styles: documentStyles(theme.tokens, meta.language),
    theme: documentTheme(theme.tokens),
    numbering: listNumbering(theme.tokens),
    evenAndOddHeaderAndFooters: true,
    pageNumbers: estimator,
    sections: documentSections(report.tree, context),
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  const bytes = normalise(packed, `${meta.date}T00:00:00Z`, (parts) => {
    completeParts(parts, meta.language, gridLine(theme.tokens));
    writeCharts(parts, report.drawings, chartText(theme.tokens, meta.language));
  });
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
