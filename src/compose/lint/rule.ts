import type { Facts } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import type { Diagnostics } from '../../diagnostics/diagnostic.ts';
import type { Passage, PassageCall } from './passage.ts';

/** What a rule looks things up in and reports to. */
export interface LintTools {
  readonly diagnostics: Diagnostics;
  readonly facts: Facts;
  /** The figure a call prints; undefined where it prints none, or fails, which its helper reports. */
  readonly figureOf: (call: PassageCall) => Figure | undefined;
}

/** A rule for texts of data. It reports what is surely wrong; what it cannot be sure of it leaves alone. */
export type ProseRule = (passage: Passage, tools: LintTools) => void;

/** A rule that needs no figures, for the text of templates, too. */
export type TextRule = (passage: Passage, tools: Pick<LintTools, 'diagnostics'>) => void;
