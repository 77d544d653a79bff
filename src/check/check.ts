import type { Facts } from '../derive/facts.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { ruleNames } from '../validate/schema/assessment.ts';
import type { RuleData } from '../validate/schema/rules.ts';

/** `not-checkable`: a figure the rule needs is missing or not held yet. `waived`: fails, and the data say why it stays. */
export type Verdict = 'holds' | 'fails' | 'not-checkable' | 'waived';

/** What most often lies behind a number that does not fit. */
export type Cause =
  | { readonly kind: 'truncated' }
  | { readonly kind: 'years'; readonly years: number }
  | { readonly kind: 'scale'; readonly power: number }
  | { readonly kind: 'swapped'; readonly digits: string }
  | { readonly kind: 'last-year' }
  | { readonly kind: 'sign' };

/** What one rule found about one figure; `check.json` is a list of these. */
export interface CheckResult {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  /** Key of the figure that was tested. */
  readonly figure: string;
  readonly name: string;
  readonly stated: string;
  /** What the rule gives, where it gives a number. */
  readonly computed?: string;
  /** The values, as precise as the stated one, that would satisfy the rule: one, or a range. */
  readonly expected?: string;
  readonly cause?: Cause;
  /** Keys of the figures it was tested against. */
  readonly against: readonly string[];
  readonly place: Place;
  /** Why a failing check stays, and who answers for it. */
  readonly waiver?: { readonly reason: string; readonly by: string };
}

export type RuleId = (typeof ruleNames)[number];

/** Rules that only ask for a second look; what fails one is no finding unless somebody answers for it. */
export const suspicions: ReadonlySet<RuleId> = new Set(['jump', 'unchanged', 'same-digits', 'soft-base']);

/** One kind of rule: tests every figure it applies to. */
export type Rule = (facts: Facts, tools: RuleTools) => CheckResult[];

/** What rules share besides the facts. */
export interface RuleTools {
  /** `data/rules.yaml`. */
  readonly rules: readonly RuleData[];
  /** What the ledger of a figure's source has for it; undefined where there is nothing. */
  readonly ledgerEntry: (key: string) => LedgerEntry | undefined;
  /** What was published of a sealed period; undefined where nothing was. */
  readonly published: (key: string) => PublishedFigure | undefined;
}

/** A figure as a ledger has it, in the ledger's own unit. */
export interface LedgerEntry {
  readonly value: string;
  /** Upper end of a range. */
  readonly to: string | undefined;
  readonly unit: string;
  readonly qualifier: string | undefined;
  readonly line: number;
}

/** A figure as it was published. */
export interface PublishedFigure {
  readonly value: string;
  readonly unit: string;
}
