import subsetFont from 'subset-font';
import type { Host } from '../host.ts';
import { faceIds, familyNames, readFace, type FaceId } from './faces.ts';

/** A document's fonts: the four faces cut down to its characters. */
export interface FontSubset {
  /** `@font-face` rules that carry the files as `data:` addresses. */
  readonly css: string;
  /** TrueType bytes of each face. */
  readonly files: Readonly<Record<FaceId, Uint8Array>>;
}

/** What page numbers, dates and list marks need, whatever the document says. */
const always =
  Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCodePoint(0x20 + index)).join('') +
  '［］〔〕（）—–·…、，。％';

/**
 * Features the style sheets ask for. Every feature kept brings its alternate glyphs along: all of them
 * would double the files.
 */
const keepFeatures = ['kern', 'liga', 'halt', 'ccmp', 'locl', 'mark', 'mkmk'];

/**
 * Cut the four faces down to `characters` (any text; repeats do no harm). The faces share one set: telling which
 * face sets which character would need the style sheet, and would save a third of 0.7 MB. TrueType, because
 * compressing to woff2 takes 0.6 s a face, and Chromium embeds TrueType outlines as they are.
 */
export async function subsetFonts(host: Host, characters: string): Promise<FontSubset> {
  const text = [...new Set(characters + always)].sort().join('');
  const entries: [FaceId, Uint8Array][] = [];
  // One after another: harfbuzz is one WebAssembly instance, and its memory only ever grows.
  for (const face of faceIds) {
    const { buffer, byteOffset, byteLength } = await readFace(host, face);
    const full = Buffer.from(buffer, byteOffset, byteLength);
    const cut = await subsetFont(full, text, { targetFormat: 'truetype', keepFeatures, noHinting: true });
    entries.push([face, new Uint8Array(cut.buffer, cut.byteOffset, cut.byteLength)]);
  }
  const files = Object.fromEntries(entries) as Record<FaceId, Uint8Array>;
  const css = fontFaceCss((face) => {
    const { buffer, byteOffset, byteLength } = files[face];
    return `data:font/ttf;base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`;
  });
  return { files, css };
}

/** `@font-face` rules for the four faces, each found where `address` says. */
export function fontFaceCss(address: (face: FaceId) => string): string {
  return faceIds
    .map((face) => {
      const [family, weight] = face.split('-') as ['serif' | 'sans', string];
      return `@font-face { font-family: "${familyNames[family]}"; font-weight: ${weight}; font-display: block; src: url(${address(face)}) format("truetype"); }`;
    })
    .join('\n');
}
