import * as vega from 'vega';
import type { Typeface } from '../fonts/faces.ts';
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
export function useRealTextMetrics(metrics: FontMetrics, faces: readonly Typeface[]): void {
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  textMetrics.width = (item, text) =>
    metrics.textWidth(printed(text), faceOf(item, faces), Number(item.fontSize ?? 11));
}

/** The face a text is set in: specs set text in the theme's sans, the first of `faces`; one naming another gets it. */
function faceOf({ font, fontWeight }: TextItem, faces: readonly Typeface[]): string {
  const family = faces.find((face) => font?.includes(face.family) === true)?.family ?? faces[0]?.family;
  const weight = isBold(fontWeight) ? 700 : 400;
  return faces.find((face) => face.family === family && face.weight === weight)?.id ?? '';
}

const isBold = (weight: number | string | undefined): boolean =>
  weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;

/** Vega hands on whatever a text channel holds, one line at a time. */
const printed = (text: unknown): string =>
  typeof text === 'string' || typeof text === 'number' ? String(text).trim() : '';
