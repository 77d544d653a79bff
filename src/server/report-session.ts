import type { Host } from '../host.ts';
import type { Request } from '../load/index.ts';
import { buildPreview, type Draft, type PreviewBuild } from './build-preview.ts';
import type { FilesRead } from './files-read.ts';
import { waitingPage } from './draft-page.ts';
import type { PreviewState } from './preview-state.ts';
import { RebuildQueue } from './rebuild-queue.ts';
import type { FileChange } from './watch-project.ts';

/** A build that failed is shown when this many milliseconds have brought no better one: an editor may be half done with the file. */
const patience = 150;

export interface SessionOptions {
  readonly request: Request;
  readonly host: Host;
  /** Of diagnostics and of the preview's own words. */
  readonly language: 'zh' | 'en';
  /** Told of every build that was not out of date before it was done. */
  readonly onBuild: (build: PreviewBuild, seconds: number) => void;
}

/** No two pages have one number: a page that is open may outlive the session it came from, and must see that the next is another. */
let lastPage = 0;

/** One report somebody looks at: its newest state, built again after every save for as long as anybody listens. */
export class ReportSession {
  readonly request: Request;
  readonly language: 'zh' | 'en';
  readonly #queue: RebuildQueue;
  readonly #listeners = new Set<() => void>();
  /** A build that failed and is not shown yet. */
  #doubtful: NodeJS.Timeout | undefined;
  #state: PreviewState;
  #draft: Draft | undefined;
  #files: FilesRead = new Map();
  /** Files have changed since the newest build began, and nobody has wanted to see. */
  #isStale = true;

  constructor({ request, host, language, onBuild }: SessionOptions) {
    this.request = request;
    this.language = language;
    this.#state = { page: 0, html: waitingPage(language), failed: false, problems: [], checks: [] };
    this.#queue = new RebuildQueue(async (isOutdated) => {
      const start = host.elapsed();
      const page = (lastPage += 1);
      const build = await buildPreview(request, { host, language, page, isOutdated });
      if (!build || isOutdated()) return;
      const seconds = (host.elapsed() - start) / 1000;
      const show = (): void => {
        this.#take(build, page);
        onBuild(build, seconds);
      };
      clearTimeout(this.#doubtful);
      this.#files = build.files;
      if (build.html === undefined) this.#doubtful = setTimeout(show, patience);
      else show();
    });
  }

  /** The newest state; a build that is due begins. */
  get state(): PreviewState {
    this.begin();
    return this.#state;
  }

  /** Build now, if a build is due. */
  begin(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#queue.start();
  }

  /** What the last good page shows; undefined before there is one. */
  get draft(): Draft | undefined {
    return this.#draft;
  }

  /** Resolves when there is nothing to build, or a build has just told its state. */
  whenBuilt(): Promise<void> {
    this.begin();
    if (!this.#queue.isBusy) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.listen(() => {
        stop();
        resolve();
      });
    });
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  /** Be told of every new state; returns how to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** A file of the project is not what it was. */
  fileChanged({ path, kind }: FileChange): void {
    // What the running build reads is not known yet, and what is new no build has read.
    const isKnown = kind === 'changed' && !this.#queue.isBusy && this.#files.size > 0;
    if (isKnown && !this.#files.has(path)) return;
    clearTimeout(this.#doubtful);
    if (this.isWatched) this.#queue.request();
    else this.#isStale = true;
  }

  close(): Promise<void> {
    clearTimeout(this.#doubtful);
    return this.#queue.close();
  }

  #take(build: PreviewBuild, page: number): void {
    const { html, draft, problems, checks } = build;
    const failed = html === undefined;
    this.#draft = draft ?? this.#draft;
    this.#state = failed ? { ...this.#state, failed, problems } : { page, html, failed, problems, checks };
    for (const listener of [...this.#listeners]) listener();
  }
}
