/** The little of fontkit this room uses; the package brings no types. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    /** Font units. */
    readonly advanceWidth: number;
  }

  export interface Font {
    readonly unitsPerEm: number;
    glyphForCodePoint(codePoint: number): Glyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }

  export function create(bytes: Uint8Array): Font;
}
