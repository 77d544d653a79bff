import type { Facts } from '../derive/facts.ts';
import type { Place } from '../diagnostics/diagnostic.ts';

/**
 * `not-checkable`: a figure the rule needs is missing, qualified or not final. `waived`: it fails, and an office answers
 * for it.
 */
export type Verdict = 'holds' | 'fails' | 'not-checkable' | 'waived';

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
  /** Keys of the figures it was tested against. */
  readonly against: readonly string[];
  readonly place: Place;
  /** Of a waived one: why it may stand, and which office says so. */
  readonly waiver?: { readonly reason: string; readonly by: string };
}

export type RuleId = 'sum' | 'ratio' | 'at-most' | 'ledger';

/** One kind of rule: tests every figure of the report it applies to. */
export type Rule = (facts: Facts, tools: RuleTools) => CheckResult[];

/** What rules share besides the facts. */
export interface RuleTools {
  /** What the ledger of a figure's source has for it; undefined where there is nothing. */
  readonly ledgerEntry: (key: string) => LedgerEntry | undefined;
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
