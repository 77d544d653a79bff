import type { ReportDocument } from '../document/document.ts';
import type { Diagnostics, Reporter } from '../diagnostics/diagnostic.ts';
import { typefacesOf } from '../fonts/faces.ts';
import { documentFonts } from '../fonts/document-fonts.ts';
import type { FontSubset } from '../fonts/subset.ts';
import type { Host } from '../host.ts';
import type { Theme } from '../validate/schema/theme.ts';
import type { FormatId } from './formats.ts';
import { contextOf } from './context-of.ts';
import { documentCharacters } from './html/document-characters.ts';
import type { DocxOptions } from './docx/docx-options.ts';
import { renderHtml } from './html/render-html.ts';
import type { Print } from './pdf/print-in.ts';
import type { PrintedPage } from './pdf/print-page.ts';
import { renderPdf } from './pdf/render-pdf.ts';

/** A finished file of one format. */
export interface Rendered {
  readonly bytes: Uint8Array;
  /** Printed pages, where the format has pages. */
  readonly pages?: number;
  /** Page of every element a figure stands in, by its number in `markedElements`, where the format knows. */
  readonly marks?: ReadonlyMap<number, PrintedPage>;
}

/** What renderers share. */
export interface RenderTools {
  readonly host: Host;
  readonly diagnostics: Diagnostics;
  /** Where a browser prints; whoever asks for a PDF has one. */
  readonly print?: Print | undefined;
  readonly docx?: DocxOptions | undefined;
  /** Nobody wants the files any more; only what takes long heeds it. */
  readonly signal?: AbortSignal | undefined;
  /** The document's fonts, cut to its characters. */
  readonly fonts: () => Promise<FontSubset>;
}

interface Format {
  readonly extension: string;
  readonly render: (document: ReportDocument, theme: Theme, tools: RenderTools) => Promise<Rendered>;
}

/** A new format is a folder here, an id in `formats.ts` and a line in this record. */
export const formats: Readonly<Record<FormatId, Format>> = {
  pdf: {
    extension: 'pdf',
    async render(document, theme, { print, fonts, diagnostics, signal }) {
      if (!print) throw new Error('Nowhere to print a PDF');
      return renderPdf(document, theme, { print, fonts: fonts(), diagnostics, signal });
    },
  },
  docx: {
    extension: 'docx',
    async render(document, theme, { host, docx, diagnostics }) {
      // The docx library is loaded by whoever needs it.
      const { renderWithPictures } = await import('./docx/render-with-pictures.ts');
      return renderWithPictures(document, theme, { host, diagnostics, options: docx });
    },
  },
  html: {
    extension: 'html',
    render: async (document, theme, { fonts }) => {
      const html = renderHtml(document, theme, { mode: 'file', fonts: await fonts() });
      return { bytes: new TextEncoder().encode(html) };
    },
  },
};

/**
 * The document's fonts, cut to its characters. Reports CHARACTER_NOT_COVERED for each character a face of the theme lacks.
 */
export async function prepareFonts(
  document: ReportDocument,
  theme: Theme,
  host: Host,
  diagnostics: Reporter,
): Promise<FontSubset> {
  const characters = documentCharacters(document);
  const faces = typefacesOf(theme.tokens.faces);
  // A character the theme's own face lacks is set in the reader's fallback, which the PDF does not have.
  const { uncovered, ...fonts } = await documentFonts(host, characters, faces);
  for (const character of uncovered) {
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const context = contextOf(character, document.tree) ?? document.meta.title;
    diagnostics.report('CHARACTER_NOT_COVERED', { character, codePoint, context });
  }
  return fonts;
}
