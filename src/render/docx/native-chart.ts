import { ChartRun } from 'docx/charts';
import type { NativeChart } from '../../document/drawing.ts';

/** Size in CSS pixels and alternative text: what a native chart needs besides its data. */
export interface NativeChartSetting {
  readonly size: { readonly width: number; readonly height: number };
  readonly altText: { readonly name: string; readonly title: string; readonly description: string };
}

/**
 * The place of an editable Word chart in a paragraph, with a chart part and a workbook behind it, which `writeCharts`
 * fills. Their data stand in it so that the library makes both.
 */
export function nativeChartRun(
  { categories, series }: NativeChart,
  { size, altText }: NativeChartSetting,
): ChartRun {
  return new ChartRun({
    type: 'column',
    categories: [...categories],
    series: series.map(({ name, values }) => ({ name, values: [...values] })),
    transformation: size,
    altText,
  });
}
