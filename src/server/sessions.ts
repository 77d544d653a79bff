import type { Request } from '../load/index.ts';
import { addressOf } from './report-address.ts';
import { ReportSession, type SessionOptions } from './report-session.ts';
import type { FileChange } from './watch-project.ts';

/** Reports kept though nobody looks at them, so that going back to one is at once. */
const keptUnwatched = 3;

/** The reports that are open, by what is asked for and the language of the interface. */
export class Sessions {
  readonly #options: Omit<SessionOptions, 'request' | 'language'>;
  /** The one used last is the last. */
  readonly #open = new Map<string, ReportSession>();

  constructor(options: Omit<SessionOptions, 'request' | 'language'>) {
    this.#options = options;
  }

  /** The report's session, opened when it is first asked for; those not looked at for longest are dropped. */
  get(request: Request, language: 'zh' | 'en'): ReportSession {
    const key = `${language} ${addressOf(request)}`;
    const session = this.#open.get(key) ?? new ReportSession({ ...this.#options, request, language });
    this.#open.delete(key);
    this.#open.set(key, session);
    this.#dropUnwatched(key);
    return session;
  }

  fileChanged(change: FileChange): void {
    for (const session of this.#open.values()) session.fileChanged(change);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((session) => session.close()));
  }

  #dropUnwatched(current: string): void {
    const idle = [...this.#open].filter(([key, session]) => key !== current && !session.isWatched);
    for (const [key, session] of idle.slice(0, Math.max(0, idle.length - keptUnwatched))) {
      this.#open.delete(key);
      void session.close();
    }
  }
}
