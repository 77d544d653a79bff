import type { IFontAttributesProperties } from 'docx';
import { faceOf } from '../../face-of.ts';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';

/** One Word font in all four attributes: with any of them missing, Word falls back to the theme font for that script. */
export function wordFont(tokens: ThemeTokens, face: string): IFontAttributesProperties {
  const name = faceOf(tokens, face).word;
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}
