import type { CheckResult } from '../check/check.ts';
import type { Facts } from '../derive/facts.ts';
import type { ReportDocument } from '../document/document.ts';
import type { FormatId } from '../render/formats.ts';
import type { Rendered } from '../render/index.ts';
import type { DocxOptions } from '../render/docx/docx-options.ts';
import type { Seen } from './record-reads.ts';
import type { Inputs } from '../validate/index.ts';

/** A report as it was made, and what it was made of. */
export interface Made {
  readonly inputs: Inputs;
  readonly facts: Facts;
  readonly checks: readonly CheckResult[];
  readonly document: ReportDocument;
  readonly rendered: ReadonlyMap<FormatId, Rendered>;
  /** The DOCX with the changes since an earlier edition, where one was asked for and there are any. */
  readonly changes: Uint8Array | undefined;
  /** What was asked for besides the report. */
  readonly docx: DocxOptions;
  readonly seen: Seen;
  /** What printed the PDF, where there is one. */
  readonly browser: { readonly version: string } | undefined;
}
