import type { NativeChart, NativeSeries } from '../document/drawing.ts';
import type { Channel, UnitSpec } from './unit-specs.ts';
import { isCategory, isConstantZero, isField, isPlainValue, titleOf, valueAxis } from './channels.ts';

/** One mark of the chart: one series of it, or one for each value of a field. */
export interface SeriesPlan {
  readonly kind: NativeSeries['kind'];
  readonly sceneName: string;
  /** Scene of the points a line bears. */
  readonly markerScene?: string;
  readonly valueField: string;
  readonly seriesField?: string;
  /** Scale that orders the series. */
  readonly seriesChannel?: string;
  /** Name of the one series of a mark without groups. */
  readonly seriesName?: string;
  readonly isSecondary: boolean;
}

/** How a spec becomes a native chart: which fields and scales to read, and from which marks of the scene. */
export interface NativePlan extends Pick<
  NativeChart,
  'isHorizontal' | 'stacking' | 'hasLegend' | 'valueAxes' | 'hasCategoryAxis' | 'categoryTitle'
> {
  readonly categoryField: string;
  readonly marks: readonly SeriesPlan[];
  /** Text layers and the value they stand at; of a chart with one mark a label may be moved by a field of its own. */
  readonly labels: readonly { readonly sceneName: string; readonly valueField?: string }[];
  readonly baselineScenes: readonly string[];
}

const kinds: Readonly<Record<string, NativeSeries['kind']>> = {
  bar: 'bar',
  area: 'area',
  line: 'line',
  point: 'point',
  circle: 'point',
};

const orientations = [
  { category: 'y', value: 'x' },
  { category: 'x', value: 'y' },
] as const;

const seriesChannels = ['xOffset', 'yOffset', 'color', 'fill', 'stroke'] as const;

/**
 * The plan for the units of a spec, or undefined where Word has no chart exactly like it: bars lying or standing,
 * grouped, stacked or filling 100 %; areas, also stacked; lines with or without points; points above their categories;
 * and bars or areas with lines or points before them, those on an axis of their own where the layers have own scales.
 * Points beside lying categories, ranges, rules with ends, and a scale for each group have no equal: Word could only
 * draw them from numbers nobody published.
 */
export function nativePlan(units: readonly UnitSpec[]): NativePlan | undefined {
  const texts = units.filter(({ mark }) => mark === 'text');
  const rules = units.filter(({ mark }) => mark === 'rule');
  const drawn = units.filter((unit) => !texts.includes(unit) && !rules.includes(unit));
  const [first] = drawn;
  const way = orientations.find(({ category, value }) => first && isPlotted(first, category, value));
  if (!first || !way) return undefined;
  const isHorizontal = way.category === 'y';
  const category = first.encoding[way.category];
  if (typeof category?.field !== 'string') return undefined;
  if (
    drawn.some(
      (unit) =>
        !isPlotted(unit, way.category, way.value) || unit.encoding[way.category]?.field !== category.field,
    )
  )
    return undefined;
  if (rules.some(({ encoding }) => !isBaseline(encoding[way.category], encoding[way.value])))
    return undefined;

  const marks = joinMarkers(drawn, (unit) => seriesPlan(unit, way.category, way.value, first.ownScale));
  if (!marks || !isWordChart(marks, isHorizontal)) return undefined;
  const stacking = stackingOf(first, way.value, marks[0]);
  if (stacking === undefined) return undefined;

  const axes = [first, drawn.find(({ ownScale }) => ownScale !== first.ownScale)].flatMap((unit) =>
    unit ? [valueAxis(unit.encoding[way.value])] : [],
  );
  const valueAxes = axes.filter((axis) => axis !== undefined);
  if (valueAxes.length < axes.length) return undefined;
  const categoryTitle = titleOf(category);
  const grouping = drawn.find(({ encoding }) => isField(encoding.color))?.encoding.color;
  return {
    isHorizontal,
    stacking,
    categoryField: category.field,
    marks,
    labels: texts.map(({ sceneName, encoding }) => {
      const field = encoding[way.value]?.field;
      return { sceneName, ...(marks.length > 1 && typeof field === 'string' && { valueField: field }) };
    }),
    baselineScenes: rules.map(({ sceneName }) => sceneName),
    hasLegend: grouping !== undefined && grouping.field !== category.field && grouping.legend !== null,
    valueAxes,
    hasCategoryAxis: category.axis !== null,
    ...(categoryTitle !== undefined && { categoryTitle }),
  };
}

