import type { IPropertiesOptions } from 'docx';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { hexColor } from './units.ts';

/**
 * The Office theme of the document: the palette an officer picks from when adding a chart, and the fonts of charts.
 * Both theme fonts are the sans face; running text names its own fonts in its styles.
 */
export function documentTheme({ colors, faces }: ThemeTokens): NonNullable<IPropertiesOptions['theme']> {
  const font = { latin: faces.sans.word, eastAsia: faces.sans.word };
  const [first, second, third, fourth] = colors.steps.map(hexColor);
  return {
    colors: {
      dark1: hexColor(colors.ink),
      light1: hexColor(colors.paper),
      dark2: hexColor(colors.primary),
      light2: hexColor(colors.tint),
      ...(first !== undefined && { accent1: first }),
      ...(second !== undefined && { accent2: second }),
      ...(third !== undefined && { accent3: third }),
      ...(fourth !== undefined && { accent4: fourth }),
      accent5: hexColor(colors.second),
      accent6: hexColor(colors.accent),
      hyperlink: hexColor(colors.primary),
      followedHyperlink: hexColor(colors.primary),
    },
    fonts: { headings: font, body: font },
  };
}
