import type { CheckResult } from '../check/check.ts';
import type { ChartRequest } from '../document/drawing.ts';
import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import type { Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import type { Inputs } from '../validate/index.ts';
import { nearest } from '../validate/nearest.ts';

/** What one run of the templates shares and gathers; made afresh for each report. */
export interface ComposeContext {
  readonly inputs: Inputs;
  readonly facts: Facts;
  /** What came of checking the figures, for the report on it. */
  readonly checks: readonly CheckResult[];
  readonly diagnostics: Diagnostics;
  /** Every figure printed so far, by key, in the order of first printing. */
  readonly printed: Map<string, Figure>;
  /** Innermost last: what is printed inside the chart or table being written, for its source line. */
  readonly collectors: Collector[];
  readonly requests: ChartRequest[];
  /** Ids of the charts and tables placed so far. */
  readonly placed: Set<string>;
  /** Where the report refers to a chart or a table by name, for the check that it is there. */
  readonly references: { readonly target: string; readonly place: Place; readonly optional: boolean }[];
  /** Sources in the order of their numbers: those the report lists, then others as they are cited. */
  readonly sources: string[];
  /** Comparisons placed so far. */
  readonly compared: Set<string>;
  /** Slots of the narrative the templates asked for, `creation.patents`. */
  readonly slots: Set<string>;
}

/** Keys of the figures printed in a chart or table, and sources its texts name themselves. */
export interface Collector {
  readonly figures: Set<string>;
  readonly sources: Set<string>;
}

/** Run a piece of the report and give what it printed besides its result. */
export function collect<Result>(context: ComposeContext, run: () => Result): [Result, Collector] {
  const collector: Collector = { figures: new Set(), sources: new Set() };
  context.collectors.push(collector);
  const result = run();
  context.collectors.pop();
  return [result, collector];
}

/** Note that a text of the report rests on a source. */
export function recordSource(context: ComposeContext, source: string): void {
  for (const collector of context.collectors) collector.sources.add(source);
}

export function createContext(
  inputs: Inputs,
  facts: Facts,
  diagnostics: Diagnostics,
  checks: readonly CheckResult[] = [],
): ComposeContext {
  return {
    inputs,
    facts,
    checks,
    diagnostics,
    printed: new Map(),
    collectors: [],
    requests: [],
    placed: new Set(),
    references: [],
    sources: [...inputs.report.content.sources],
    compared: new Set(),
    slots: new Set(),
  };
}

/** Note that a figure is printed, for the ledger and for the source line of what it stands in. */
export function recordPrinted(context: ComposeContext, figure: Figure): void {
  if (!context.printed.has(figure.key)) context.printed.set(figure.key, figure);
  for (const collector of context.collectors) collector.figures.add(figure.key);
}

/** Take an id for a chart or table. Reports ID_TWICE where it is taken: links would lead to the first only. */
export function claimId({ placed, diagnostics }: ComposeContext, id: string, place: Place): void {
  if (placed.has(id)) diagnostics.report('ID_TWICE', { id }, place);
  placed.add(id);
}

/** Where a word no template asks for by name is missing: in the locale. */
export function localePlace(language: string): Place {
  return { file: `templates/locales/${language}.yaml`, line: 1, column: 1 };
}

/** A word of the locale; `{name}` in it is replaced from `values`. Reports LOCALE_MISSING. */
export function word(
  { inputs, diagnostics }: ComposeContext,
  key: string,
  values: Readonly<Record<string, string>> = {},
  place: Place = localePlace(inputs.language),
): string {
  const text = inputs.locale.words[key];
  if (text === undefined) {
    const candidates = nearest(key, Object.keys(inputs.locale.words));
    diagnostics.report('LOCALE_MISSING', { name: key, candidates }, place);
    return '';
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
