import type { Reporter } from '../diagnostics/diagnostic.ts';
import { lookAlikeCharacter, type Piece } from './text.ts';
import type { Where } from './where.ts';

/** What programs show or store where a font has no glyph. */
const noGlyph = /[\uFFFD\u0000\uFFFE\uFFFF\u25A1\u25AF\u{1F78E}]/u;

/**
 * Characters nobody typed: boxes and replacement characters (a box the report itself prints is none), and radicals or
 * compatibility ideographs, which look like a character and are not found by searching for it. One of these in the data can
 * turn all its doubles in a PDF into itself, so each is reported once.
 */
export function auditGlyphs(pieces: readonly Piece[], expected: string, diagnostics: Reporter): void {
  const lookAlikes = new Map<string, { where: Where; around: string; count: number }>();
  for (const { text, where } of pieces) {
    if (!noGlyph.test(text) && !lookAlikeCharacter.test(text)) continue;
    const characters = Array.from(text);
    for (const [index, character] of characters.entries()) {
      const around = characters
        .slice(Math.max(0, index - 6), index + 7)
        .join('')
        .replace(/\p{Cc}/gu, '□');
      if (noGlyph.test(character) && (character === '\uFFFD' || !expected.includes(character)))
        diagnostics.report('AUDIT_GLYPH', { where, codePoint: codePointOf(character), around });
      if (!lookAlikeCharacter.test(character)) continue;
      const known = lookAlikes.get(character);
      if (known) known.count += 1;
      else lookAlikes.set(character, { where, around, count: 1 });
    }
  }
  for (const [character, found] of lookAlikes) {
    const meant = character.normalize('NFKC');
    diagnostics.report('AUDIT_RADICAL', { ...found, character, codePoint: codePointOf(character), meant });
  }
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
