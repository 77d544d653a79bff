import { toPng } from '../charts/rasterize.ts';
import type { ReportDocument } from '../compose/document.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { loadMetrics } from '../fonts/metrics.ts';
import { subsetFonts, type FontSubset } from '../fonts/subset.ts';
import type { Host } from '../host.ts';
import type { Theme } from '../validate/schema/theme.ts';
import { renderDocxInWorker } from './docx/render-in-worker.ts';
import { documentCharacters } from './html/document-characters.ts';
import type { FormatId } from './formats.ts';
import { renderHtml } from './html/render-html.ts';
import type { Browser } from './pdf/browser.ts';
import { renderPdf } from './pdf/render-pdf.ts';

/** A finished file of one format. */
export interface Rendered {
  readonly bytes: Uint8Array;
  /** Printed pages, where the format has pages. */
  readonly pages?: number;
  /** Printed number of the page each linked id stands on, where the format knows. */
  readonly pageOf?: Readonly<Record<string, string>>;
}

/** What renderers share. */
export interface RenderTools {
  readonly host: Host;
  readonly diagnostics: Diagnostics;
  readonly fonts: FontSubset;
  /** The run's browser; started by the first caller. */
  readonly browser: () => Browser;
}

type Renderer = (document: ReportDocument, theme: Theme, tools: RenderTools) => Promise<Rendered>;

interface Format {
  readonly extension: string;
  readonly render: Renderer;
  /** True where the format needs a browser, so that it can be started early. */
  readonly needsBrowser: boolean;
}

/** A new format is a folder here and a line in this record. */
export const formats: Readonly<Record<FormatId, Format>> = {
  pdf: {
    extension: 'pdf',
    needsBrowser: true,
    render: (document, theme, { browser, fonts, diagnostics }) =>
      renderPdf(document, theme, { browser: browser(), fonts, diagnostics }),
  },
  docx: {
    extension: 'docx',
    needsBrowser: false,
    render: (document, theme, { host, diagnostics }) =>
      renderDocxInWorker(document, theme, { host, diagnostics, rasterize: (svg) => toPng(svg) }),
  },
  html: {
    extension: 'html',
    needsBrowser: false,
    render: (document, theme, { fonts }) =>
      Promise.resolve({
        bytes: new TextEncoder().encode(renderHtml(document, theme, { mode: 'file', fonts })),
      }),
  },
};

/**
 * The document's fonts, cut to its characters. Reports CHARACTER_NOT_COVERED for each character no bundled face has.
 */
export async function prepareFonts(
  document: ReportDocument,
  host: Host,
  diagnostics: Diagnostics,
): Promise<FontSubset> {
  const characters = documentCharacters(document);
  const metrics = await loadMetrics(host, ['serif-400', 'sans-400']);
  for (const character of metrics.uncoveredCharacters(characters)) {
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    diagnostics.report('CHARACTER_NOT_COVERED', { character, codePoint, context: document.meta.title });
  }
  return subsetFonts(host, characters);
}
