import type { ReportDocument } from '../../../src/document/document.ts';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { subsetFonts } from '../../../src/fonts/subset.ts';
import { createHost } from '../../../src/host.ts';
import { documentCharacters } from '../../../src/render/html/document-characters.ts';
import type { Browser } from '../../../src/render/pdf/browser.ts';
import { printIn } from '../../../src/render/pdf/print-in.ts';
import { renderPdf, type RenderedPdf } from '../../../src/render/pdf/render-pdf.ts';
import { sampleTheme } from '../sample-theme.ts';

/** A document printed as the pipeline would, in the white paper's theme. */
export async function printDocument(browser: Browser, document: ReportDocument): Promise<RenderedPdf> {
  const diagnostics = new Diagnostics();
  const fonts = await subsetFonts(createHost(), documentCharacters(document));
  return renderPdf(document, sampleTheme(), { print: printIn(browser), fonts, diagnostics });
}
