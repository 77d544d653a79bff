import type { Place } from '../diagnostics/diagnostic.ts';

/** What the draw stage is asked for: one chart of the report with its rows, before it is drawn. */
export interface ChartRequest {
  readonly chart: string;
  /** Vega-Lite without data; the rows become its data set. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly rows: readonly ChartRow[];
  readonly widthMm: number;
  readonly heightMm: number;
  readonly alt: string;
  readonly docx: 'auto' | 'native' | 'image';
  /** Where `spec` stands in the chart's file, for diagnostics. */
  readonly place: Place;
}

/** One row handed to a Vega-Lite spec: a figure, already formatted by the one formatter. */
export interface ChartRow {
  /** Category label, for example 发明专利. */
  readonly label: string;
  /** The figure's number in `unit`, for positions and lengths only; never printed. */
  readonly value: number;
  /** The figure as printed anywhere else, for example 5274件. */
  readonly text: string;
  readonly figure: string;
  readonly unit: string;
  readonly period: string;
  /** Group or series, where the spec tells rows apart. */
  readonly series?: string;
  readonly status?: string;
  /** Further numbers or texts a spec asks for by name, for example `base` and `target`. */
  readonly [extra: string]: string | number | boolean | undefined;
}

/** A series of a native Word chart: one value and one label a category. */
export interface NativeSeries {
  readonly name: string;
  /** `null` leaves a gap. */
  readonly values: readonly (number | null)[];
  /** Label at each mark, as in the SVG; `null` for none. */
  readonly labels: readonly (string | null)[];
  /** Six hex digits without `#`. */
  readonly color: string;
  /** Colour of single marks where they differ from `color`. */
  readonly colors?: readonly (string | null)[];
}

/** What a native Word chart shows, taken from the rows after Vega's transforms, in the order they are drawn. */
export interface NativeChart {
  readonly type: 'bar' | 'column' | 'line';
  readonly stacking: 'none' | 'stacked' | 'percent';
  readonly categories: readonly string[];
  readonly series: readonly NativeSeries[];
  /** Titles of the two axes, where the spec has them. */
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
}

/** A chart drawn once for all formats. */
export interface Drawing {
  readonly chart: string;
  /** Standalone SVG, text as text in the theme's faces, no script, no reference to anything outside. */
  readonly svg: string;
  /** The same, each mark that stands for one row with `data-row`, the row's index. Absent where none does. */
  readonly marked?: string;
  /** Size in CSS pixels (96 a inch). */
  readonly width: number;
  readonly height: number;
  /** What a reader who cannot see the chart needs, made from the same rows. Empty for ornaments. */
  readonly alt: string;
  readonly rows: readonly ChartRow[];
  /** Present where Word can draw the same chart natively. */
  readonly native?: NativeChart;
}
