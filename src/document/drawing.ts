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
  /** Formal title in plain text: the name of a series the spec gives none. */
  readonly title?: string;
  /** What the workbook of a native chart is headed with. */
  readonly workbook?: WorkbookWords;
  /** Where `spec` stands in the chart's file, for diagnostics. */
  readonly place: Place;
}

/** Words in the workbook behind a native chart that are no data. */
export interface WorkbookWords {
  /** Name of its one sheet. */
  readonly sheet: string;
  /** Above the categories: the unit, where all values have one. */
  readonly corner: string;
  /** Head of a column that holds the labels of a series: this and the series' name. */
  readonly labels: string;
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

/** Where a label stands at its mark: `center` to `outside` at bars, the four sides at points. */
export type LabelPosition =
  'center' | 'inside-end' | 'inside-base' | 'outside' | 'above' | 'below' | 'left' | 'right';

/** A label of a native chart, as the SVG prints it. */
export interface NativeLabel {
  readonly text: string;
  readonly position: LabelPosition;
  /** Six hex digits without `#`. */
  readonly color: string;
  readonly isBold?: boolean;
  /** Share of the chart's height it stands lower (negative: higher) than its position alone would put it. */
  readonly lowered?: number;
}

/** Circles of a line or of points: diameter in points, six hex digits each for rim and inside. */
export interface NativeMarker {
  readonly size: number;
  readonly rim: string;
  readonly fill: string;
  /** Rim and inside of those that look otherwise; `null` for the rest. */
  readonly single?: readonly ({ readonly rim: string; readonly fill: string } | null)[];
}

/** A series of a native Word chart: one value and one label a category. */
export interface NativeSeries {
  readonly name: string;
  /** What marks its values. Points stand alone, those on a line are its `marker`. */
  readonly kind: 'bar' | 'area' | 'line' | 'point';
  /** `null` where nothing is drawn. */
  readonly values: readonly (number | null)[];
  /** Label at each mark, as in the SVG; `null` for none. */
  readonly labels: readonly (NativeLabel | null)[];
  /** Six hex digits without `#`. */
  readonly color: string;
  /** Colour of single bars where they differ from `color`. */
  readonly colors?: readonly (string | null)[];
  /** Circles at the values. */
  readonly marker?: NativeMarker;
  /** From 0 to 1, where one sees through it. */
  readonly opacity?: number;
  /** Thickness of a line in points. */
  readonly stroke?: number;
  /** Whether it has a value axis of its own, on the right. */
  readonly isSecondary?: boolean;
}

/** What a native Word chart shows, taken from the rows after Vega's transforms, in the order they are drawn. */
export interface NativeChart {
  /** Whether bars lie: categories then run from top to bottom. */
  readonly isHorizontal: boolean;
  readonly stacking: 'none' | 'stacked' | 'percent';
  readonly categories: readonly string[];
  /** Series of one kind and axis stand together; stacked ones from the axis outwards. */
  readonly series: readonly NativeSeries[];
  readonly workbook?: WorkbookWords;
  /** The plot within the drawing, axes outside of it: shares of the drawing's width and height. */
  readonly plot: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;
  /** Per cent of a bar's thickness: the gap between the bars of two categories, and how far bars of one overlap. */
  readonly bars?: { readonly gap: number; readonly overlap: number };
  /** How missing values of lines are drawn. */
  readonly isSpanned?: boolean;
  readonly hasLegend: boolean;
  /** Colour of the line along the categories, where there is one. */
  readonly baseline?: string;
  /** Axes of values shown with their numbers; of two, the second is that on the right. */
  readonly valueAxes: readonly {
    readonly isShown: boolean;
    readonly hasGrid: boolean;
    readonly title?: string;
  }[];
  readonly hasCategoryAxis: boolean;
  readonly categoryTitle?: string;
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
