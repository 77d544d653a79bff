import { LineRuleType, type IParagraphStyleOptions, type IRunStylePropertiesOptions } from 'docx';
import type { ThemeTokens, TypeRole, TypeStyle } from '../../../validate/schema/theme.ts';
import { faceOf } from '../../face-of.ts';
import { halfPoints, hexColor, twipsOfPoints } from '../units.ts';
import { wordFont } from './font.ts';

type ParagraphProperties = NonNullable<IParagraphStyleOptions['paragraph']>;

/** What a style changes of the type role it is set in; `before` and `after` are points and go before the role's. */
export interface StyleChanges {
  readonly type?: Partial<TypeStyle>;
  readonly before?: number;
  readonly after?: number;
  readonly paragraph?: Omit<ParagraphProperties, 'spacing'>;
}

/** Run and paragraph formatting of one style, as the library takes it. */
export type TextStyle = Pick<IParagraphStyleOptions, 'run' | 'paragraph'>;

/** Face, size (half-points), weight and colour of a type role. */
export function runStyle(tokens: ThemeTokens, type: TypeStyle): IRunStylePropertiesOptions {
  return {
    font: wordFont(tokens, type.face),
    size: halfPoints(type.size),
    sizeComplexScript: halfPoints(type.size),
    bold: isBold(tokens, type),
    color: hexColor(tokens.colors[type.color]),
    ...(type.spacing !== undefined && { characterSpacing: twipsOfPoints(type.spacing) }),
  };
}

/** Whether Word sets a face bold at a weight: one that is heavy by itself would be smeared. */
export function isBold(tokens: ThemeTokens, { face, weight }: Pick<TypeStyle, 'face' | 'weight'>): boolean {
  return weight === 700 && faceOf(tokens, face).word_bold !== false;
}

/**
 * A paragraph style in a type role. Lines are exactly as high as the role says (twips), whatever font is there: Word
 * gives 微软雅黑 a third more than its size, and the page estimate would depend on fonts we do not have.
 */
export function textStyle(tokens: ThemeTokens, role: TypeRole, changes: StyleChanges = {}): TextStyle {
  const type = { ...tokens.type[role], ...changes.type };
  return {
    run: runStyle(tokens, type),
    paragraph: {
      ...changes.paragraph,
      spacing: {
        before: twipsOfPoints(changes.before ?? type.before ?? 0),
        after: twipsOfPoints(changes.after ?? type.after ?? 0),
        line: twipsOfPoints(type.leading),
        lineRule: LineRuleType.EXACT,
      },
    },
  };
}
