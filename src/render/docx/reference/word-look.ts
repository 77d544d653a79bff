import {
  Document,
  ImportedXmlComponent,
  Packer,
  readTheme,
  type IPropertiesOptions,
  type IStylesOptions,
} from 'docx';
import { unpack } from '../package/zip.ts';
import { findElement, findElements, parseXml, XmlBroken, type XmlElement } from '../xml.ts';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { documentTheme } from '../document-theme.ts';
import { hexColor } from '../units.ts';
import { mergeStyles } from './merge-styles.ts';
import type { ReferenceStyles } from './read-reference.ts';
import { withReadableTitle } from './readable-title.ts';
import { namedFonts } from './style-sheet.ts';
import { writeElement } from './write-element.ts';

type ThemeOptions = NonNullable<IPropertiesOptions['theme']>;

/** How a document looks, as the library takes it. */
export interface WordLook {
  readonly styles: IStylesOptions;
  readonly theme: ThemeOptions;
  /** Fonts it names besides those of the theme; the page estimate needs to know them. */
  readonly fonts: readonly string[];
}

/** The look of a theme with our `styles`, and what its Word file says put in their place. */
export async function wordLook(
  tokens: ThemeTokens,
  styles: IStylesOptions,
  reference: ReferenceStyles | undefined,
): Promise<WordLook> {
  const own = { styles, theme: documentTheme(tokens), fonts: [] };
  if (!reference) return own;
  const field = tokens.cover.field === 'primary' ? hexColor(tokens.colors.primary) : undefined;
  const ours = await written(own.styles);
  const both = mergeStyles(ours, parseXml(reference.styles));
  const merged = field === undefined ? both : withReadableTitle(both, ours, field);
  const theme = reference.theme === undefined ? undefined : parseXml(reference.theme);
  const taken = theme && isUsable(theme) ? readTheme(reference.theme ?? '') : undefined;
  return {
    styles: {
      importedStyles: merged.children.map((style) => ImportedXmlComponent.fromXmlString(writeElement(style))),
    },
    theme: { ...own.theme, ...taken },
    fonts: [...new Set([...namedFonts(merged), ...(theme && taken ? namedFonts(theme) : [])])],
  };
}

/**
 * Our styles as the library writes them: the one form in which they can be compared with another document's. Names of
 * lists stay names, since this document has none; the report's own packing numbers them.
 */
async function written(styles: IStylesOptions): Promise<XmlElement> {
  const packed = await Packer.toArrayBuffer(new Document({ styles, sections: [] }));
  const part = unpack(new Uint8Array(packed), (name) => name === 'word/styles.xml').get('word/styles.xml');
  if (typeof part !== 'string') throw new XmlBroken('no styles written');
  return parseXml(part);
}

/** Whether a theme names its colours and fonts in a way the library reads; one that does not is left alone. */
function isUsable(theme: XmlElement): boolean {
  const colors = findElement(theme, 'a:clrScheme');
  const given = colors ? findElements(colors, 'a:srgbClr') : [];
  return (
    theme.name === 'a:theme' &&
    colors?.children.length === 12 &&
    findElement(theme, 'a:fontScheme') !== undefined &&
    given.every(({ attributes }) => /^[0-9A-Fa-f]{6}$/.test(attributes.val ?? ''))
  );
}
