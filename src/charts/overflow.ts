import type { View } from 'vega';

/** A scene item as far as its extent goes. */
interface Bounded {
  readonly bounds: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}

/** A pixel of rounding is no clipped label. */
const roundingPixels = 1;

/**
 * Sides on which marks or labels stand out of the drawing, where they would be cut off. Vega shrinks a plot to make
 * room for its labels but stops at nothing left, and does not try at all for facets.
 */
export function overflow(
  view: View,
  { width, height }: { width: number; height: number },
  tolerance = roundingPixels,
): string[] {
  const root = (view.scenegraph() as unknown as { root: Bounded }).root;
  const [left, top] = (view as unknown as { origin(): [number, number] }).origin();
  const { x1, y1, x2, y2 } = root.bounds;
  const beyond = {
    left: -(x1 + left),
    top: -(y1 + top),
    right: x2 + left - width,
    bottom: y2 + top - height,
  };
  return Object.entries(beyond)
    .filter(([, pixels]) => pixels > tolerance)
    .map(([side, pixels]) => `labels stand out ${Math.ceil(pixels)} px at the ${side}`);
}
