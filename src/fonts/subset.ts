import subsetFont from 'subset-font';
import type { Host } from '../host.ts';
import { bundledFaces, readFace, type Typeface } from './faces.ts';
import { embeddedFaces } from './font-face-css.ts';

/** A document's fonts: the faces of its theme cut down to its characters. */
export interface FontSubset {
  /** `@font-face` rules that carry the files as `data:` addresses. */
  readonly css: string;
  /** TrueType bytes of each face by its id. */
  readonly files: Readonly<Record<string, Uint8Array>>;
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
 * Cut `faces`, by default the four bundled ones, down to `characters` (any text; repeats do no harm). The faces share one set: telling which
 * face sets which character would need the style sheet, and would save a third of 0.7 MB. TrueType, because
 * compressing to woff2 takes 0.6 s a face, and Chromium embeds TrueType outlines as they are.
 */
export async function subsetFonts(
  host: Host,
  characters: string,
  faces: readonly Typeface[] = bundledFaces,
): Promise<FontSubset> {
  const text = [...new Set(characters + always)].sort().join('');
  const files: Record<string, Uint8Array> = {};
  // One after another: harfbuzz is one WebAssembly instance, and its memory only ever grows.
  for (const face of faces) {
    const full = await readFace(host, face);
    const last = lastCut.get(full);
    const cut = last?.text === text ? last.cut : await cutFace(full, text);
    lastCut.set(full, { text, cut });
    files[face.id] = cut;
  }
  return { files, css: embeddedFaces(files, faces) };
}

/** The last subset of each file that is kept in memory: from one draft to the next the characters seldom change. */
const lastCut = new WeakMap<Uint8Array, { readonly text: string; readonly cut: Uint8Array }>();

async function cutFace({ buffer, byteOffset, byteLength }: Uint8Array, text: string): Promise<Uint8Array> {
  const full = Buffer.from(buffer, byteOffset, byteLength);
  const cut = await subsetFont(full, text, { targetFormat: 'truetype', keepFeatures, noHinting: true });
  return new Uint8Array(cut.buffer, cut.byteOffset, cut.byteLength);
}
