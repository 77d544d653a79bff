import type { View } from 'vega';
import type { ChartRow, NativeChart, NativeLabel, NativeSeries } from '../document/drawing.ts';
import { nativeLook } from './native-look.ts';
import { orderOf, stackedFrom } from './native-geometry.ts';
import { labelText, nativeLabel } from './native-labels.ts';
import type { NativePlan, SeriesPlan } from './native-plan.ts';
import { sceneItems, type SceneItem } from './scene-items.ts';

/** A series with the marks it was read from. */
export interface DrawnSeries {
  readonly series: NativeSeries;
  /** The mark at each category. */
  readonly items: readonly (SceneItem | undefined)[];
  /** Which figures it shows. */
  readonly keys: readonly string[];
  /** How a line crosses a category it has no value for, where there is one. */
  readonly gap?: 'spanned' | 'open';
}

interface Surroundings {
  readonly rows: readonly ChartRow[];
  readonly categories: readonly string[];
  /** Name of a series the spec gives none. */
  readonly title: string;
  /** Height of the drawing in pixels. */
  readonly height: number;
}

/** The series of one mark of a plan, in Word's order; undefined where what was drawn has no native equal. */
export function seriesOf(
  view: View,
  plan: NativePlan,
  mark: SeriesPlan,
  surroundings: Surroundings,
): DrawnSeries[] | undefined {
  const { rows, categories } = surroundings;
  const all = sceneItems(view, mark.sceneName);
  const items = all.filter(({ defined }) => defined !== false);
  if (items.length === 0 || !items.every(({ datum }) => isOfRows(datum, mark, rows))) return undefined;
  if (items.some(({ interpolate = 'linear' }) => interpolate !== 'linear')) return undefined;
  if (items.some(({ strokeDash }) => strokeDash !== undefined)) return undefined;

  const names =
    mark.seriesField === undefined ? [''] : orderOf(view, mark.seriesChannel, items, mark.seriesField);
  const texts = plan.labels
    .filter(({ valueField }) => valueField === undefined || valueField === mark.valueField)
    .flatMap(({ sceneName }) => [...sceneItems(view, sceneName)])
    .filter((item) => item.text !== undefined && labelText(item) !== '');
  const points = mark.markerScene === undefined ? [] : sceneItems(view, mark.markerScene);
  const [marksAt, textsAt, pointsAt] = [items, texts, points].map((some) => byPlace(some, plan, mark)) as [
    Places,
    Places,
    Places,
  ];
  // Two marks at one place have no native equal.
  if ([marksAt, pointsAt].some((places) => [...places.values()].some(({ length }) => length > 1)))
    return undefined;

  const drawn = names.map((name): DrawnSeries | undefined => {
    const at = (places: Places): SceneItem[][] =>
      categories.map((category) => places.get(placeOf(category, name)) ?? []);
    const places = at(marksAt).map(([item]) => item);
    const labels = at(textsAt).map((some, index) => labelOf(some, places[index], plan, mark, surroundings));
    const look = nativeLook(
      mark,
      places,
      at(pointsAt).map(([item]) => item),
    );
    const gap = gapOf(mark, places, all.length > items.length);
    if (!look || labels.includes(undefined) || gap === 'none') return undefined;
    return {
      series: {
        name: nameOf(name, mark, items, surroundings.title),
        kind: mark.kind,
        values: places.map((item) => (item ? Number(item.datum[mark.valueField]) : null)),
        labels: labels as (NativeLabel | null)[],
        ...look,
        ...(mark.isSecondary && { isSecondary: true }),
      },
      items: places,
      keys: places.flatMap((item) => (item ? [keyOf(item.datum, mark)] : [])),
      ...(gap && { gap }),
    };
  });
  if (drawn.includes(undefined)) return undefined;
  return inStackOrder(drawn as DrawnSeries[], plan);
}

