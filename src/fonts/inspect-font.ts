import { create, type Font } from 'fontkit';

/** Why a font file cannot be used. */
export type FontFault = 'unreadable' | 'variable' | 'outlines' | 'family';

/**
 * What is wrong with a theme's own font, undefined when nothing is. Outlines must be TrueType and static: Chromium
 * prints others as shapes that no reader's program takes for text. The family must be the one inside the file, since
 * drawings for Word are set by that name.
 */
export function inspectFont(bytes: Uint8Array, family: string): FontFault | undefined {
  let font: Font;
  try {
    font = create(bytes);
    if (font.type !== 'TTF' || font.unitsPerEm <= 0) return 'unreadable';
  } catch {
    return 'unreadable';
  }
  const { tables } = font.directory;
  if ('fvar' in tables) return 'variable';
  if (!('glyf' in tables)) return 'outlines';
  return [font.getName('preferredFamily'), font.familyName].includes(family) ? undefined : 'family';
}

/** What a font file says its version is, such as `2.001`; empty where it says nothing. */
export function fontVersion(bytes: Uint8Array): string {
  return /\d+(\.\d+)*/.exec(create(bytes).getName('version') ?? '')?.[0] ?? '';
}
