import * as vega from 'vega';
import { familyNames, type FaceId } from '../fonts/faces.ts';
import type { FontMetrics } from '../fonts/metrics.ts';

/** A text item of Vega's scene, as far as its width depends on it. */
interface TextItem {
  readonly font?: string;
  readonly fontSize?: number | string;
  readonly fontWeight?: number | string;
}

/** Exported by Vega though missing from its types; the object its layout, limits and bounds all ask. */
interface TextMetrics {
  width: (item: TextItem, text: unknown) => number;
}

/**
 * Let Vega lay out text by the faces it is printed in. Without this it guesses 0.8 em a character, which leaves
 * Chinese a fifth too narrow and clips labels.
 */
export function useRealTextMetrics(metrics: FontMetrics): void {
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  textMetrics.width = (item, text) =>
    metrics.textWidth(printed(text), faceOf(item), Number(item.fontSize ?? 11));
}

/** Faces charts are measured in: specs set text in the theme's sans; a spec naming the serif gets it. */
export const chartFaces = [
  'sans-400',
  'sans-700',
  'serif-400',
  'serif-700',
] as const satisfies readonly FaceId[];

function faceOf({ font, fontWeight }: TextItem): FaceId {
  const family = font?.includes(familyNames.serif) === true ? 'serif' : 'sans';
  return `${family}-${isBold(fontWeight) ? '700' : '400'}`;
}

const isBold = (weight: number | string | undefined): boolean =>
  weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;

/** Vega hands on whatever a text channel holds, one line at a time. */
const printed = (text: unknown): string =>
  typeof text === 'string' || typeof text === 'number' ? String(text).trim() : '';
