import type { Diagnostics } from '../../diagnostics/diagnostic.ts';

/** The file and how many pages it is estimated to have in Word; 0 when the estimate stopped before the end. */
export interface DocxResult {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** A built file with what the page estimate could not settle, for the diagnostic. */
export interface BuiltDocx extends DocxResult {
  /** Why page numbers may be wrong, in the words of the library that estimates them. */
  readonly guesses: readonly string[];
  /** Headings and captions whose page is not known, as contents and lists name them. */
  readonly blank: readonly string[];
  /** Whether the estimate stopped before the end. */
  readonly stopped: boolean;
}

/** Tell the user which page numbers Word has to work out itself. */
export function reportDoubts({ guesses, blank, stopped }: BuiltDocx, diagnostics: Diagnostics): void {
  if (guesses.length > 0) diagnostics.report('DOCX_PAGES_GUESSED', { reason: guesses.join('；') });
  if (blank.length > 0 || stopped) diagnostics.report('DOCX_PAGES_UNKNOWN', { titles: blank, stopped });
}
