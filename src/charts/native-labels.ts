import type { LabelPosition, NativeLabel, NativeSeries } from '../document/drawing.ts';
import { plainColor, type SceneItem } from './scene-items.ts';

/** What a label's place is told from: the mark it belongs to and the drawing they are in. */
export interface LabelPlace {
  readonly kind: NativeSeries['kind'];
  readonly isHorizontal: boolean;
  readonly isStacked: boolean;
  /** Height of the drawing in pixels. */
  readonly height: number;
}

/** Pixels a label may lie off the place Word gives it before it counts as moved. */
const slack = 6;

/** Pixels between a point and the middle of a label above or below it, as Word places them. */
const wordDistance = 14;

/**
 * A text of the SVG as the label Word would draw at its mark, or undefined where Word has no such place: behind a
 * stacked bar, on an area, turned, or elsewhere in the plot. A label beside, above or below a point may be moved
 * up or down, as the layer that keeps labels apart does.
 */
export function nativeLabel(text: SceneItem, mark: SceneItem, place: LabelPlace): NativeLabel | undefined {
  const color = plainColor(text.fill);
  if (color === undefined || (text.angle ?? 0) !== 0) return undefined;
  const found = place.kind === 'bar' ? atBar(text, mark, place) : atPoint(text, mark, place);
  if (!found) return undefined;
  const isBold = text.fontWeight === 'bold' || Number(text.fontWeight) >= 600;
  return { text: labelText(text), color, ...(isBold && { isBold }), ...found };
}

/** What a text mark prints, its lines joined. */
export const labelText = ({ text }: SceneItem): string =>
  Array.isArray(text) ? text.join(' ') : String(text);

type Found = Pick<NativeLabel, 'position' | 'lowered'> | undefined;

function atBar(text: SceneItem, mark: SceneItem, { isHorizontal, isStacked }: LabelPlace): Found {
  const start = isHorizontal ? (mark.x ?? 0) : -((mark.y ?? 0) + (mark.height ?? 0));
  const length = (isHorizontal ? mark.width : mark.height) ?? 0;
  const at = (isHorizontal ? (text.x ?? 0) + (text.dx ?? 0) : -((text.y ?? 0) + (text.dy ?? 0))) - start;
  const anchor = isHorizontal ? (text.align ?? 'left') : 'center';
  const outside = at >= length - 0.5;
  if (outside) return isStacked || anchor === 'right' ? undefined : { position: 'outside' };
  if (at < -0.5) return undefined;
  if (anchor === 'center') {
    const middle = Math.abs(at - length / 2);
    if (middle <= slack) return { position: 'center' };
    return { position: at > length / 2 ? 'inside-end' : 'inside-base' };
  }
  return { position: anchor === 'right' ? 'inside-end' : 'inside-base' };
}

function atPoint(text: SceneItem, mark: SceneItem, { kind, height }: LabelPlace): Found {
  // Word's areas have one label in their midst, whatever the point.
  if (kind === 'area') return undefined;
  const across = (text.x ?? 0) + (text.dx ?? 0) - (mark.x ?? 0);
  const down = (text.y ?? 0) + (text.dy ?? 0) - (mark.y ?? 0);
  const position = sideOf(text.align ?? 'left', across, down);
  if (!position) return undefined;
  const usual = position === 'above' ? -wordDistance : position === 'below' ? wordDistance : 0;
  const moved = down - usual;
  return {
    position,
    ...(Math.abs(moved) > slack && { lowered: Math.round((moved / height) * 10_000) / 10_000 }),
  };
}

function sideOf(align: string, across: number, down: number): LabelPosition | undefined {
  if (align === 'left' && across > 0) return 'right';
  if (align === 'right' && across < 0) return 'left';
  if (align !== 'center' || Math.abs(across) > slack) return undefined;
  return Math.abs(down) <= slack ? 'center' : down < 0 ? 'above' : 'below';
}
