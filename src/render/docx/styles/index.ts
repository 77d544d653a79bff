import { DocumentDefaults, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { characterStyles } from './character-styles.ts';
import { figureStyles } from './figure-styles.ts';
import { wordFont } from './font.ts';
import { paragraphStyleNames, type ParagraphStyleId } from './ids.ts';
import { partStyles } from './part-styles.ts';
import { tableStyles } from './table-styles.ts';
import { runningTextStyles } from './text-styles.ts';
import { runStyle, type TextStyle } from './text-style.ts';

/** What follows when the officer presses Enter; other styles are followed by themselves. */
const followedBy: Partial<Record<ParagraphStyleId, ParagraphStyleId>> = {
  Lead: 'BodyText',
  Heading1: 'BodyText',
  Heading2: 'BodyText',
  Heading3: 'BodyText',
  PlainHeading: 'BodyText',
  AppendixHeading: 'BodyText',
  UnlistedHeading: 'BodyText',
  Source: 'BodyText',
  CalloutTitle: 'Callout',
  DefinitionTerm: 'Definition',
  EntryTitle: 'EntryDetail',
  Message: 'Caption',
  Caption: 'Chart',
  ColophonTerm: 'Colophon',
};

/** What an officer writes in, in the order of Word's gallery of styles; the others are in the styles pane, below these. */
const offered: readonly ParagraphStyleId[] = [
  'BodyText', 'Heading1', 'Heading2', 'Heading3', 'AppendixHeading', 'PlainHeading', 'UnlistedHeading', 'Lead', 'ListBullet', 'ListNumber', 'CalloutTitle',
  'Callout', 'Message', 'Caption', 'TableCaption', 'TableUnit', 'Chart', 'Note', 'Source', 'TableHead', 'TableHeadNumber', 'TableText', 'TableNumber',
  'TableTotal', 'TableTotalNumber', 'EntryDate', 'EntryTitle', 'EntryDetail', 'DefinitionTerm', 'Definition',
]; // prettier-ignore

/** Titles that look as chapters do, but are not numbered as they are. */
const basedOnHeading = new Set<ParagraphStyleId>(['PlainHeading', 'AppendixHeading']);

/** Styles whose paragraphs are counted, and the level of which list each is; false where a style takes back a number. */
type CountedStyles = ReadonlyMap<
  ParagraphStyleId,
  { readonly reference: string; readonly level: number } | false
>;

/** Every style of the document, made from the theme's tokens. `language` is a BCP 47 tag. */
export function documentStyles(
  tokens: ThemeTokens,
  language: string,
  counted: CountedStyles = new Map(),
): IStylesOptions {
  const styles: Record<ParagraphStyleId, TextStyle> = {
    ...runningTextStyles(tokens),
    ...partStyles(tokens),
    ...figureStyles(tokens),
  };
  // The library leaves its own defaults out as soon as styles are imported, so they stand among these.
  const defaults = new DocumentDefaults({
    run: {
      ...runStyle(tokens, tokens.type.body),
      font: wordFont(tokens, 'serif'),
      language: { value: 'en-US', eastAsia: language },
    },
    paragraph: { spacing: { before: 0, after: 0 } },
  });
  return {
    paragraphStyles: Object.entries(styles).map(([id, style]) =>
      paragraphStyle(id as ParagraphStyleId, withNumber(style, counted.get(id as ParagraphStyleId))),
    ),
    characterStyles: characterStyles(tokens),
    importedStyles: [defaults, ...tableStyles(tokens)],
  };
}

function withNumber(style: TextStyle, numbering: ReturnType<CountedStyles['get']>): TextStyle {
  return numbering !== undefined ? { ...style, paragraph: { ...style.paragraph, numbering } } : style;
}

function paragraphStyle(id: ParagraphStyleId, style: TextStyle): IParagraphStyleOptions {
  const next = followedBy[id];
  const place = offered.indexOf(id);
  return {
    id,
    name: paragraphStyleNames[id],
    ...(id !== 'Normal' && { basedOn: basedOnHeading.has(id) ? 'Heading1' : 'Normal' }),
    ...(next && { next }),
    uiPriority: place < 0 ? 99 : place + 1,
    ...(place >= 0 && { quickFormat: true }),
    ...style,
  };
}
