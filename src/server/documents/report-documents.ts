import type { Host } from '../../host.ts';
import type { FormatId } from '../../render/formats.ts';
import type { Rendered } from '../../render/index.ts';
import { markBuild } from '../../write/build-id.ts';
import type { Draft } from '../build-preview.ts';
import { internalProblem, type Problem } from '../problem.ts';
import type { ReportSession } from '../report-session.ts';
import { PressEnded, type Press } from './press.ts';
import type { PressResult, PressTask } from './press-task.ts';

/** A document made from a draft, or why there is none. */
export interface MadeDocument {
  /** Number of the draft it is made from, and the draft. */
  readonly page: number;
  readonly draft: Draft;
  readonly file?: Rendered;
  readonly problems: readonly Problem[];
}

/** A document that is made or being made. */
interface Making {
  readonly page: number;
  readonly abort: AbortController;
  readonly made: Promise<MadeDocument>;
  /** What the audit of the finished file found, once it has been asked for. */
  audited?: Promise<readonly PagedProblem[]>;
}

/** A problem on a page of the PDF, counted from 1; of some the page is not known. */
export type PagedProblem = Problem & { readonly page?: number };

/** A PDF and what the audit finds in it. */
export interface Audited extends MadeDocument {
  readonly found: readonly PagedProblem[];
}

/** The documents of one report, each made when it is asked for and kept until there is a newer draft. */
export class ReportDocuments {
  readonly #session: ReportSession;
  readonly #press: Press;
  readonly #host: Host;
  readonly #newest = new Map<FormatId, Making>();

  constructor(session: ReportSession, press: Press, host: Host) {
    this.#session = session;
    this.#press = press;
    this.#host = host;
  }

  /**
   * The document of the newest good draft; undefined when there never was one. A save meanwhile makes what was begun
   * worthless: it is dropped, and the one of the new draft is returned.
   */
  async newest(format: FormatId): Promise<MadeDocument | undefined> {
    // For as long as somebody waits the report is built after every save, even when no page is open.
    const stop = this.#session.listen(() => {
      const making = this.#newest.get(format);
      if (making && making.page !== this.#session.state.page) making.abort.abort();
    });
    try {
      await this.#session.whenBuilt();
      for (;;) {
        const making = this.#current(format);
        if (!making) return undefined;
        const made = await making.made;
        if (!making.abort.signal.aborted) return made;
      }
    } finally {
      stop();
    }
  }

  /** What the audit finds in the newest PDF: what the build would report, with pages. Of a PDF that could not be made, nothing. */
  async audit(): Promise<Audited | undefined> {
    const made = await this.newest('pdf');
    if (!made) return undefined;
    const making = this.#newest.get('pdf');
    const isNewest = making?.page === made.page;
    const found = (isNewest ? making.audited : undefined) ?? this.#audit(made);
    if (isNewest) making.audited = found;
    return { ...made, found: await found };
  }

  #current(format: FormatId): Making | undefined {
    const { page } = this.#session.state;
    const known = this.#newest.get(format);
    if (known?.page === page && !known.abort.signal.aborted) return known;
    const { draft } = this.#session;
    if (!draft) return undefined;
    known?.abort.abort();
    const abort = new AbortController();
    const made = this.#make(draft, format, abort.signal).then((result) => ({ page, draft, ...result }));
    const making = { page, abort, made };
    this.#newest.set(format, making);
    return making;
  }

  /** As the build hands it to its renderers. */
  #task({ document, examined }: Draft, format: FormatId): PressTask {
    const { inputs } = examined;
    const marked = markBuild(document, inputs, this.#host);
    return { document: marked, theme: inputs.theme, format, language: this.#session.language };
  }

  async #make(
    draft: Draft,
    format: FormatId,
    signal: AbortSignal,
  ): Promise<Pick<MadeDocument, 'file' | 'problems'>> {
    try {
      const { file, diagnostics } = await this.#runTwice(this.#task(draft, format), signal);
      return { problems: diagnostics, ...(file && { file }) };
    } catch (error) {
      if (signal.aborted) return { problems: [] };
      // Made anew when it is asked for again: the reason may be gone by then.
      this.#newest.delete(format);
      return { problems: [this.#defect(error)] };
    }
  }

  async #audit({ draft, file }: MadeDocument): Promise<readonly PagedProblem[]> {
    if (!file) return [];
    try {
      const task = this.#task(draft, 'pdf');
      return (await this.#press.run({ ...task, finished: file.bytes })).diagnostics;
    } catch (error) {
      return [this.#defect(error)];
    }
  }

  #defect(error: unknown): Problem {
    return internalProblem(error instanceof Error ? error : new Error(String(error)), this.#session.language);
  }

  /** A process that has ended under a task is started again once: it may have been the memory of the task before. */
  async #runTwice(task: PressTask, signal: AbortSignal): Promise<PressResult> {
    try {
      return await this.#press.run(task, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof PressEnded)) throw error;
      return this.#press.run(task, signal);
    }
  }
}
