import type { Host } from '../../host.ts';
import type { ReportSession } from '../report-session.ts';
import { Press } from './press.ts';
import { ReportDocuments } from './report-documents.ts';

/** The documents of all open reports, made by one press. Whoever constructs it closes it. */
export class Documents {
  readonly #host: Host;
  readonly #press: Press;
  /** A report that is dropped takes its documents along. */
  readonly #bySession = new WeakMap<ReportSession, ReportDocuments>();

  constructor(host: Host) {
    this.#host = host;
    this.#press = new Press(host);
  }

  of(session: ReportSession): ReportDocuments {
    const known = this.#bySession.get(session);
    if (known) return known;
    const documents = new ReportDocuments(session, this.#press, this.#host);
    this.#bySession.set(session, documents);
    return documents;
  }

  close(): Promise<void> {
    return this.#press.close();
  }
}
