declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'truetype' | 'woff' | 'woff2';
    /** OpenType features kept, with the glyphs they lead to; all when omitted. */
    readonly keepFeatures?: readonly string[];
    readonly noHinting?: boolean;
  }
  /** Cut a font down to the characters of `text` (harfbuzz). */
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>;
}
