import type { ReportDocument } from '../../document/document.ts';
import type { Diagnostics } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import { reportDoubts, type DocxResult } from './built-docx.ts';
import { usualDocx } from './docx-options.ts';
import type { DocxEngine } from './docx-worker.ts';
import { readReference } from './reference/read-reference.ts';

/** `renderDocx` in the thread that asks, for one that has nothing else to do; the same bytes as from `DocxWorker`. */
export class DocxHere implements DocxEngine {
  readonly #host: Host;
  /** The docx library is loaded for the first document. */
  readonly #library = import('./build-job.ts');

  constructor(host: Host) {
    this.#host = host;
  }

  async render(
    document: ReportDocument,
    theme: Theme,
    diagnostics: Diagnostics,
    options = usualDocx,
  ): Promise<DocxResult> {
    const reference = theme.reference && readReference(theme.reference, diagnostics);
    const { buildJob } = await this.#library;
    const built = await buildJob({ document, theme, options, reference }, this.#host);
    reportDoubts(built, diagnostics);
    return { bytes: built.bytes, pages: built.pages };
  }
}
