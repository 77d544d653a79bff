import type { NativeChart } from '../document/drawing.ts';
import type { Channel, UnitSpec } from './unit-specs.ts';

/** How a spec becomes a native chart: which fields and scales to read, and from which marks of the scene. */
export interface NativePlan {
  readonly type: NativeChart['type'];
  readonly stacking: NativeChart['stacking'];
  readonly sceneName: string;
  readonly labelScenes: readonly string[];
  /** What colours a mark: bars are filled, lines stroked. */
  readonly paint: 'fill' | 'stroke';
  readonly categoryChannel: 'x' | 'y';
  readonly categoryField: string;
  readonly valueField: string;
  readonly seriesField?: string;
  /** Scale that orders the series. */
  readonly seriesChannel?: string;
  /** Name of the one series of a chart without groups. */
  readonly seriesName?: string;
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
}

/** Layers that add nothing Word would have to draw: labels become data labels, rules are axes and reference lines. */
const companions = new Set(['text', 'rule']);

const orientations = [
  { category: 'y', value: 'x', type: 'bar' },
  { category: 'x', value: 'y', type: 'column' },
] as const;

const seriesChannels = ['xOffset', 'yOffset', 'color', 'fill', 'stroke'] as const;

/** The plan for the units of a spec, or undefined where Word has no chart exactly like it. */
export function nativePlan(units: readonly UnitSpec[]): NativePlan | undefined {
  const [unit, second] = units.filter(({ mark }) => !companions.has(mark));
  if (!unit || second !== undefined || (unit.mark !== 'bar' && unit.mark !== 'line')) return undefined;
  if (units.some(({ mark, encoding }) => mark === 'rule' && Object.values(encoding).some(isField)))
    return undefined;

  const { encoding } = unit;
  const way = orientations.find(
    ({ category, value }) => isCategory(encoding[category]) && isPlainValue(encoding[value]),
  );
  if (!way || (unit.mark === 'line' && way.type === 'bar')) return undefined;
  const category = encoding[way.category] as Channel & { field: string };
  const value = encoding[way.value] as Channel & { field: string };

  const groups = seriesChannels.filter(
    (name) => isField(encoding[name]) && encoding[name]?.field !== category.field,
  );
  const seriesChannel = groups[0];
  const seriesField = seriesChannel && encoding[seriesChannel]?.field;
  // Two fields that tell marks apart would need a third dimension.
  if (groups.some((name) => encoding[name]?.field !== seriesField)) return undefined;
  if (['x2', 'y2', 'detail', 'size', 'opacity'].some((name) => isField(encoding[name]))) return undefined;

  const isGrouped = groups.some((name) => name.endsWith('Offset'));
  const stacking =
    unit.mark === 'line' || seriesField === undefined || isGrouped ? 'none' : stackings.get(value.stack);
  if (stacking === undefined) return undefined;

  const categoryTitle = titleOf(category);
  const valueTitle = titleOf(value);
  return {
    type: unit.mark === 'line' ? 'line' : way.type,
    stacking,
    sceneName: unit.sceneName,
    labelScenes: units.filter(({ mark }) => mark === 'text').map(({ sceneName }) => sceneName),
    paint: unit.mark === 'line' ? 'stroke' : 'fill',
    categoryChannel: way.category,
    categoryField: category.field,
    valueField: value.field,
    ...(typeof seriesField === 'string' && { seriesField }),
    ...(seriesChannel !== undefined && { seriesChannel }),
    ...(categoryTitle !== undefined && { categoryTitle }),
    ...(valueTitle !== undefined && { valueTitle, seriesName: valueTitle }),
  };
}

/** Vega-Lite's `stack` in Word's terms; bars of several series are stacked unless the spec says otherwise. */
const stackings = new Map<unknown, NativeChart['stacking']>([
  [undefined, 'stacked'],
  [true, 'stacked'],
  ['zero', 'stacked'],
  ['normalize', 'percent'],
]);

const isField = (channel: Channel | undefined): boolean => typeof channel?.field === 'string';

const isCategory = (channel: Channel | undefined): boolean =>
  isField(channel) &&
  (channel?.type === 'nominal' || channel?.type === 'ordinal') &&
  channel.timeUnit === undefined;

/** A number as it is, on a linear scale from zero that the spec does not bend, cut or turn round. */
const isPlainValue = (channel: Channel | undefined): boolean =>
  isField(channel) &&
  channel?.type === 'quantitative' &&
  channel.aggregate === undefined &&
  channel.bin === undefined &&
  (channel.scale === undefined || isRoomOnly(channel.scale));

const isRoomOnly = (scale: unknown): boolean =>
  typeof scale === 'object' &&
  scale !== null &&
  Object.entries(scale).every(([key, value]) =>
    key === 'zero' ? value === true : key === 'nice' || key === 'padding',
  );

function titleOf({ title, axis }: Channel): string | undefined {
  const own = typeof axis === 'object' && axis !== null ? (axis as Channel).title : undefined;
  const found = own ?? title;
  return typeof found === 'string' && found !== '' ? found : undefined;
}
