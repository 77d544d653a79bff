import { toPng } from '../../charts/rasterize.ts';
import type { ReportDocument } from '../../document/document.ts';
import { cutFiles } from '../../fonts/cut-files.ts';
import { typefacesOf } from '../../fonts/faces.ts';
import type { Theme } from '../../validate/schema/theme.ts';
import type { DocxResult } from './built-docx.ts';
import { renderDocx, type DocxTools } from './render-docx.ts';

/** `renderDocx` with what Word cannot draw as pictures, set in the theme's faces. */
export async function renderWithPictures(
  document: ReportDocument,
  theme: Theme,
  tools: Omit<DocxTools, 'rasterize'>,
): Promise<DocxResult> {
  const { faces } = theme.tokens;
  const drawn = Object.values(document.drawings).flatMap(({ native, svg }) => (native ? [] : [svg]));
  const { files, remove } = await cutFiles(tools.host, typefacesOf(faces), drawn.join(''));
  const rasterize = (svg: string): Promise<Uint8Array> => toPng(svg, { files, family: faces.sans.family });
  try {
    return await renderDocx(document, theme, { ...tools, rasterize });
  } finally {
    remove();
  }
}
