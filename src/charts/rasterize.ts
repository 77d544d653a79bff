import { renderAsync } from '@resvg/resvg-js';
import { bundledFaces, bundledFamilies } from '../fonts/faces.ts';

/** Font files of a drawing by their absolute paths, and the family text without one is set in. */
export interface RasterFonts {
  readonly files: readonly string[];
  readonly family: string;
}

const bundled: RasterFonts = {
  files: bundledFaces.map(({ path }) => path),
  family: bundledFamilies.at(-1) ?? '',
};

/**
 * A drawing as PNG with a transparent ground, `scale` pixels a CSS pixel, for programs that cannot show SVG. Set in
 * the theme's faces only, whatever the machine has, so that the bytes are the same everywhere.
 */
export async function toPng(
  svg: string,
  { files, family }: RasterFonts = bundled,
  scale = 2,
): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: [...files],
      loadSystemFonts: false,
      defaultFontFamily: family,
      sansSerifFamily: family,
      serifFamily: family,
    },
  });
  return new Uint8Array(image.asPng());
}
