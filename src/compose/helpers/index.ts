import type { ComposeContext } from '../context.ts';
import { chart } from './chart.ts';
import { citeOf, computedMark, concat, date, filledWord, names, printed, remark } from './items.ts';
import { figureList, has, list, sectionsOfFigures } from './lists.ts';
import { narrative, textOf } from './narrative.ts';
import { cite, ref } from './references.ts';
import { table } from './table.ts';
import type { Call } from './inline.ts';

/** What Handlebars hands a helper last; `loc` and `source` come from `srcName`. */
export interface HelperOptions {
  readonly hash: Record<string, unknown>;
  readonly loc: {
    readonly source: string;
    readonly start: { readonly line: number; readonly column: number };
  };
  readonly fn?: (context: unknown) => string;
}

/** A call of a helper that templates only may use. */
export interface StructureCall extends Call {
  readonly options: HelperOptions;
  readonly self: unknown;
}

/** Returns HTML; everything from data in it is escaped. */
export type StructureHelper = (context: ComposeContext, call: StructureCall) => string;

/** Returns a value for `#each`, `#if` and the arguments of other helpers; printed as it is, it is escaped. */
export type ValueHelper = (context: ComposeContext, call: StructureCall) => unknown;

/** The helpers that build the document's parts; prose in data cannot call them. */
export const structureHelpers: Readonly<Record<string, StructureHelper>> = {
  chart,
  table,
  ref,
  cite,
  narrative,
  text: textOf,
  date,
  names,
  remark,
  'cite-of': citeOf,
  'computed-mark': computedMark,
  printed,
};

/** The helpers that look things up for templates. */
export const valueHelpers: Readonly<Record<string, ValueHelper>> = {
  has,
  list,
  figures: figureList,
  'figure-sections': sectionsOfFigures,
  concat,
  word: filledWord,
};
