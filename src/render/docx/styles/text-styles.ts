import { AlignmentType, BorderStyle } from 'docx';
import type { ThemeTokens, TypeRole } from '../../../validate/schema/theme.ts';
import { landscapeGeometry, pageGeometry, type PageGeometry } from '../page.ts';
import { hexColor, twipsOfMm, twipsOfPoints } from '../units.ts';
import type { ParagraphStyleId } from './ids.ts';
import { textStyle, type TextStyle } from './text-style.ts';

type RunningTextId = Extract<
  ParagraphStyleId,
  | 'Normal' | 'BodyText' | 'Lead' | 'Heading1' | 'Heading2' | 'Heading3' | 'PlainHeading' | 'AppendixHeading' | 'UnlistedHeading' | 'TOCHeading' | 'TOC1' | 'TOC2' | 'TOC3' | 'TableOfFigures' | 'IndexLetter' | 'IndexEntry'
  | 'ListBullet' | 'ListNumber' | 'DefinitionTerm' | 'Definition' | 'Colophon' | 'ColophonTerm' | 'Header' | 'Footer' | 'FooterEven' | 'Gap' | 'SectionEnd' | 'SectionGap' | 'FootnoteText' | 'HeaderLandscape'
>; // prettier-ignore

/** First-line indent of a role: in hundredths of a character, and in twips for applications that do not read those. */
function firstLine({ type }: ThemeTokens, role: TypeRole) {
  const { indent = 0, size } = type[role];
  return { firstLineChars: indent * 100, firstLine: twipsOfPoints(size * indent) };
}

/** Two characters of the body, in twips. */
const twoEm = (tokens: ThemeTokens): number => twipsOfPoints(tokens.type.body.size * 2);

/** Headings, running text, lists, contents, heads and folios. */
export function runningTextStyles(tokens: ThemeTokens): Record<RunningTextId, TextStyle> {
  const heading = (level: number, role: TypeRole) => ({
    keepNext: true,
    keepLines: true,
    outlineLevel: level,
    alignment: tokens.type[role].align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    indent: firstLine(tokens, role),
  });
  // Where headings are indented as paragraphs are, titles of front matter stand in the middle.
  const isIndented = (tokens.type.chapter.indent ?? 0) > 0;
  const { leading } = tokens.type.body;
  const listed = { face: 'sans', leading: tokens.layout.grid === 'lines' ? leading : leading - 1.5 };
  const contents = (level: number, bold: boolean) =>
    textStyle(tokens, 'body', {
      type: bold ? { ...listed, weight: 700, color: 'ink' } : listed,
      before: bold && !isIndented ? 6 : 0,
      paragraph: { indent: { left: twipsOfPoints(tokens.type.body.size * 2 * level) }, keepNext: bold },
    });
  const chapter = textStyle(tokens, 'chapter', { paragraph: heading(0, 'chapter') });
  // Based on Heading 1: all they say themselves is the indent, which applications drop with a number they take away.
  const likeChapter: TextStyle = { paragraph: { indent: firstLine(tokens, 'chapter') } };
  const plainChapter = textStyle(tokens, 'chapter', {
    after: isIndented ? tokens.type.chapter.leading : 18,
    paragraph: {
      keepNext: true,
      alignment: isIndented ? AlignmentType.CENTER : AlignmentType.LEFT,
      indent: { firstLine: 0, firstLineChars: 0 },
    },
  });
  const fromEdge = twipsOfMm(tokens.layout.folio_indent);
  const thin = (points: number) => textStyle(tokens, 'body', { type: { size: 1, leading: points } });
  // Chapter at the left, title of the report at the right of the same line.
  const header = ({ textWidth }: PageGeometry) =>
    textStyle(tokens, 'running', {
      paragraph: {
        rightTabStop: textWidth,
        ...(tokens.layout.heads !== 'none' && {
          border: {
            bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: hexColor(tokens.colors.hairline) },
          },
        }),
      },
    });
  return {
    Normal: textStyle(tokens, 'body'),
    BodyText: textStyle(tokens, 'body', {
      paragraph: { alignment: AlignmentType.BOTH, indent: firstLine(tokens, 'body') },
    }),
    Lead: textStyle(tokens, 'lead', {
      paragraph: { alignment: AlignmentType.BOTH, keepLines: true, indent: firstLine(tokens, 'lead') },
    }),
    Heading1: chapter,
    Heading2: textStyle(tokens, 'section', { paragraph: heading(1, 'section') }),
    Heading3: textStyle(tokens, 'subsection', { paragraph: heading(2, 'subsection') }),
    PlainHeading: {
      ...plainChapter,
      paragraph: { ...plainChapter.paragraph, keepLines: true, outlineLevel: 0 },
    },
    AppendixHeading: likeChapter,
    UnlistedHeading: plainChapter,
    TOCHeading: plainChapter,
    TOC1: contents(0, true),
    TOC2: contents(1, false),
    TOC3: contents(2, false),
    TableOfFigures: textStyle(tokens, 'table', {
      type: { leading: 15 },
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
    DefinitionTerm: textStyle(tokens, 'callout', { type: { weight: 700 }, paragraph: { keepNext: true } }),
    Definition: textStyle(tokens, 'callout', {
      after: 4,
      paragraph: { alignment: AlignmentType.BOTH, keepLines: true },
    }),
    Colophon: textStyle(tokens, 'table', { after: 4 }),
    ColophonTerm: textStyle(tokens, 'table', {
      type: { weight: 700 },
      before: 8,
      paragraph: { keepNext: true },
    }),
    Header: header(pageGeometry(tokens)),
    HeaderLandscape: header(landscapeGeometry(tokens)),
    Footer: textStyle(tokens, 'folio', {
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: fromEdge } },
    }),
    FooterEven: textStyle(tokens, 'folio', {
      paragraph: { alignment: AlignmentType.LEFT, indent: { left: fromEdge } },
    }),
    Gap: thin(9),
    SectionEnd: thin(1),
    SectionGap: thin(tokens.layout.grid === 'lines' ? tokens.type.body.leading : 30),
    FootnoteText: textStyle(tokens, 'note', { paragraph: { alignment: AlignmentType.BOTH } }),
  };
}
