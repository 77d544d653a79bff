import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { beginAudit } from '../../../src/audit/index.ts';
import { Diagnostics, type Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { ReportDocument } from '../../../src/document/document.ts';
import { subsetFonts } from '../../../src/fonts/subset.ts';
import { createHost } from '../../../src/host.ts';
import { documentCharacters } from '../../../src/render/html/document-characters.ts';
import type { Browser } from '../../../src/render/pdf/browser.ts';
import { printIn } from '../../../src/render/pdf/print-in.ts';
import { renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import { sampleDocument } from '../../render/sample-document.ts';
import { chapterOf } from '../../render/sample-long-table.ts';
import { sampleTheme } from '../../render/sample-theme.ts';

/** A chapter and how it is spoilt. */
export interface Planted {
  readonly blocks?: readonly Element[];
  /** Instead of one chapter with `blocks`. */
  readonly tree?: Root;
  /** Added to the theme's style sheet: theme and renderer do not make these faults by themselves. */
  readonly css?: string;
  readonly drawings?: ReportDocument['drawings'];
}

/** Print a document through the real renderer and audit what came out. */
export async function lintPages(
  browser: Browser,
  { blocks = [], tree = h(null, chapterOf(blocks)), css = '', drawings }: Planted,
  language: 'zh' | 'en' = 'en',
): Promise<readonly Diagnostic[]> {
  const sample = sampleDocument({ tree });
  const document = { ...sample, ...(drawings && { drawings }) };
  const theme = sampleTheme();
  const diagnostics = new Diagnostics(language);
  const fonts = await subsetFonts(createHost(), documentCharacters(document));
  const pdf = await renderPdf(
    document,
    { ...theme, css: theme.css + css },
    { print: printIn(browser), fonts, diagnostics },
  );
  const audit = beginAudit(document, ['pdf'], diagnostics, theme.tokens);
  audit.take('pdf', pdf);
  await audit.finish();
  return diagnostics.all;
}
