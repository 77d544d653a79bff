import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { typefacesOf } from '../../src/fonts/faces.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';
import { buildReport, composeReport, examineReport } from '../../src/pipeline.ts';
import { unpack, type Parts } from '../../src/render/docx/package/zip.ts';
import { OwnEngines } from '../../src/render/engines.ts';
import { documentCharacters } from '../../src/render/html/document-characters.ts';
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
  readonly workbook: Parts;
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
    await buildReport({ ...asked, formats: ['html', 'docx'], out, final: false }, run, engines);
    const examined = await examineReport(asked, run);
    const document = await composeReport(examined, run);
    const { theme } = examined.inputs;
    const fonts = await subsetFonts(run.host, documentCharacters(document), typefacesOf(theme.tokens.faces));
    const options = { print: engines.print, fonts, diagnostics: new Diagnostics('en') };
    const { bytes: pdf } = await renderPdf(document, theme, options);
    const name = `${region}-${period}`;
    const read = (file: string): Uint8Array => new Uint8Array(readFileSync(join(out, name, file)));
    const html = new TextDecoder().decode(read(`${name}.html`));
    const json = readdirSync(join(out, name)).filter((file) => file.endsWith('.json'));
    return {
      path: join(out, name, `${name}.html`),
      html,
      tree: fromHtml(html),
      word: unpack(read(`${name}.docx`)),
      workbook: unpack(read('figures.xlsx')),
      pdf,
      ledgers: new Map(json.map((file) => [file, new TextDecoder().decode(read(file))])),
    };
  } finally {
    await engines.close();
  }
}
