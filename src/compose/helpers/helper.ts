import type { ComposeContext } from '../context.ts';
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
