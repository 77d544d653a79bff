import { Worker } from 'node:worker_threads';
import { keepRasterizer } from '../../charts/keep-rasterizer.ts';
import type { ReportDocument } from '../../document/document.ts';
import type { Diagnostics } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host.ts';
import { threadModule, threadScript } from '../../thread-script.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import { usualDocx, type DocxOptions } from './docx-options.ts';
import { reportDoubts, type BuiltDocx, type DocxResult } from './built-docx.ts';
import { readReference, type ReferenceStyles } from './reference/read-reference.ts';

/** What travels into the worker: plain data only. */
export interface DocxJob {
  readonly document: ReportDocument;
  readonly theme: Theme;
  readonly options: DocxOptions;
  /** What the Word file of the theme brings, where it names one. */
  readonly reference?: ReferenceStyles | undefined;
}

/** What comes back: the file, or what went wrong. */
export type DocxAnswer = { readonly built: BuiltDocx } | { readonly error: string };

const script = threadScript(threadModule('worker', import.meta.url));

/** Makes a DOCX; in which thread is its own affair. */
export interface DocxEngine {
  /** Reports what `renderDocx` does. */
  render(
    document: ReportDocument,
    theme: Theme,
    diagnostics: Diagnostics,
    options?: DocxOptions,
  ): Promise<DocxResult>;
}

/**
 * `renderDocx` in a thread of its own: it keeps a core busy for half a second or two, in which the PDF is
 * printed. Construct it early: it loads the docx library while figures are checked and charts drawn. Whoever constructs
 * it closes it. The same bytes as `renderDocx`, one report at a time.
 */
export class DocxWorker implements DocxEngine {
  readonly #worker: Worker;
  /** Never fulfilled; rejected when the thread is no more, so that nobody waits for it for ever. */
  readonly #ended: Promise<never>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: Host) {
    keepRasterizer();
    this.#worker = new Worker(script, { eval: true, execArgv: [], workerData: host.root });
    this.#ended = new Promise((_, reject) => {
      this.#worker.once('error', reject);
      this.#worker.once('exit', (code) => {
        reject(new Error(`DOCX worker ended with code ${String(code)}`));
      });
    });
    // Nobody may be waiting yet; `render` will throw it to those who do.
    this.#ended.catch(() => undefined);
  }

  /** Reports what `renderDocx` does. */
  async render(
    document: ReportDocument,
    theme: Theme,
    diagnostics: Diagnostics,
    options = usualDocx,
  ): Promise<DocxResult> {
    const reference = theme.reference && readReference(theme.reference, diagnostics);
    const built = this.#last.then(() => this.#ask({ document, theme, options, reference }));
    this.#last = built.catch(() => undefined);
    const result = await built;
    reportDoubts(result, diagnostics);
    return { bytes: result.bytes, pages: result.pages };
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask(job: DocxJob): Promise<BuiltDocx> {
    const answered = new Promise<DocxAnswer>((resolve) => this.#worker.once('message', resolve));
    this.#worker.postMessage(job);
    const answer = await Promise.race([answered, this.#ended]);
    if ('error' in answer) throw new Error(answer.error);
    return answer.built;
  }
}
