import { renderAsync } from '@resvg/resvg-js';
import { facePath, familyNames, type FaceId } from '../fonts/faces.ts';

const sans: readonly FaceId[] = ['sans-400', 'sans-700'];
const serif: readonly FaceId[] = ['serif-400', 'serif-700'];

/**
 * A drawing as PNG with a transparent ground, `scale` pixels a CSS pixel, for programs that cannot show SVG. Set in
 * our faces only, whatever the machine has, so that the bytes are the same everywhere.
 */
export async function toPng(svg: string, scale = 2): Promise<Uint8Array> {
  const faces = svg.includes(familyNames.serif) ? [...sans, ...serif] : sans;
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: faces.map(facePath),
      loadSystemFonts: false,
      defaultFontFamily: familyNames.sans,
      sansSerifFamily: familyNames.sans,
      serifFamily: familyNames.serif,
    },
  });
  return new Uint8Array(image.asPng());
}
