import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { escapeXml } from '../../../document/escape-xml.ts';
import type { Parts } from './zip.ts';

/** Families CSS names by kind, which are no fonts. */
const generic = new Set(['serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'system-ui']);

/**
 * Name the theme's Word fonts in the font table, each with the fonts that stand in for it on a computer without it, in
 * the order of the theme's `fallback` (`w:altName`, ECMA-376 17.8.3.1). The library leaves the table empty.
 */
export function nameFonts(parts: Parts, { faces }: ThemeTokens): void {
  const table = parts.get('word/fontTable.xml');
  if (typeof table !== 'string') return;
  const fonts = new Map(Object.values(faces).map(({ word, fallback }) => [word, fallback]));
  const entries = [...fonts].map(([name, fallback]) => {
    const others = fallback.filter((font) => font !== name && !generic.has(font));
    const instead = others.length > 0 ? `<w:altName w:val="${escapeXml(others.join(','))}"/>` : '';
    return `<w:font w:name="${escapeXml(name)}">${instead}</w:font>`;
  });
  parts.set(
    'word/fontTable.xml',
    table.replace(/\/>\s*$/, () => `>${entries.join('')}</w:fonts>`),
  );
}
