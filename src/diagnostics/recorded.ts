import { Diagnostics, type Reporter } from './diagnostic.ts';

/** A problem before it is worded: plain data, to be told later or by another thread. */
export type Problem = Parameters<Reporter['report']>;

/** Collects problems as well as their wording, for whoever tells them. */
export class Recorded extends Diagnostics {
  readonly problems: Problem[] = [];

  override report(...problem: Problem): void {
    this.problems.push(problem);
    super.report(...problem);
  }
}

/** Tell what was recorded. */
export function tell(problems: readonly Problem[], reporter: Reporter): void {
  for (const problem of problems) reporter.report(...problem);
}
