import type { IFontAttributesProperties } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';

/** One Word font in all four attributes: with any of them missing, Word falls back to the theme font for that script. */
export function wordFont(tokens: ThemeTokens, face: 'serif' | 'sans'): IFontAttributesProperties {
  const name = tokens.faces[face].word;
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}
