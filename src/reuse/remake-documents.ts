import { isAbsolute } from 'node:path';
import { sha256 } from '../cache/digest.ts';
import { keep, recall, resultName } from '../cache/kept-results.ts';
import type { ReportDocument } from '../document/document.ts';
import { typefacesOf } from '../fonts/faces.ts';
import { ReportError, type Diagnostics } from '../diagnostics/diagnostic.ts';
import { tell } from '../diagnostics/recorded.ts';
import { noResults } from '../host/results.ts';
import type { Host } from '../host.ts';
import type { Engines } from '../make/engines.ts';
import type { DocxOptions } from '../render/docx/docx-options.ts';
import type { FormatId } from '../render/formats.ts';
import type { Rendered } from '../render/index.ts';
import { browserIdentity } from '../render/pdf/browser-identity.ts';
import { cachedByPuppeteer } from '../render/pdf/find-browser.ts';
import type { Run } from '../run.ts';
import type { Theme } from '../validate/schema/theme.ts';

interface Tools {
  readonly host: Host;
  readonly diagnostics: Diagnostics;
  readonly engines: Engines;
  readonly docx: DocxOptions;
}

/**
 * Make a document in several formats, each read back. What an earlier run has made of the same document, read back
 * and found nothing to say about is taken as it is; a document somebody has to be told something about is made anew each
 * time. Reports what the renderers and the audit report.
 */
export async function remakeDocuments(
  asked: readonly FormatId[],
  document: ReportDocument,
  theme: Theme,
  { host, diagnostics, engines, docx }: Tools,
  onStage: Run['onStage'],
): Promise<ReadonlyMap<FormatId, Rendered>> {
  onStage('render');
  const ownFonts = await readOwnFonts(theme, host);
  const names = await resultNames(asked, [document, theme, digests(ownFonts)], docx, host);
  const found = new Map<FormatId, Rendered>();
  for (const format of asked) {
    const kept = await recall<Rendered>(host, names[format]);
    if (kept) found.set(format, kept);
  }
  const wanted = asked.filter((format) => !found.has(format));
  if (wanted.length > 0) {
    const { makeDocuments } = await import('../make/make-documents.ts');
    const job = { document, theme, docx, ownFonts, keeps: host.results !== noResults, audits: true };
    const onRendered = (): void => {
      onStage('audit');
    };
    for (const [format, { file, problems }] of await makeDocuments(wanted, job, {
      host,
      engines,
      onRendered,
    })) {
      tell(problems, diagnostics);
      if (file) found.set(format, file);
      if (file && problems.length === 0) await keep(host, names[format], file);
    }
  }
  // Whoever has no file has said why.
  if (found.size < asked.length) throw new ReportError(diagnostics.all);
  return new Map(
    asked.flatMap((format) => {
      const file = found.get(format);
      return file ? [[format, file]] : [];
    }),
  );
}

/** What each format is made from, besides what all are. */
async function resultNames(
  asked: readonly FormatId[],
  madeFrom: readonly unknown[],
  docx: DocxOptions,
  host: Host,
): Promise<Record<FormatId, string>> {
  const browser = asked.includes('pdf') ? await browserIdentity(host, cachedByPuppeteer()) : [];
  return {
    html: resultName(host, 'html', madeFrom),
    docx: resultName(host, 'docx', madeFrom, docx),
    pdf: resultName(host, 'pdf', madeFrom, browser),
  };
}

/** The font files a theme brings, by path; those of packages are the program's. */
async function readOwnFonts({ tokens }: Theme, host: Host): Promise<Record<string, Uint8Array>> {
  const own = typefacesOf(tokens.faces).filter(({ path }) => !isAbsolute(path));
  return Object.fromEntries(
    await Promise.all(own.map(async ({ path }) => [path, await host.readBytes(path)] as const)),
  );
}

const digests = (files: Readonly<Record<string, Uint8Array>>): string[] => Object.values(files).map(sha256);
