import { create, type Font } from 'fontkit';
import type { Host } from '../host.ts';
import { bundledFaces, readFace, type Typeface } from './faces.ts';

/** Widths and coverage of the faces the outputs are set in; a face is named by its id. */
export interface FontMetrics {
  /** Sum of the advance widths of `text` set in `face` at `size` pixels, in pixels, without kerning. */
  textWidth(text: string, face: string, size: number): number;
  /**
   * Characters of `text` that `face` has no glyph for, or that no face has when it is omitted; each once, in the
   * order of their first appearance. Line breaks and tabs are not characters to be printed.
   */
  uncoveredCharacters(text: string, face?: string): string[];
}

/**
 * Metrics of the faces named, by default the four bundled ones. The files are read now (once a process); a face's tables are
 * parsed when it is first asked about, and each glyph's width once.
 */
export async function loadMetrics(
  host: Host,
  faces: readonly Typeface[] = bundledFaces,
): Promise<FontMetrics> {
  const read = await Promise.all(
    faces.map(async (face) => [face.id, measureFace(await readFace(host, face))] as const),
  );
  const loaded = new Map<string, Face>(read);
  const face = (id: string): Face => {
    const found = loaded.get(id);
    if (!found) throw new Error(`The metrics of ${id} were not loaded`);
    return found;
  };

  return {
    textWidth(text, id, size) {
      const { advance } = face(id);
      let ems = 0;
      for (const character of text) ems += advance(character);
      return ems * size;
    },
    uncoveredCharacters(text, id) {
      const asked = id === undefined ? [...loaded.values()] : [face(id)];
      return [...new Set(text)].filter(
        (character) => !/[\r\n\t]/.test(character) && !asked.some(({ covers }) => covers(character)),
      );
    },
  };
}

interface Face {
  /** Width of one character in em. */
  readonly advance: (character: string) => number;
  readonly covers: (character: string) => boolean;
}

function measureFace(bytes: Uint8Array): Face {
  let font: Font | undefined;
  const parsed = (): Font => (font ??= create(bytes));
  const widths = new Map<string, number>();

  return {
    advance(character) {
      let width = widths.get(character);
      if (width === undefined) {
        width = parsed().glyphForCodePoint(codePoint(character)).advanceWidth / parsed().unitsPerEm;
        widths.set(character, width);
      }
      return width;
    },
    covers: (character) => parsed().hasGlyphForCodePoint(codePoint(character)),
  };
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0;
