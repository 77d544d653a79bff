import type { DiagnosticDetails } from '../../diagnostics/catalogue.ts';
import type { Diagnostics } from '../../diagnostics/diagnostic.ts';

/** Why there is none. */
export type UnavailableCode = 'BROWSER_MISSING' | 'BROWSER_TOO_OLD' | 'BROWSER_START';

/** No browser can be used; a diagnostic in waiting, since browsers are started before anybody knows they are needed. */
export class BrowserUnavailable extends Error {
  override readonly name = 'BrowserUnavailable';
  /** What it was made of, to make it again in another thread. */
  readonly why: readonly [UnavailableCode, DiagnosticDetails<UnavailableCode>];
  /** Record it among the run's problems. */
  readonly reportTo: (diagnostics: Diagnostics) => void;

  constructor(code: UnavailableCode, details: DiagnosticDetails<UnavailableCode>) {
    super(`${code} ${JSON.stringify(details)}`);
    this.why = [code, details];
    this.reportTo = (diagnostics) => {
      diagnostics.report(code, details);
    };
  }
}
