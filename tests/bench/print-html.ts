import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { ReportDocument } from '../../src/document/document.ts';
import { typefacesOf } from '../../src/fonts/faces.ts';
import { fontFaceCss } from '../../src/fonts/font-face-css.ts';
import type { FontSubset } from '../../src/fonts/subset.ts';
import { createHost } from '../../src/host.ts';
import { composeReport, examineReport } from '../../src/pipeline.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { prepareFonts } from '../../src/render/index.ts';
import type { Theme } from '../../src/validate/schema/theme.ts';

export interface Composed {
  readonly document: ReportDocument;
  readonly theme: Theme;
  readonly fonts: FontSubset;
}

/** A report of the default region, ready to be rendered. */
export async function composeForBench(period: string): Promise<Composed> {
  const host = createHost();
  const diagnostics = new Diagnostics();
  const run = { host, diagnostics, onStage: () => undefined };
  const examined = await examineReport({ period, theme: 'whitepaper', language: 'zh-CN' }, run);
  const document = await composeReport(examined, run);
  const { theme } = examined.inputs;
  return { document, theme, fonts: await prepareFonts(document, theme, host, diagnostics) };
}

/** The HTML a PDF is printed from, with its fonts beside it, and free to load them from a file. Returns its path. */
export async function writePrintHtml({ document, theme, fonts }: Composed, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const faces = typefacesOf(theme.tokens.faces);
  for (const { id } of faces) await writeFile(join(folder, `${id}.ttf`), fonts.files[id] ?? '');
  const css = fontFaceCss(({ id }) => `${id}.ttf`, faces);
  const page = renderHtml(document, theme, { mode: 'print', fonts: { css } });
  const file = join(folder, 'report.html');
  await writeFile(file, page.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, ''));
  return file;
}