const isPlotted = ({ mark, encoding }: UnitSpec, category: 'x' | 'y', value: 'x' | 'y'): boolean =>
  kinds[mark] !== undefined &&
  isCategory(encoding[category]) &&
  isPlainValue(encoding[value]) &&
  !['x2', 'y2', 'detail', 'size', 'opacity', 'shape', 'strokeDash'].some((name) => isField(encoding[name]));

/** A rule along the categories at zero; at any other height it would say something Word cannot draw. */
const isBaseline = (category: Channel | undefined, value: Channel | undefined): boolean =>
  (category === undefined || !isField(category)) && isConstantZero(value);

function seriesPlan(
  { mark, encoding, sceneName, ownScale }: UnitSpec,
  categoryChannel: 'x' | 'y',
  valueChannel: 'x' | 'y',
  firstScale: number | undefined,
): SeriesPlan | undefined {
  const kind = kinds[mark];
  const valueField = encoding[valueChannel]?.field;
  const groups = seriesChannels.filter(
    (name) => isField(encoding[name]) && encoding[name]?.field !== encoding[categoryChannel]?.field,
  );
  const seriesChannel = groups[0];
  const seriesField = seriesChannel && encoding[seriesChannel]?.field;
  // Two fields that tell marks apart would need a third dimension.
  if (groups.some((name) => encoding[name]?.field !== seriesField)) return undefined;
  if (kind === undefined || typeof valueField !== 'string') return undefined;
  const seriesName = titleOf(encoding[valueChannel]);
  return {
    kind,
    sceneName,
    valueField,
    ...(typeof seriesField === 'string' && { seriesField }),
    ...(seriesChannel !== undefined && { seriesChannel }),
    ...(seriesName !== undefined && { seriesName }),
    isSecondary: ownScale !== firstScale,
  };
}

/** Points at the values of the line before them are its markers; all else is a mark of its own. */
function joinMarkers(
  units: readonly UnitSpec[],
  plan: (unit: UnitSpec) => SeriesPlan | undefined,
): SeriesPlan[] | undefined {
  const joined: SeriesPlan[] = [];
  for (const unit of units) {
    const next = plan(unit);
    if (!next) return undefined;
    const line = joined.at(-1);
    const isMarker =
      next.kind === 'point' &&
      line?.kind === 'line' &&
      line.markerScene === undefined &&
      line.valueField === next.valueField &&
      line.isSecondary === next.isSecondary &&
      (next.seriesField === undefined || line.seriesField === next.seriesField);
    if (isMarker) joined[joined.length - 1] = { ...line, markerScene: next.sceneName };
    else joined.push(next);
  }
  return joined;
}

/** Bars or areas once and first, lines and points before them; nothing but bars lies. */
function isWordChart(marks: readonly SeriesPlan[], isHorizontal: boolean): boolean {
  const isFilled = ({ kind }: SeriesPlan): boolean => kind === 'bar' || kind === 'area';
  if (isHorizontal) return marks.length === 1 && marks[0]?.kind === 'bar';
  return marks.slice(1).every((mark) => !isFilled(mark)) && new Set(marks.map(axisOf)).size <= 2;
}

const axisOf = ({ isSecondary }: SeriesPlan): boolean => isSecondary;

/** Vega-Lite's `stack` in Word's terms; bars and areas of several series are stacked unless the spec says otherwise. */
function stackingOf(
  { encoding }: UnitSpec,
  value: 'x' | 'y',
  mark: SeriesPlan | undefined,
): NativeChart['stacking'] | undefined {
  if (mark?.seriesField === undefined || mark.kind === 'line' || mark.kind === 'point') return 'none';
  if (mark.seriesChannel?.endsWith('Offset') === true) return 'none';
  const stack = encoding[value]?.stack;
  // Areas one before the other hide each other as Word's do, bars would not.
  if (stack === null || stack === false) return mark.kind === 'area' ? 'none' : undefined;
  return stackings.get(stack);
}

const stackings = new Map<unknown, NativeChart['stacking']>([
  [undefined, 'stacked'],
  [true, 'stacked'],
  ['zero', 'stacked'],
  ['normalize', 'percent'],
]);
