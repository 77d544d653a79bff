import type { Facts } from '../derive/facts.ts';
import type { Place } from '../diagnostics/diagnostic.ts';

/** `not-checkable`: a figure the rule needs is missing, qualified or not final. */
export type Verdict = 'holds' | 'fails' | 'not-checkable';

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
}

export type RuleId = 'sum' | 'ratio' | 'at-most' | 'ledger';

/** One kind of rule: tests every figure of the report it applies to. */
export type Rule = (facts: Facts, tools: RuleTools) => CheckResult[];

/** What rules share besides the facts. */
export interface RuleTools {
  /** The value a source's ledger has for a figure, in the figure's unit, and its line; undefined where there is none. */
  readonly ledgerValue: (key: string) => { value: string; line: number } | undefined;
}
