import type { DiagnosticDetails } from '../../diagnostics/catalogue.ts';
import type { Diagnostics } from '../../diagnostics/diagnostic.ts';

type Code = 'BROWSER_MISSING' | 'BROWSER_TOO_OLD' | 'BROWSER_START';

/** No browser can be used; a diagnostic in waiting, since browsers are started before anybody knows they are needed. */
export class BrowserUnavailable extends Error {
  override readonly name = 'BrowserUnavailable';
  /** Record it among the run's problems. */
  readonly reportTo: (diagnostics: Diagnostics) => void;

  constructor(code: Code, details: DiagnosticDetails<Code>) {
    super(`${code} ${JSON.stringify(details)}`);
    this.reportTo = (diagnostics) => {
      diagnostics.report(code, details);
    };
  }
}
