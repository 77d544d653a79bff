import { AlignmentType } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { twipsOfPoints } from '../units.ts';
import type { ParagraphStyleId } from './ids.ts';
import { textStyle, type TextStyle } from './text-style.ts';

type RunningTextId = Extract<
  ParagraphStyleId,
  | 'Normal' | 'BodyText' | 'Lead' | 'Heading1' | 'Heading2' | 'Heading3' | 'UnlistedHeading' | 'TOCHeading' | 'TOC1' | 'TOC2' | 'TOC3' | 'TableOfFigures' | 'IndexLetter' | 'IndexEntry'
  | 'ListBullet' | 'ListNumber' | 'DefinitionTerm' | 'Definition' | 'Colophon' | 'ColophonTerm' | 'Header' | 'Footer' | 'FooterEven' | 'Gap' | 'SectionEnd'
>; // prettier-ignore

/** Two characters of the body, in twips, for applications that do not read `w:firstLineChars`. */
const twoEm = (tokens: ThemeTokens): number => twipsOfPoints(tokens.type.body.size * 2);

/** Headings, running text, lists, contents, heads and folios. */
export function runningTextStyles(tokens: ThemeTokens): Record<RunningTextId, TextStyle> {
  const heading = (level: number) => ({
    keepNext: true,
    keepLines: true,
    outlineLevel: level,
    alignment: AlignmentType.LEFT,
  });
  const contents = (level: number, bold: boolean) =>
    textStyle(tokens, 'body', {
      type: bold ? { face: 'sans', weight: 700, color: 'ink' } : { face: 'sans' },
      before: bold ? 9 : 0,
      paragraph: { indent: { left: twipsOfPoints(tokens.type.body.size * 2 * level) }, keepNext: bold },
    });
  const chapter = textStyle(tokens, 'chapter', { before: 6, after: 12, paragraph: heading(0) });
  const plainChapter = textStyle(tokens, 'chapter', { before: 6, after: 18, paragraph: { keepNext: true } });
  const thin = (points: number) => textStyle(tokens, 'body', { type: { size: 1, leading: points } });
  return {
    Normal: textStyle(tokens, 'body'),
    BodyText: textStyle(tokens, 'body', {
      paragraph: { alignment: AlignmentType.BOTH, indent: { firstLineChars: 200, firstLine: twoEm(tokens) } },
    }),
    Lead: textStyle(tokens, 'lead', {
      after: 12,
      paragraph: { alignment: AlignmentType.BOTH, keepLines: true },
    }),
    Heading1: chapter,
    Heading2: textStyle(tokens, 'section', { before: 18, after: 6, paragraph: heading(1) }),
    Heading3: textStyle(tokens, 'subsection', { before: 12, after: 3, paragraph: heading(2) }),
    UnlistedHeading: plainChapter,
    TOCHeading: plainChapter,
    TOC1: contents(0, true),
    TOC2: contents(1, false),
    TOC3: contents(2, false),
    TableOfFigures: textStyle(tokens, 'table', {
      type: { leading: 16 },
      paragraph: { indent: { left: twoEm(tokens), hanging: twoEm(tokens) } },
    }),
    IndexLetter: textStyle(tokens, 'table', {
      type: { weight: 700, color: 'primary' },
      before: 6,
      paragraph: { keepNext: true },
    }),
    IndexEntry: textStyle(tokens, 'note', {
      paragraph: { indent: { left: twoEm(tokens), hanging: twoEm(tokens) } },
    }),
    ListBullet: textStyle(tokens, 'body', { paragraph: { alignment: AlignmentType.BOTH } }),
    ListNumber: textStyle(tokens, 'body', { paragraph: { alignment: AlignmentType.BOTH } }),
    DefinitionTerm: textStyle(tokens, 'subsection', {
      type: { size: tokens.type.body.size },
      before: 9,
      paragraph: { keepNext: true },
    }),
    Definition: textStyle(tokens, 'body', {
      paragraph: { alignment: AlignmentType.BOTH, indent: { left: twoEm(tokens) } },
    }),
    Colophon: textStyle(tokens, 'table', { after: 4 }),
    ColophonTerm: textStyle(tokens, 'table', {
      type: { weight: 700 },
      before: 8,
      paragraph: { keepNext: true },
    }),
    Header: textStyle(tokens, 'running'),
    Footer: textStyle(tokens, 'folio', { paragraph: { alignment: AlignmentType.RIGHT } }),
    FooterEven: textStyle(tokens, 'folio', { paragraph: { alignment: AlignmentType.LEFT } }),
    Gap: thin(9),
    SectionEnd: thin(1),
  };
}
