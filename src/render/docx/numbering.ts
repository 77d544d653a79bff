import { AlignmentType, LevelFormat, type INumberingOptions } from 'docx';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { listReferences } from './handlers/list.ts';
import { twipsOfPoints } from './units.ts';

/** The two kinds of list, three levels deep, each indented two characters (twips) more than the one around it. */
export function listNumbering(tokens: ThemeTokens): INumberingOptions {
  const em = twipsOfPoints(tokens.type.body.size);
  const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
    [0, 1, 2].map((level) => ({
      level,
      format,
      text: text(level),
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: em * 2 * (level + 1), hanging: Math.round(em * 1.5) } } },
    }));
  return {
    config: [
      {
        reference: listReferences.ul,
        levels: levels(LevelFormat.BULLET, (level) => ['•', '–', '·'][level] ?? '·'),
      },
      { reference: listReferences.ol, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
    ],
  };
}
