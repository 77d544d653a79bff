import { ChartRun, type ChartRunOptions, type ChartSeries } from 'docx/charts';
import type { NativeChart, NativeSeries } from '../../document/drawing.ts';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { hexColor } from './units.ts';

/** Size in CSS pixels, alternative text, theme: what a native chart needs besides its data. */
export interface NativeChartSetting {
  readonly tokens: ThemeTokens;
  readonly size: { readonly width: number; readonly height: number };
  readonly altText: { readonly name: string; readonly title: string; readonly description: string };
}

/**
 * An editable Word chart with the values, labels and colours of the SVG. Its font is the theme's minor font, which
 * `documentTheme` sets to the sans face: the library names no East Asian font in charts.
 */
export function nativeChartRun(chart: NativeChart, { tokens, size, altText }: NativeChartSetting): ChartRun {
  const ink = hexColor(tokens.colors.ink);
  const grey = hexColor(tokens.colors.grey);
  const labelled = chart.series.every((series) =>
    series.values.every((value, index) => value === null || typeof series.labels[index] === 'string'),
  );
  const horizontal = chart.type === 'bar';
  const shared: Shared = {
    categories: [...chart.categories],
    stacking: chart.stacking,
    series: chart.series.map((series) => chartSeries(chart, series, ink)),
    legend: chart.series.length > 1 ? { position: 'top', font: { size: 9, color: ink } } : false,
    chartArea: { fill: 'none', border: 'none' },
    font: { color: ink },
    categoryAxis: {
      font: { size: 9, color: horizontal ? ink : grey },
      // Word draws the first category of horizontal bars at the bottom.
      reverseOrder: horizontal,
      ...(chart.categoryTitle !== undefined && { title: chart.categoryTitle }),
    },
    valueAxis: {
      visible: !labelled,
      gridlines: !labelled,
      font: { size: 8, color: grey },
      ...(lowest(chart) >= 0 && { minimum: 0 }),
      ...(horizontal && !labelled && { crossesAt: 'maximum' }),
      ...(chart.valueTitle !== undefined && { title: chart.valueTitle }),
    },
    transformation: size,
    altText,
  };
  return new ChartRun(withType(chart, shared));
}

type Shared = Omit<Extract<ChartRunOptions, { type: 'column' }>, 'type'>;

function withType(chart: NativeChart, shared: Shared): ChartRunOptions {
  const bars = { gapWidth: chart.series.length > 1 && chart.stacking === 'none' ? 60 : 75 };
  switch (chart.type) {
    case 'bar':
      return { ...shared, ...bars, type: 'bar' };
    case 'column':
      return { ...shared, ...bars, type: 'column' };
    case 'line':
      return { ...shared, type: 'line', markers: true };
  }
}

function chartSeries(chart: NativeChart, series: NativeSeries, ink: string): ChartSeries {
  const isLine = chart.type === 'line';
  return {
    name: series.name,
    values: [...series.values],
    color: hexColor(series.color),
    ...(!isLine &&
      series.colors && {
        colors: series.colors.map((color) => (color === null ? undefined : hexColor(color))),
      }),
    dataLabels: { value: true, position: labelPosition(chart), font: { size: 9, color: ink } },
    pointLabels: series.values.map((_, index) => {
      const text = series.labels[index];
      return typeof text === 'string' && text !== '' ? { text } : false;
    }),
  };
}

function labelPosition({ type, stacking }: NativeChart): 'above' | 'center' | 'outsideEnd' {
  if (type === 'line') return 'above';
  return stacking === 'none' ? 'outsideEnd' : 'center';
}

function lowest({ series }: NativeChart): number {
  return Math.min(0, ...series.flatMap(({ values }) => values.filter((value) => value !== null)));
}
