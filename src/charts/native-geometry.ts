import type { View } from 'vega';
import type { NativeChart } from '../document/drawing.ts';
import type { SceneItem } from './scene-items.ts';

/** The plot's place in a drawing of a size in pixels, as shares of that size. */
export function plotOf(
  view: View,
  size: { readonly width: number; readonly height: number },
): NativeChart['plot'] {
  const [left, top] = (view as unknown as { origin(): readonly [number, number] }).origin();
  const share = (length: number, whole: number): number => Math.round((length / whole) * 10_000) / 10_000;
  return {
    x: share(left, size.width),
    y: share(top, size.height),
    width: share(view.width(), size.width),
    height: share(view.height(), size.height),
  };
}

/** Values of a field in drawn order: that of the scale, and only those drawn. */
export function orderOf(
  view: View,
  channel: string | undefined,
  marks: readonly SceneItem[],
  field: string,
): string[] {
  const drawn = [...new Set(marks.map(({ datum }) => String(datum[field])))];
  const scale = channel === undefined ? undefined : scaleOf(view, channel);
  if (!scale) return drawn;
  const among = new Set(drawn);
  return scale
    .domain()
    .map(String)
    .filter((value) => among.has(value));
}

/**
 * The bars of one category, from the first to the last: how thick, how far apart. `groups` holds the bars category by
 * category. Undefined where bars are not all alike, or have no room of their own.
 */
export function barSpacing(
  view: View,
  isHorizontal: boolean,
  groups: readonly (readonly SceneItem[])[],
  isStacked: boolean,
): NativeChart['bars'] | undefined {
  const thick = (bar: SceneItem): number => (isHorizontal ? bar.height : bar.width) ?? 0;
  const along = (bar: SceneItem): number => (isHorizontal ? bar.y : bar.x) ?? 0;
  const bars = groups.flat();
  const thickness = bars[0] ? thick(bars[0]) : 0;
  if (thickness <= 0 || bars.some((bar) => Math.abs(thick(bar) - thickness) > 0.5)) return undefined;
  const extent = isHorizontal ? view.height() : view.width();
  const step = scaleOf(view, isHorizontal ? 'y' : 'x')?.step?.() ?? extent / groups.length;
  const most = Math.max(...groups.map(({ length }) => length));
  const full = groups.find(({ length }) => length === most)?.map(along) ?? [];
  const distance = isStacked || most < 2 ? thickness : (Math.max(...full) - Math.min(...full)) / (most - 1);
  const count = isStacked ? 1 : most;
  return {
    gap: within(((step - thickness - (count - 1) * distance) / thickness) * 100, 0, 500),
    overlap: isStacked ? 100 : within(((thickness - distance) / thickness) * 100, -100, 100),
  };
}

/** How far from the axis a stacked piece begins, growing away from it. */
export function stackedFrom(item: SceneItem, isHorizontal: boolean): number {
  if (isHorizontal) return item.x ?? 0;
  return -Math.max((item.y ?? 0) + (item.height ?? 0), item.y2 ?? 0);
}

interface BandScale {
  domain(): readonly unknown[];
  step?(): number;
}

function scaleOf(view: View, channel: string): BandScale | undefined {
  try {
    return view.scale(channel) as BandScale;
  } catch {
    return undefined; // Layers with colours of their own name their scales after themselves.
  }
}

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));
