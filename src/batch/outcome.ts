import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ReportName } from '../load/list-reports.ts';

/** Something went wrong that is no fault of the input; plain data, so that it can come from another thread. */
export interface Defect {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
}

/** What came of one report. */
export interface Outcome<Result> {
  readonly report: ReportName;
  /** Undefined when the input is wrong, or the program. */
  readonly result: Result | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly defect?: Defect | undefined;
  readonly seconds: number;
}

/** What was thrown, as plain data. */
export function defectOf(error: unknown): Defect {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack };
}
