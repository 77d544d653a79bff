import type { Root } from 'hast';
import type { Figure } from '../derive/figure.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Drawing } from './drawing.ts';
import type { ScreenWords } from './screen-words.ts';

/** What a document says of itself: title page, PDF and DOCX properties, HTML head. */
export interface DocumentMeta {
  readonly region: string;
  readonly regionName: string;
  readonly period: string;
  /** Where the report begins in its data file, for problems of the whole. */
  readonly place: Place;
  /** Full title, for example 某某市2022年知识产权白皮书. */
  readonly title: string;
  readonly subject: string;
  readonly issuer: string;
  readonly keywords: readonly string[];
  /** ISO date the document bears; the only date in any output. */
  readonly date: string;
  /** BCP 47 tag, for example zh-CN. */
  readonly language: string;
  /** True while the document is a sample and must say so. */
  readonly sample: boolean;
  /** Which document this is, as `markBuild` says it; drafts have none. */
  readonly build?: BuildMark;
}

/** Tells copies of a report apart: equal ids mean the same document in the same look, by the same program. */
export interface BuildMark {
  readonly id: string;
  readonly theme: string;
}

/** What a reader who asks after a figure is told of it, in the report's language. */
export interface FigureNote {
  /** With the region's name where it is a peer's. */
  readonly name: string;
  /** Period in words: 2022年, 截至2022年底累计. */
  readonly time: string;
  /** 测算, 初步数; empty for final figures that a source states. */
  readonly standing: string;
  /** Those it is taken or computed from, as the report numbers them, `[1]`. */
  readonly sources: readonly { readonly id: string; readonly number: string }[];
  /** All of that and the unit in one line. */
  readonly summary: string;
}

/**
 * The composed report: one hast tree in the vocabulary of `vocabulary.ts`, numbered and cross-referenced, and the
 * drawings its `<figure data-chart>` elements stand for. Plain data; all that a renderer may look at besides the theme.
 */
export interface ReportDocument {
  readonly meta: DocumentMeta;
  readonly tree: Root;
  /** By chart id. */
  readonly drawings: Readonly<Record<string, Drawing>>;
  /** Every figure printed, by key: in `<data data-figure>`, in chart rows, in alternative texts. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** One a figure, by key. */
  readonly notes: Readonly<Record<string, FigureNote>>;
  readonly words: ScreenWords;
}
