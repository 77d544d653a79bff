import { isAbsolute } from 'node:path';
import { sha256 } from '../cache/digest.ts';
import { keep, recall, resultName } from '../cache/kept-results.ts';
import type { ReportDocument } from '../document/document.ts';
import { typefacesOf } from '../fonts/faces.ts';
import type { Host } from '../host.ts';
import { usualDocx } from '../render/docx/docx-options.ts';
import type { FormatId } from '../render/formats.ts';
import type { Rendered, RenderTools } from '../render/index.ts';
import { browserIdentity } from '../render/pdf/browser-identity.ts';
import { cachedByPuppeteer } from '../render/pdf/find-browser.ts';
import type { Run } from '../run.ts';
import type { Theme } from '../validate/schema/theme.ts';

type Tools = Omit<RenderTools, 'fonts' | 'signal'>;

/**
 * Render a document in several formats and read each back. What an earlier run has made of the same document, read back
 * and found nothing to say about is taken as it is; a document somebody has to be told something about is made anew each
 * time. Reports what `renderAll` and the audit report.
 */
export async function makeDocuments(
  asked: readonly FormatId[],
  document: ReportDocument,
  theme: Theme,
  tools: Tools,
  onStage: Run['onStage'],
): Promise<ReadonlyMap<FormatId, Rendered>> {
  const { host, diagnostics } = tools;
  onStage('render');
  const names = await resultNames(asked, document, theme, tools);
  const made = new Map<FormatId, Rendered>();
  for (const format of asked) {
    const kept = await recall<Rendered>(host, names[format]);
    if (kept) made.set(format, kept);
  }
  const wanted = asked.filter((format) => !made.has(format));
  if (wanted.length === 0) return made;

  const [{ beginAudit }, { renderAll }] = await Promise.all([
    import('../audit/index.ts'),
    import('../render/render-all.ts'),
  ]);
  const told = diagnostics.all.length;
  const audit = beginAudit(document, wanted, diagnostics, theme.tokens);
  const rendered = await renderAll(wanted, document, theme, tools, audit.take);
  onStage('audit');
  await audit.finish();
  if (diagnostics.all.length === told)
    for (const [format, file] of rendered) await keep(host, names[format], file);
  return new Map(
    asked.flatMap((format) => {
      const file = made.get(format) ?? rendered.get(format);
      return file ? [[format, file]] : [];
    }),
  );
}

/** What each format is made from besides the document and the theme. */
async function resultNames(
  asked: readonly FormatId[],
  document: ReportDocument,
  theme: Theme,
  { host, docx = usualDocx }: Tools,
): Promise<Record<FormatId, string>> {
  const madeFrom = [document, theme, await ownFonts(theme, host)];
  const browser = asked.includes('pdf') ? await browserIdentity(host, cachedByPuppeteer()) : [];
  return {
    html: resultName(host, 'html', madeFrom),
    docx: resultName(host, 'docx', madeFrom, docx),
    pdf: resultName(host, 'pdf', madeFrom, browser),
  };
}

/** Digests of the font files a theme brings; those of packages are the program's. */
async function ownFonts({ tokens }: Theme, host: Host): Promise<string[]> {
  const own = typefacesOf(tokens.faces).filter(({ path }) => !isAbsolute(path));
  return Promise.all(own.map(async ({ path }) => sha256(await host.readBytes(path))));
}
