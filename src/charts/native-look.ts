import type { NativeMarker, NativeSeries } from '../document/drawing.ts';
import type { SeriesPlan } from './native-plan.ts';
import { plainColor, type SceneItem } from './scene-items.ts';

const pointsPerPixel = 0.75;

/** How a series is painted. */
export type NativeLook = Pick<NativeSeries, 'color' | 'colors' | 'marker' | 'stroke' | 'opacity'>;

/** Colours, line and points, or undefined where one is none Word has. */
export function nativeLook(
  { kind, markerScene }: SeriesPlan,
  items: readonly (SceneItem | undefined)[],
  onLine: readonly (SceneItem | undefined)[],
): NativeLook | undefined {
  const first = items.find((item) => item !== undefined);
  if (!first) return undefined;
  const hasMarkers = kind === 'point' || markerScene !== undefined;
  const marker = hasMarkers ? markerOf(kind === 'point' ? items : onLine) : undefined;
  if (hasMarkers && !marker) return undefined;
  const paints = items.map((item) => plainColor(kind === 'line' ? item?.stroke : item?.fill));
  const color = kind === 'point' ? marker?.rim : paints.find((paint) => paint !== undefined);
  if (color === undefined) return undefined;
  const opacity = (first.opacity ?? 1) * (first.fillOpacity ?? 1);
  const differ = kind === 'bar' && paints.some((paint) => paint !== undefined && paint !== color);
  return {
    color,
    ...(differ && { colors: paints.map((paint) => paint ?? null) }),
    ...(marker && { marker }),
    ...(kind === 'line' && { stroke: (first.strokeWidth ?? 1) * pointsPerPixel }),
    ...(opacity < 1 && { opacity }),
  };
}

/** Circles of one size; undefined for other symbols. */
function markerOf(symbols: readonly (SceneItem | undefined)[]): NativeMarker | undefined {
  const shown = symbols.filter((item) => item !== undefined);
  const sizes = new Set(shown.map(({ size }) => size));
  const [size = 0] = sizes;
  if (sizes.size !== 1 || size <= 0) return undefined;
  if (shown.some(({ shape = 'circle', opacity = 1 }) => shape !== 'circle' || opacity < 1)) return undefined;
  const looks = symbols.map((item) => {
    const fill = plainColor(item?.fill);
    const rim = plainColor(item?.stroke) ?? fill;
    return rim === undefined || fill === undefined ? undefined : { rim, fill };
  });
  const common = looks.find((look) => look !== undefined);
  if (!common || shown.length !== looks.filter((look) => look !== undefined).length) return undefined;
  const single = looks.map((look) =>
    look && (look.rim !== common.rim || look.fill !== common.fill) ? look : null,
  );
  return {
    size: Math.round(2 * Math.sqrt(size / Math.PI) * pointsPerPixel),
    ...common,
    ...(single.some((look) => look !== null) && { single }),
  };
}
