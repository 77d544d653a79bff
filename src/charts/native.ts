import type { View } from 'vega';
import type { ChartRow, NativeChart, NativeSeries } from '../document/drawing.ts';
import { nativePlan, type NativePlan } from './native-plan.ts';
import { sceneItems, type SceneItem } from './scene-items.ts';
import { unitSpecs } from './unit-specs.ts';

/**
 * The same chart as Word draws it, where Word can draw exactly this: bars, columns (plain, grouped or stacked) or
 * lines over named categories, with text layers as their labels. Numbers, order and colours are read from what Vega
 * has drawn, so that the native chart and the SVG cannot differ; every number must be one of `rows` unchanged.
 * Undefined for everything else, which stays a picture.
 */
export function toNativeChart(
  spec: Readonly<Record<string, unknown>>,
  view: View,
  rows: readonly ChartRow[],
): NativeChart | undefined {
  const units = unitSpecs(spec);
  const plan = units && nativePlan(units);
  if (!plan) return undefined;

  const marks = sceneItems(view, plan.sceneName);
  if (marks.length === 0 || !marks.every(({ datum }) => isOfRows(datum, plan, rows))) return undefined;

  const categories = orderOf(view, plan.categoryChannel, marks, plan.categoryField);
  const names =
    plan.seriesField === undefined ? [''] : orderOf(view, plan.seriesChannel, marks, plan.seriesField);
  const marksAt = byPlace(marks, plan);
  const labelsAt = byPlace(
    plan.labelScenes.flatMap((scene) => [...sceneItems(view, scene)]),
    plan,
  );
  // Two marks at one place, or a label where no mark is, have no native equal.
  if ([...marksAt.values()].some((items) => items.length > 1)) return undefined;
  if ([...labelsAt.keys()].some((place) => !marksAt.has(place))) return undefined;

  const series = names.map((name): NativeSeries => {
    const places = categories.map((category) => placeOf(category, name));
    const drawn = places.map((place) => marksAt.get(place)?.[0]);
    const colors = drawn.map((mark) => mark && hex(mark[plan.paint]));
    const color = colors.find((value) => value !== undefined) ?? '';
    return {
      name: name === '' ? (plan.seriesName ?? '') : name,
      values: drawn.map((mark) => (mark ? Number(mark.datum[plan.valueField]) : null)),
      labels: places.map((place) => labelsAt.get(place)?.map(textOf).join(' ') ?? null),
      color,
      ...(colors.some((value) => value !== undefined && value !== color) && {
        colors: colors.map((value) => value ?? null),
      }),
    };
  });
  if (series.some(({ color }) => color === '')) return undefined;

  return {
    type: plan.type,
    stacking: plan.stacking,
    categories,
    series,
    ...(plan.categoryTitle !== undefined && { categoryTitle: plan.categoryTitle }),
    ...(plan.valueTitle !== undefined && { valueTitle: plan.valueTitle }),
  };
}

/** Whether what was drawn is a figure of the rows: transforms may drop and order rows, not change numbers. */
function isOfRows(datum: SceneItem['datum'], plan: NativePlan, rows: readonly ChartRow[]): boolean {
  return rows.some(
    (row) =>
      row.figure === datum.figure &&
      row.period === datum.period &&
      row[plan.valueField] === datum[plan.valueField] &&
      typeof row[plan.valueField] === 'number',
  );
}

/** Values of a field in drawn order: that of the scale, and only those drawn. */
function orderOf(
  view: View,
  channel: string | undefined,
  marks: readonly SceneItem[],
  field: string,
): string[] {
  const drawn = new Set(marks.map(({ datum }) => String(datum[field])));
  if (channel === undefined) return [...drawn];
  const scale = view.scale(channel) as { domain(): readonly unknown[] };
  return scale
    .domain()
    .map(String)
    .filter((value) => drawn.has(value));
}

const placeOf = (category: string, series: string): string => JSON.stringify([category, series]);

function byPlace(
  items: readonly SceneItem[],
  { categoryField, seriesField }: NativePlan,
): Map<string, SceneItem[]> {
  const places = new Map<string, SceneItem[]>();
  for (const item of items) {
    const series = seriesField === undefined ? '' : String(item.datum[seriesField]);
    const place = placeOf(String(item.datum[categoryField]), series);
    places.set(place, [...(places.get(place) ?? []), item]);
  }
  return places;
}

const textOf = ({ text }: SceneItem): string => (Array.isArray(text) ? text.join(' ') : String(text));

/** Six digits without `#`, or undefined for anything but a plain colour. */
function hex(paint: unknown): string | undefined {
  return typeof paint === 'string' ? /^#([0-9a-f]{6})$/i.exec(paint)?.[1]?.toUpperCase() : undefined;
}
