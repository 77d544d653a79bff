import type { ThemeTokens } from '../validate/schema/theme.ts';

/** A face of a theme by its name. Validation has seen to it that type roles name faces there are. */
export function faceOf({ faces }: ThemeTokens, name: string): ThemeTokens['faces']['serif'] {
  const face = faces[name];
  if (!face) throw new Error(`The theme has no face ${name}`);
  return face;
}
