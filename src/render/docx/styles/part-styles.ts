import { AlignmentType, BorderStyle, LineRuleType, ShadingType } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { hexColor } from '../units.ts';
import type { ParagraphStyleId } from './ids.ts';
import { textStyle, type TextStyle } from './text-style.ts';

type PartId = Extract<
  ParagraphStyleId,
  | 'Title' | 'Subtitle' | 'CoverMark' | 'CoverRegion' | 'CoverOrnament' | 'CoverIssuer' | 'CoverDate' | 'CoverNote'
  | 'CardGroup' | 'CardLabel' | 'CardValue' | 'CardCompare' | 'CardCite' | 'EntryDate' | 'EntryTitle' | 'EntryDetail'
  | 'CalloutTitle' | 'Callout'
>; // prettier-ignore

/** Cover, cards, entries and callouts. */
export function partStyles(tokens: ThemeTokens): Record<PartId, TextStyle> {
  const callout = calloutBox(tokens);
  return {
    Title: textStyle(tokens, 'cover-title', { after: 8 }),
    Subtitle: textStyle(tokens, 'lead', { type: { face: 'sans', color: 'paper' }, after: 24 }),
    CoverMark: textStyle(tokens, 'section', { type: { color: 'paper' } }),
    CoverRegion: textStyle(tokens, 'section', { type: { weight: 400, color: 'paper', size: 18, leading: 28 }, before: 8, }),
    CoverOrnament: inlineDrawing(tokens),
    CoverIssuer: textStyle(tokens, 'section', { after: 2 }),
    CoverDate: textStyle(tokens, 'lead', { type: { face: 'sans', color: 'grey' }, after: 8 }),
    CoverNote: textStyle(tokens, 'caption', { before: 4 }),
    CardGroup: textStyle(tokens, 'subsection', { type: { color: 'primary' }, before: 10, after: 4, paragraph: { keepNext: true } }),
    CardLabel: textStyle(tokens, 'card-label', { before: 5, paragraph: { keepNext: true } }),
    CardValue: textStyle(tokens, 'card-value', { paragraph: { keepNext: true } }),
    CardCompare: textStyle(tokens, 'card-compare'),
    CardCite: textStyle(tokens, 'note'),
    EntryDate: textStyle(tokens, 'table', { type: { color: 'primary', weight: 700, leading: 18 }, before: 4 }),
    EntryTitle: textStyle(tokens, 'body', { type: { face: 'sans', weight: 700 }, before: 4, paragraph: { keepNext: true } }),
    EntryDetail: textStyle(tokens, 'table', { type: { leading: 15 }, after: 5 }),
    CalloutTitle: textStyle(tokens, 'callout', { type: { weight: 700, color: 'primary' }, before: 12, paragraph: { ...callout, keepNext: true } }),
    Callout: textStyle(tokens, 'callout', { paragraph: { ...callout, alignment: AlignmentType.BOTH } }),
  }; // prettier-ignore
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
export function inlineDrawing(tokens: ThemeTokens): TextStyle {
  const style = textStyle(tokens, 'note', { paragraph: { keepNext: true } });
  return {
    ...style,
    paragraph: {
      ...style.paragraph,
      spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO },
    },
  };
}
