import type { Reporter } from '../diagnostics/diagnostic.ts';
import { lookAlikeCharacter, type Piece } from './text.ts';

/** What programs show or store where a font has no glyph. */
const noGlyph = /[\uFFFD\u0000\uFFFE\uFFFF\u25A1\u25AF\u{1F78E}]/u;

/**
 * Characters nobody typed: boxes and replacement characters (a box the report itself prints is none), and radicals or
 * compatibility ideographs, which look like a character and are not found by searching for it.
 */
export function auditGlyphs(pieces: readonly Piece[], expected: string, diagnostics: Reporter): void {
  for (const { text, where } of pieces) {
    if (!noGlyph.test(text) && !lookAlikeCharacter.test(text)) continue;
    const characters = Array.from(text);
    for (const [index, character] of characters.entries()) {
      const around = characters.slice(Math.max(0, index - 6), index + 7).join('');
      const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      if (noGlyph.test(character) && (character === '\uFFFD' || !expected.includes(character)))
        diagnostics.report('AUDIT_GLYPH', { where, codePoint, around: around.replace(/\u0000/g, '□') });
      if (lookAlikeCharacter.test(character)) {
        const meant = character.normalize('NFKC');
        diagnostics.report('AUDIT_RADICAL', { where, character, codePoint, meant, around });
      }
    }
  }
}
