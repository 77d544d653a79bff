import type { Problem } from '../diagnostics/recorded.ts';
import type { ReportDocument } from '../document/document.ts';
import type { FontSubset } from '../fonts/subset.ts';
import type { DocxOptions } from '../render/docx/docx-options.ts';
import type { FormatId } from '../render/formats.ts';
import type { Rendered } from '../render/index.ts';
import type { Theme } from '../validate/schema/theme.ts';

/** What documents are made from: plain data only, it may travel to another thread. */
export interface MakeJob {
  readonly document: ReportDocument;
  readonly theme: Theme;
  readonly docx?: DocxOptions | undefined;
  /** Bytes of the font files a theme brings, by path, as the run has read them; those missing are read anew. */
  readonly ownFonts?: Readonly<Record<string, Uint8Array>> | undefined;
  /** Whether what earlier runs have left may be used, and something left for later ones. */
  readonly keeps: boolean;
  /** Whether the finished file is to be read back. */
  readonly audits: boolean;
}

/** A document that was made, and what is to be told of it; without a file where something told is an error. */
export interface Made {
  readonly file?: Rendered;
  readonly problems: readonly Problem[];
}

/** Fonts cut to the characters of a document, and what is to be told of them. */
export interface CutFonts {
  readonly files: FontSubset['files'];
  readonly problems: readonly Problem[];
}

/** Makes all that needs no browser; in which thread is its own affair. */
export interface Maker {
  /** The fonts of a document, which the browser needs, too. */
  fonts(job: MakeJob): Promise<CutFonts>;
  /** Render a document, read it back, and tell `onRendered` in between. */
  make(format: Exclude<FormatId, 'pdf'>, job: MakeJob, onRendered?: () => void): Promise<Made>;
}
