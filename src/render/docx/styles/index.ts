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

/** What follows a heading when the officer presses Enter; other styles are followed by themselves. */
const followedByBody = new Set<ParagraphStyleId>([
  'Lead',
  'Heading1',
  'Heading2',
  'Heading3',
  'PlainHeading',
  'UnlistedHeading',
  'Source',
]);

/** Every style of the document, made from the theme's tokens. `language` is a BCP 47 tag. */
export function documentStyles(tokens: ThemeTokens, language: string): IStylesOptions {
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
      paragraphStyle(id as ParagraphStyleId, style),
    ),
    characterStyles: characterStyles(tokens),
    importedStyles: [defaults, ...tableStyles(tokens)],
  };
}

function paragraphStyle(id: ParagraphStyleId, style: TextStyle): IParagraphStyleOptions {
  return {
    id,
    name: paragraphStyleNames[id],
    ...(id !== 'Normal' && { basedOn: 'Normal' }),
    ...(followedByBody.has(id) && { next: 'BodyText' }),
    quickFormat: true,
    ...style,
  };
}
