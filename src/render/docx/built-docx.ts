import type { Diagnostics } from '../../diagnostics/diagnostic.ts';

/** The file and how many pages it is estimated to have in Word; 0 when the estimate stopped before the end. */
export interface DocxResult {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** A built file with what the page estimate could not settle, for the diagnostic; plain data. */
export interface BuiltDocx extends DocxResult {
  readonly doubts: readonly string[];
}

/** Tell the user which page numbers Word has to work out itself. */
export function reportDoubts({ doubts }: BuiltDocx, diagnostics: Diagnostics): void {
  if (doubts.length > 0) diagnostics.report('DOCX_PAGES_UNKNOWN', { reason: doubts.join('；') });
}
