import { LineRuleType, type IParagraphStyleOptions, type IRunStylePropertiesOptions } from 'docx';
import type { ThemeTokens, TypeRole, TypeStyle } from '../../../validate/schema/theme.ts';
import { halfPoints, hexColor, twipsOfPoints } from '../units.ts';
import { wordFont } from './font.ts';

type ParagraphProperties = NonNullable<IParagraphStyleOptions['paragraph']>;

/** What a style changes of the type role it is set in; `before` and `after` are points. */
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
    bold: type.weight === 700,
    color: hexColor(tokens.colors[type.color]),
  };
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
        before: twipsOfPoints(changes.before ?? 0),
        after: twipsOfPoints(changes.after ?? 0),
        line: twipsOfPoints(type.leading),
        lineRule: LineRuleType.EXACT,
      },
    },
  };
}