/** Whether what was drawn is a figure of the rows: transforms may drop and order rows, not change numbers. */
function isOfRows(datum: SceneItem['datum'], { valueField }: SeriesPlan, rows: readonly ChartRow[]): boolean {
  return rows.some(
    (row) =>
      row.figure === datum.figure &&
      row.period === datum.period &&
      row[valueField] === datum[valueField] &&
      typeof row[valueField] === 'number',
  );
}

const keyOf = (datum: SceneItem['datum'], { valueField }: SeriesPlan): string =>
  JSON.stringify([datum.figure, datum.period, datum.label, datum.series, valueField]);

/** The value that tells it from others, else the one `series` all its rows have, the title of its axis, or the chart's. */
function nameOf(
  name: string,
  { seriesName }: SeriesPlan,
  items: readonly SceneItem[],
  title: string,
): string {
  if (name !== '') return name;
  const common = new Set(items.map(({ datum }) => datum.series));
  const [only] = common;
  if (common.size === 1 && typeof only === 'string' && only !== '') return only;
  return seriesName ?? title;
}

function labelOf(
  texts: readonly SceneItem[],
  item: SceneItem | undefined,
  plan: NativePlan,
  { kind }: SeriesPlan,
  { height }: Surroundings,
): NativeLabel | null | undefined {
  const [text] = texts;
  if (!text) return null;
  if (texts.length > 1 || !item) return undefined;
  const isStacked = plan.stacking !== 'none';
  return nativeLabel(text, item, { kind, isHorizontal: plan.isHorizontal, isStacked, height });
}

/** What missing values between others do: a line goes on over rows that are not there, and breaks at empty ones. */
function gapOf(
  { kind }: SeriesPlan,
  items: readonly (SceneItem | undefined)[],
  hasOpen: boolean,
): DrawnSeries['gap'] | 'none' {
  const first = items.findIndex((item) => item !== undefined);
  const last = items.findLastIndex((item) => item !== undefined);
  if (!items.slice(first, last).includes(undefined)) return undefined;
  if (kind === 'line') return hasOpen ? 'open' : 'spanned';
  return kind === 'area' ? 'none' : undefined;
}

/** Word stacks from the axis outwards in the order of the series; Vega-Lite begins with the last. */
function inStackOrder(
  series: readonly DrawnSeries[],
  { stacking, isHorizontal }: Pick<NativeChart, 'stacking' | 'isHorizontal'>,
): DrawnSeries[] | undefined {
  if (stacking === 'none') return [...series];
  const values = series.flatMap(({ series: { values: some } }) => some);
  if (values.some((value) => value !== null && value < 0)) return undefined;
  const from = ({ items }: DrawnSeries, index: number): number | undefined =>
    items[index] && stackedFrom(items[index], isHorizontal);
  const compare = (a: DrawnSeries, b: DrawnSeries): number => {
    const differences = a.items.map((_, index) => (from(a, index) ?? NaN) - (from(b, index) ?? NaN));
    return differences.find((difference) => Math.abs(difference) > 0.01) ?? 0;
  };
  const sorted = [...series].sort(compare);
  const isSame = sorted.every((one, place) =>
    sorted
      .slice(place + 1)
      .every((later) =>
        one.items.every((_, index) => !((from(one, index) ?? 0) > (from(later, index) ?? Infinity) + 0.01)),
      ),
  );
  return isSame ? sorted : undefined;
}

type Places = Map<string, SceneItem[]>;

const placeOf = (category: string, series: string): string => JSON.stringify([category, series]);

function byPlace(
  items: readonly SceneItem[],
  { categoryField }: NativePlan,
  { seriesField }: SeriesPlan,
): Places {
  const places: Places = new Map();
  for (const item of items) {
    const series = seriesField === undefined ? '' : String(item.datum[seriesField]);
    const place = placeOf(String(item.datum[categoryField]), series);
    places.set(place, [...(places.get(place) ?? []), item]);
  }
  return places;
}
