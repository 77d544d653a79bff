import { isAbsolute } from 'node:path';
import type { ReportDocument } from '../document/document.ts';
import { typefacesOf } from '../fonts/faces.ts';
import { subsetFonts } from '../fonts/subset.ts';
import type { Host } from '../host.ts';
import { documentCharacters } from '../render/html/document-characters.ts';
import type { Theme } from '../validate/schema/theme.ts';
import { previewFonts } from './draft-page.ts';

/** `@font-face` rules of a draft: the bundled faces are served whole and once, a theme's own are cut at each save. */
export async function previewFontsOf(
  document: ReportDocument,
  theme: Theme,
  host: Host,
): Promise<{ readonly css: string }> {
  const own = typefacesOf(theme.tokens.faces).filter(({ path }) => !isAbsolute(path));
  if (own.length === 0) return previewFonts;
  const { css } = await subsetFonts(host, documentCharacters(document), own);
  return { css: `${previewFonts.css}\n${css}` };
}
