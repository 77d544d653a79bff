/** After the first of a burst of saves the next run waits until there were none for this many milliseconds. */
const quietTime = 20;

/**
 * Runs a job at the first of a burst of requests and at its end, one at a time. A request that comes while the job runs makes it out
 * of date: the job is told through `isOutdated`, and runs again.
 */
export class RebuildQueue {
  readonly #job: (isOutdated: () => boolean) => Promise<void>;
  #requests = 0;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isDue = false;
  #isClosed = false;

  /** `job` must not reject; when it finds itself outdated it should end soon and change nothing. */
  constructor(job: (isOutdated: () => boolean) => Promise<void>) {
    this.#job = job;
  }

  /** The job runs, or is about to. */
  get isBusy(): boolean {
    return this.#running !== undefined || this.#isDue || this.#timer !== undefined;
  }

  /** Ask for the job; it begins at once, or while there is much to do when no further request has come for a moment. */
  request(): void {
    if (this.#isClosed) return;
    this.#requests += 1;
    if (!this.#running && this.#timer === undefined) {
      this.start();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.start();
    }, quietTime);
  }

  /** Run the job at once, or as soon as the running one has ended. */
  start(): void {
    if (this.#isClosed) return;
    if (this.#running) {
      this.#isDue = true;
      return;
    }
    const request = this.#requests;
    this.#running = this.#job(() => this.#isClosed || request !== this.#requests).finally(() => {
      this.#running = undefined;
      if (!this.#isDue) return;
      this.#isDue = false;
      this.start();
    });
  }

  /** Drop what is asked for and wait for what runs. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
