import { bundledFaces, type Typeface } from './faces.ts';

/** `@font-face` rules for faces, by default the four bundled ones, each found where `address` says. */
export function fontFaceCss(
  address: (face: Typeface) => string,
  faces: readonly Typeface[] = bundledFaces,
): string {
  return faces
    .map(
      (face) =>
        `@font-face { font-family: "${face.family}"; font-weight: ${face.weight}; font-display: block; src: url(${address(face)}) format("truetype"); }`,
    )
    .join('\n');
}

/** `@font-face` rules that carry the files as `data:` addresses. */
export function embeddedFaces(
  files: Readonly<Record<string, Uint8Array>>,
  faces: readonly Typeface[],
): string {
  return fontFaceCss(
    ({ id }) => `data:font/ttf;base64,${Buffer.from(files[id] ?? []).toString('base64')}`,
    faces,
  );
}
