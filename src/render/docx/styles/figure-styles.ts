import { AlignmentType } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import type { ParagraphStyleId } from './ids.ts';
import { inlineDrawing } from './part-styles.ts';
import { textStyle, type TextStyle } from './text-style.ts';

type FigureStyleId = Extract<
  ParagraphStyleId,
  | 'Message' | 'Caption' | 'TableCaption' | 'TableUnit' | 'Chart' | 'Note' | 'Source' | 'TableText' | 'TableNumber' | 'TableHead'
  | 'TableMark' | 'TableHeadMark' | 'TableHeadNumber' | 'TableGroup' | 'TableTotal' | 'TableTotalNumber'
>; // prettier-ignore

/** Charts and tables with what stands above and below them. */
export function figureStyles(tokens: ThemeTokens): Record<FigureStyleId, TextStyle> {
  const centre = { alignment: AlignmentType.CENTER };
  const right = { alignment: AlignmentType.RIGHT };
  const cell = (bold: boolean, paragraph: object = {}): TextStyle =>
    textStyle(tokens, 'table', { type: { weight: bold ? 700 : 400 }, before: 1.5, after: 1.5, paragraph });
  return {
    Message: textStyle(tokens, 'message', { before: 15, paragraph: { keepNext: true, keepLines: true } }),
    Caption: textStyle(tokens, 'caption', {
      before: 3,
      after: 3,
      paragraph: { keepNext: true, keepLines: true },
    }),
    TableCaption: textStyle(tokens, 'caption', {
      before: 12,
      after: 3,
      paragraph: { keepNext: true, keepLines: true },
    }),
    TableUnit: textStyle(tokens, 'note', { after: 2, paragraph: { ...right, keepNext: true } }),
    Chart: inlineDrawing(tokens),
    Note: textStyle(tokens, 'note', { before: 3, paragraph: { keepLines: true } }),
    Source: textStyle(tokens, 'note', { before: 1, after: 12 }),
    TableText: cell(false),
    TableNumber: cell(false, right),
    TableMark: cell(false, centre),
    TableHead: cell(true, { keepNext: true }),
    TableHeadMark: cell(true, { ...centre, keepNext: true }),
    TableHeadNumber: cell(true, { ...right, keepNext: true }),
    TableGroup: textStyle(tokens, 'table', {
      type: { weight: 700, color: 'primary' },
      before: 1.5,
      after: 1.5,
      paragraph: { keepNext: true },
    }),
    TableTotal: cell(true),
    TableTotalNumber: cell(true, right),
  };
}
