import { AlignmentType, BorderStyle, LineRuleType, ShadingType } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { hexColor } from '../units.ts';
import type { ParagraphStyleId } from './ids.ts';
import { textStyle, type TextStyle } from './text-style.ts';

type PartId = Extract<
  ParagraphStyleId,
  | 'Title' | 'Subtitle' | 'CoverMark' | 'CoverRegion' | 'CoverOrnament' | 'CoverIssuer' | 'CoverDate' | 'CoverNote'
  | 'CardGroup' | 'CardLabel' | 'CardValue' | 'CardValueLong' | 'CardCompare' | 'CardCite' | 'EntryDate' | 'EntryTitle' | 'EntryDetail'
  | 'CalloutTitle' | 'Callout'
>; // prettier-ignore

/** Cover, cards, entries and callouts. */
export function partStyles(tokens: ThemeTokens): Record<PartId, TextStyle> {
  const callout = calloutBox(tokens);
  const { field, align } = tokens.cover;
  const color = field === 'primary' ? 'paper' : 'ink';
  const paragraph = { alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT };
  return {
    Title: textStyle(tokens, 'cover-title', { after: 8, paragraph }),
    Subtitle: textStyle(tokens, 'lead', { type: { face: 'sans', color }, after: 24, paragraph: { ...paragraph, indent: { firstLine: 0 } } }),
    CoverMark: textStyle(tokens, 'section', { type: { color }, before: 0, after: 0, paragraph }),
    CoverRegion: textStyle(tokens, 'section', { type: { weight: 400, color, size: 18, leading: 28 }, before: 8, paragraph }),
    CoverOrnament: inlineDrawing(tokens, paragraph),
    CoverIssuer: textStyle(tokens, 'section', { before: 0, after: 2, paragraph }),
    CoverDate: textStyle(tokens, 'lead', { type: { face: 'sans', color: 'grey' }, after: 8, paragraph }),
    CoverNote: textStyle(tokens, 'caption', { before: 4, paragraph }),
    CardGroup: textStyle(tokens, 'subsection', { type: { color: 'primary' }, before: 6, after: 4, paragraph: { keepNext: true } }),
    CardLabel: textStyle(tokens, 'card-label', { before: 4, paragraph: { keepNext: true } }),
    CardValue: textStyle(tokens, 'card-value', { paragraph: { keepNext: true } }),
    // As high as the others, so that figures beside each other stand on one line.
    CardValueLong: textStyle(tokens, 'card-value', { type: { size: longValueSize(tokens) }, paragraph: { keepNext: true } }),
    CardCompare: textStyle(tokens, 'card-compare'),
    CardCite: textStyle(tokens, 'note'),
    EntryDate: textStyle(tokens, 'table', { type: { color: 'primary', weight: 700, leading: 18 }, before: 4 }),
    EntryTitle: textStyle(tokens, 'callout', { type: { weight: 700 }, before: 4, paragraph: { keepNext: true } }),
    EntryDetail: textStyle(tokens, 'table', { after: 5, paragraph: { contextualSpacing: true } }),
    CalloutTitle: textStyle(tokens, 'callout', { type: { weight: 700, color: 'primary' }, before: 12, paragraph: { ...callout, keepNext: true } }),
    Callout: textStyle(tokens, 'callout', { paragraph: { ...callout, alignment: AlignmentType.BOTH } }),
  }; // prettier-ignore
}

/** Points of a figure too long for a third of the page at the size of the others. */
function longValueSize({ type }: ThemeTokens): number {
  return Math.round(type['card-value'].size * 0.7);
}

/** Borders and shading two neighbouring paragraphs must share exactly for Word to draw one box around both. */
function calloutBox(tokens: ThemeTokens) {
  const tint = hexColor(tokens.colors.tint);
  const edge = { style: BorderStyle.SINGLE, color: tint, size: 4, space: 6 };
  return {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: tint },
    border: {
      top: edge,
      bottom: edge,
      left: { style: BorderStyle.SINGLE, color: hexColor(tokens.colors.primary), size: 24, space: 10 },
      right: edge,
    },
    indent: { left: 260, right: 140 },
    keepLines: true,
  };
}

/** A paragraph holding a drawing: its line must grow with the drawing, an exact line would cut it off. */
export function inlineDrawing(
  tokens: ThemeTokens,
  paragraph: Pick<NonNullable<TextStyle['paragraph']>, 'alignment'> = {},
): TextStyle {
  const style = textStyle(tokens, 'note', { paragraph: { ...paragraph, keepNext: true } });
  return {
    ...style,
    paragraph: {
      ...style.paragraph,
      spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO },
    },
  };
}
