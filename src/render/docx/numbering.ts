import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions, type INumberingOptions } from 'docx';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { alsoListed } from './contents-outline.ts';
import { listReferences } from './handlers/list.ts';
import type { HeadingList, HeadingNumbers, NumberLook } from './heading-numbers.ts';
import type { ParagraphStyleId } from './styles/ids.ts';
import { twipsOfPoints } from './units.ts';

/** Every list of the document: the headings' and those of the text. */
export function documentNumbering(tokens: ThemeTokens, headings: HeadingNumbers): INumberingOptions {
  const lists = [...headings.lists].map(([reference, looks]) => ({
    reference,
    levels: looks.map((look, level) => headingLevel(look, level, styleOf(reference, level))),
  }));
  return { config: [...lists, ...textLists(tokens)] };
}

type CountedStyle = { readonly reference: HeadingList; readonly level: number } | false;

/**
 * Heading styles that bring their number with them, and the level of which list each is; false for those that look
 * like a numbered one and are not.
 */
export function countedStyles({ lists }: HeadingNumbers): ReadonlyMap<ParagraphStyleId, CountedStyle> {
  const counted = [...lists].flatMap(([reference, looks]) =>
    looks.flatMap((_, level) => {
      const style = styleOf(reference, level);
      return style === undefined ? [] : [[style, { reference, level }] as const];
    }),
  );
  return new Map<ParagraphStyleId, CountedStyle>([
    ...alsoListed.map((style) => [style, false] as const),
    ...counted,
  ]);
}

const headingStyles: Readonly<Record<HeadingList, readonly ParagraphStyleId[]>> = {
  chapters: ['Heading1', 'Heading2', 'Heading3'],
  appendices: ['AppendixHeading'],
  'continued-sections': [],
};

function styleOf(list: HeadingList, level: number): ParagraphStyleId | undefined {
  return headingStyles[list][level];
}

/**
 * A level that counts headings. It has no indent of its own, which would take the place of the style's; a blank behind
 * the number is the level's suffix, so that a reference to the number does not show it.
 */
function headingLevel(
  { before, format, after }: NumberLook,
  level: number,
  style: ParagraphStyleId | undefined,
): ILevelsOptions {
  const words = after.trimEnd();
  return {
    level,
    format: format === 'han' ? LevelFormat.CHINESE_COUNTING : LevelFormat.DECIMAL,
    text: `${before}%${level + 1}${words}`,
    suffix: words === after ? LevelSuffix.NOTHING : LevelSuffix.SPACE,
    alignment: AlignmentType.LEFT,
    ...(style !== undefined && { style: { style } }),
  };
}

/** The two kinds of list, three levels deep, each indented two characters (twips) more than the one around it. */
function textLists(tokens: ThemeTokens): INumberingOptions['config'] {
  const em = twipsOfPoints(tokens.type.body.size);
  const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
    [0, 1, 2].map((level) => ({
      level,
      format,
      text: text(level),
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: em * 2 * (level + 1), hanging: Math.round(em * 1.5) } } },
    }));
  return [
    {
      reference: listReferences.ul,
      levels: levels(LevelFormat.BULLET, (level) => ['•', '–', '·'][level] ?? '·'),
    },
    { reference: listReferences.ol, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ];
}
