import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toPng } from '../../src/charts/rasterize.ts';
import { Diagnostics, ReportError } from '../../src/diagnostics/diagnostic.ts';
import { typefacesOf } from '../../src/fonts/faces.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';
import { buildReport, composeReport, examineReport } from '../../src/pipeline.ts';
import { renderDocx } from '../../src/render/docx/render-docx.ts';
import { unpack, type Parts } from '../../src/render/docx/package/zip.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import { documentCharacters } from '../../src/render/html/document-characters.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import { quietRun, request } from '../examine-project.ts';
import { projectRoot, type ProjectCopy } from '../project-copy.ts';

/** Everything that is made of one report. */
export interface PlantedReport {
  /** Of the HTML file. */
  readonly path: string;
  readonly html: string;
  readonly tree: Root;
  readonly word: Parts;
  /** Absent where nothing was written. */
  readonly workbook: Parts | undefined;
  readonly pdf: Uint8Array;
  /** Texts of the files in JSON, by name. */
  readonly ledgers: ReadonlyMap<string, string>;
}

/** Every YAML file of the project: no hand decides which of them have texts. */
export const yamlFiles: readonly string[] = ['data', 'seeds', 'templates'].flatMap(yamlOf);

function yamlOf(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? yamlOf(path) : path.endsWith('.yaml') ? [path] : [];
    })
    .sort();
}

/** Put files of a copy back as the project has them. */
export async function putBackFiles(copy: ProjectCopy, files: readonly string[]): Promise<void> {
  for (const file of files) await copy.write(file, new Uint8Array(readFileSync(join(projectRoot, file))));
}

/** What a build writes; undefined where what was read back is not what was to be said, as when words of the language are hostile. */
async function built(
  build: () => Promise<unknown>,
  folder: string,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
    if (!errors.every(({ code }) => code.startsWith('AUDIT_'))) throw error;
    return undefined;
  }
  return new Map(readdirSync(folder).map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]));
}

/**
 * Make a report of a changed project in every format. The PDF is printed but not audited: texts that are pages too long
 * break rules of layout, which is not what is looked at.
 */
export async function makeReport(
  copy: ProjectCopy,
  { region, period }: { readonly region: string; readonly period: string },
  folder: string,
): Promise<PlantedReport> {
  const run = quietRun(copy.root);
  const engines = new OwnEngines(run.host);
  const asked = { ...request, region, period };
  const out = join(copy.root, folder);
  try {
    const examined = await examineReport(asked, run);
    const document = await composeReport(examined, run);
    const { theme } = examined.inputs;
    const fonts = await subsetFonts(run.host, documentCharacters(document), typefacesOf(theme.tokens.faces));
    const options = { print: engines.print, fonts, diagnostics: new Diagnostics('en') };
    const { bytes: pdf } = await renderPdf(document, theme, options);
    const files = await built(() => buildReport({ ...asked, formats: ['html', 'docx'], out, final: false }, run, engines), join(out, `${region}-${period}`)); // prettier-ignore
    const html = files?.get(`${region}-${period}.html`) ?? new TextEncoder().encode(renderHtml(document, theme, { mode: 'file' })); // prettier-ignore
    const word = files?.get(`${region}-${period}.docx`) ?? (await renderDocx(document, theme, { ...run, rasterize: (svg) => toPng(svg) })).bytes; // prettier-ignore
    const workbook = files?.get('figures.xlsx');
    const path = join(copy.root, `${folder}.html`);
    writeFileSync(path, html);
    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    return {
      path,
      html: text(html),
      tree: fromHtml(text(html)),
      word: unpack(word),
      workbook: workbook && unpack(workbook),
      pdf,
      ledgers: new Map([...(files ?? [])].flatMap(([name, bytes]) => (name.endsWith('.json') ? [[name, text(bytes)]] : []))),
    }; // prettier-ignore
  } finally {
    await engines.close();
  }
}
