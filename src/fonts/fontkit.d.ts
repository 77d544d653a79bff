/** The little of fontkit this room uses; the package brings no types. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    /** Font units. */
    readonly advanceWidth: number;
  }

  export interface Font {
    /** `TTF`, or a container of several fonts. */
    readonly type: string;
    readonly familyName: string;
    /** The tables the file has, by tag: `glyf` for TrueType outlines, `fvar` for a variable font. */
    readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
    /** A name from the name table, `preferredFamily` for example. */
    getName(key: string): string | null;
    readonly unitsPerEm: number;
    glyphForCodePoint(codePoint: number): Glyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }

  export function create(bytes: Uint8Array): Font;
}
