import type { ShownCheck } from './mark-checks.ts';
import type { Problem } from './problem.ts';

/** What the browser is told of one report: the last good page, and what the newest build found. */
export interface PreviewState {
  /** Number of the last good page; 0 before there is one. */
  readonly page: number;
  /** The last good page, or the one that stands in for it. */
  readonly html: string;
  /** The newest build came to no page. */
  readonly failed: boolean;
  readonly problems: readonly Problem[];
  /** What the checks of the last good page found. */
  readonly checks: readonly ShownCheck[];
}
