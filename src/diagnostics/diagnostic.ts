import { catalogue, type DiagnosticCode, type DiagnosticDetails } from './catalogue.ts';
import { legible, shortened } from './legible.ts';
import type { Severity } from './severity.ts';

/** A place in a file the user edits. Lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  /** Path relative to the project root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing the user has to know, as plain data; `format.ts` makes it readable, the server and `--json` pass it on. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;
}

/** The languages diagnostics are worded in. */
export type MessageLanguage = 'zh' | 'en';

/**
 * Collects what the stages find. Stages go on after a problem so that one run shows all of them;
 * the pipeline stops between stages by calling `throwIfErrors`.
 */
export class Diagnostics {
  readonly all: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  readonly language: MessageLanguage;
  /** Warnings are errors. */
  readonly strict: boolean;

  /** Nobody reads these: they only tell whether something would go wrong, and hints may be left out. */
  readonly isTrial: boolean;

  /** With `strict`, warnings are errors. */
  constructor(
    language: MessageLanguage = 'zh',
    { strict = false, trial = false }: { strict?: boolean; trial?: boolean } = {},
  ) {
    this.language = language;
    this.strict = strict;
    this.isTrial = trial;
  }

  /** Record one problem, worded from the catalogue; the same problem at the same place is recorded once. */
  report<Code extends DiagnosticCode>(
    code: Code,
    details: DiagnosticDetails<Code>,
    place?: Place,
    severity: Severity = catalogue[code].severity,
  ): void {
    const entry = catalogue[code] as unknown as {
      message: Record<MessageLanguage, (details: DiagnosticDetails<Code>) => string>;
      hint: Record<MessageLanguage, (details: DiagnosticDetails<Code>) => string>;
    };
    const short = shortened(details);
    const message = legible(entry.message[this.language](short));
    const hint = legible(entry.hint[this.language](short));
    const identity = JSON.stringify([code, message, place?.file, place?.line, place?.column]);
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.all.push({
      code,
      severity: this.strict && severity === 'warning' ? 'error' : severity,
      message,
      ...(place && { file: place.file, line: place.line, column: place.column }),
      ...(hint !== '' && { hint }),
    });
  }

  get hasErrors(): boolean {
    return this.all.some((diagnostic) => diagnostic.severity === 'error');
  }

  get warnings(): Diagnostic[] {
    return this.all.filter((diagnostic) => diagnostic.severity === 'warning');
  }

  /** End the run between two stages. Throws `ReportError` with everything collected so far. */
  throwIfErrors(): void {
    if (this.hasErrors) throw new ReportError(this.all);
  }
}

/** Where a problem is told; `Diagnostics`, or something that tells them later. */
export type Reporter = Pick<Diagnostics, 'report'>;

/** The input cannot become a report; carries every diagnostic found. Anything else thrown is our bug. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`).join('\n'));
    this.diagnostics = diagnostics;
  }
}
