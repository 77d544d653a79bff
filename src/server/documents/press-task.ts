import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ReportDocument } from '../../document/document.ts';
import type { FormatId } from '../../render/formats.ts';
import type { Rendered } from '../../render/index.ts';
import type { Theme } from '../../validate/schema/theme.ts';

/** What the process that makes documents is asked; plain data. */
export interface PressTask {
  readonly document: ReportDocument;
  readonly theme: Theme;
  readonly format: FormatId;
  /** Of diagnostics. */
  readonly language: 'zh' | 'en';
  /** A finished file to audit; without one, the file is to be made. */
  readonly finished?: Uint8Array;
}

/** A diagnostic of a finished document, with the page it is about where the format has pages, counted from 1. */
export interface PageDiagnostic extends Diagnostic {
  readonly page?: number;
}

/** What came of a task: `file` where one was to be made and could be. */
export interface PressResult {
  readonly file?: Rendered;
  readonly diagnostics: readonly PageDiagnostic[];
}

/** To the process: a task by its number, or that nobody waits for it any more. */
export type PressMessage = { readonly id: number; readonly task: PressTask } | { readonly cancel: number };

/** From the process. `defect`: what was thrown where the program is wrong. */
export type PressAnswer = { readonly id: number } & (
  { readonly result: PressResult } | { readonly defect: string }
);
