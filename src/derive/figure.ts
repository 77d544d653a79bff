import type { Place } from '../diagnostics/diagnostic.ts';

/** What an indicator counts, which decides the period words: flow 2022年, stock 截至2022年底, cumulative 截至…累计. */
export type Kind = 'flow' | 'stock' | 'ratio' | 'cumulative' | 'average' | 'rank';

/** How firm a figure is. Everything but `final` is worded or marked as such wherever it is printed. */
export type Status =
  'final' | 'provisional' | 'estimated' | 'planned' | 'forecast' | 'target' | 'recommended';

/** Where a figure comes from: a source of the report and the place in its ledger, or a computation. */
export interface Provenance {
  /** Id of a source document (the file name of its ledger in `seeds/`), absent for computed figures. */
  readonly source?: string;
  /** Line in the source document's text, from its ledger. */
  readonly sourceLine?: number;
  readonly locator?: string;
  /** For computed figures: the formula in the report's language and the keys it was computed from. */
  readonly formula?: string;
  readonly inputs?: readonly string[];
}

/** One number of one indicator, region and period: the unit everything printed is made of. Plain data. */
export interface Figure {
  /** `<region>/<period>/<indicator>`, with `#target` after a target; unique, travels into every output. */
  readonly key: string;
  readonly indicator: string;
  readonly region: string;
  /** A year `2022`, a span `2018-2020`, an as-of date `2021-06-30`, or part of a year `2021-ytd`. */
  readonly period: string;
  /** Decimal digits exactly as stated (`115.40` stays `115.40`), or as computed and rounded half up. */
  readonly value: string;
  /** Period of the data file it stands in; differs from `period` where the figure says so. */
  readonly writtenIn: string;
  /** Unit of `value`, for example 件, 万元, 亿美元, %. */
  readonly unit: string;
  readonly kind: Kind;
  /** 近, 约 before the number; 余, 多 after the scale; 以上 at the end. Stated by the source, never invented. */
  readonly qualifier?: string;
  readonly status: Status;
  readonly name: string;
  readonly provenance: Provenance;
  readonly note?: string;
  /** Upper end of a range, digits as stated: 9～22个月 has `value` 9 and `to` 22. */
  readonly to?: string;
  /** Of a rank: how many were ranked, or that the source does not say. */
  readonly of?: number | 'unstated';
  /** What was published before, digits as stated, and why it changed. */
  readonly revised?: { readonly from: string; readonly reason: string; readonly source?: string };
  /** Of a ratio to another region: which. */
  readonly peer?: string;
  /** Where the figure stands in YAML; of a computed one, where its first input stands. */
  readonly place: Place;
}
