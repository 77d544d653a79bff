import type { View } from 'vega';
import type { ChartRequest, NativeChart } from '../document/drawing.ts';
import { barSpacing, orderOf, plotOf } from './native-geometry.ts';
import { nativePlan, type NativePlan } from './native-plan.ts';
import { seriesOf, type DrawnSeries } from './native-series.ts';
import { plainColor, sceneItems } from './scene-items.ts';
import { unitSpecs } from './unit-specs.ts';

/**
 * The same chart as Word draws it, where Word can draw exactly this (see `nativePlan`), with text layers as the labels
 * of its marks and a rule at zero as its axis. Numbers, order, colours and places are read from what Vega has drawn, so
 * that the native chart and the SVG cannot differ; every number must be one of the rows' unchanged, and stand once.
 * Undefined for everything else, which stays a picture.
 */
export function toNativeChart(
  { spec, rows, title, workbook }: Pick<ChartRequest, 'spec' | 'rows' | 'title' | 'workbook'>,
  view: View,
  size: { readonly width: number; readonly height: number },
): NativeChart | undefined {
  const units = unitSpecs(spec);
  const plan = units && nativePlan(units);
  if (!plan) return undefined;

  const marks = plan.marks.flatMap(({ sceneName }) => [...sceneItems(view, sceneName)]);
  const channel = plan.isHorizontal ? 'y' : 'x';
  const categories = orderOf(view, channel, marks, plan.categoryField);
  const drawn = plan.marks.map((mark) =>
    seriesOf(view, plan, mark, { rows, categories, title: title ?? '', height: size.height }),
  );
  if (!areDrawn(drawn)) return undefined;
  const found = drawn.flat();
  const series = found.map(({ series: one }) => one);
  if (!labelsFit(view, plan, found) || !standOnce(found) || series.length === 0) return undefined;

  const bars = found.filter(({ series: { kind } }) => kind === 'bar');
  const spacing = barSpacing(
    view,
    plan.isHorizontal,
    categories.map((_, index) => bars.flatMap(({ items }) => items[index] ?? [])),
    plan.stacking !== 'none',
  );
  if (bars.length > 0 && !spacing) return undefined;
  const spans = new Set(found.flatMap(({ gap }) => gap ?? []));
  if (spans.size > 1) return undefined;
  const baseline = plan.baselineScenes
    .flatMap((scene) => [...sceneItems(view, scene)])
    .map(({ stroke }) => plainColor(stroke))[0];
  const { isHorizontal, stacking, hasLegend, valueAxes, hasCategoryAxis, categoryTitle } = plan;
  return {
    isHorizontal,
    stacking,
    categories,
    series,
    ...(workbook && { workbook }),
    plot: plotOf(view, size),
    ...(spacing && { bars: spacing }),
    ...(spans.has('spanned') && { isSpanned: true }),
    hasLegend: hasLegend && series.length > 1,
    ...(baseline !== undefined && { baseline }),
    valueAxes,
    hasCategoryAxis,
    ...(categoryTitle !== undefined && { categoryTitle }),
  };
}

const areDrawn = (series: readonly (DrawnSeries[] | undefined)[]): series is DrawnSeries[][] =>
  series.every((one) => one !== undefined);

/** Whether every text printed became the label of a mark. */
function labelsFit(view: View, { labels }: NativePlan, found: readonly DrawnSeries[]): boolean {
  const printed = labels
    .flatMap(({ sceneName }) => [...sceneItems(view, sceneName)])
    .filter(({ text }) => text !== undefined && text !== '' && text !== null).length;
  const kept = found.flatMap(({ series }) => series.labels).filter((label) => label !== null).length;
  return printed === kept;
}

/** Whether no figure is drawn by two marks: it would stand in two cells, and an officer would change one. */
function standOnce(found: readonly DrawnSeries[]): boolean {
  const keys = found.flatMap(({ keys: some }) => some);
  return new Set(keys).size === keys.length;
}
