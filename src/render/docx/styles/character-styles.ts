import { BorderStyle, type ICharacterStyleOptions, type IRunStylePropertiesOptions } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { hexColor } from '../units.ts';
import { wordFont } from './font.ts';
import { characterStyleNames, type CharacterStyleId } from './ids.ts';
import { isBold, runStyle } from './text-style.ts';

/** What an officer sets words in; the others come with what they stand on. */
const offered = new Set(['Strong', 'Emphasis', 'RunIn', 'Unit', 'Mark']);

/** All character styles, from the theme's tokens. */
export function characterStyles(tokens: ThemeTokens): ICharacterStyleOptions[] {
  const sansBold = {
    font: wordFont(tokens, 'sans'),
    bold: isBold(tokens, { face: 'sans', weight: 700 }),
  };
  const primary = hexColor(tokens.colors.primary);
  const runs: Record<CharacterStyleId, IRunStylePropertiesOptions> = {
    Strong: { bold: true },
    RunIn: sansBold,
    Emphasis: { color: primary },
    Hyperlink: { color: primary },
    Unit: runStyle(tokens, tokens.type['card-unit']),
    CaptionNumber: { bold: true, color: primary },
    Mark: runStyle(tokens, tokens.type['card-compare']),
    CoverMarkText: {
      ...sansBold,
      border: {
        style: BorderStyle.SINGLE,
        color: hexColor(tokens.colors[tokens.cover.field === 'primary' ? 'paper' : 'ink']),
        size: 8,
        space: 1,
      },
    },
    FootnoteReference: { superScript: true },
    EndnoteReference: { superScript: true },
  };
  return Object.entries(runs).map(([id, run]) => ({
    id,
    name: characterStyleNames[id as CharacterStyleId],
    run,
    ...(offered.has(id) && { quickFormat: true }),
  }));
}
