import { isAbsolute } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { Diagnostics, ReportError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ReportDocument } from '../document/document.ts';
import type { Host } from '../host.ts';
import type { Request } from '../load/index.ts';
import { composeReport, examineReport, type Examined } from '../pipeline.ts';
import { renderHtml } from '../render/html/render-html.ts';
import type { FilesRead } from './files-read.ts';
import { draftHead, draftPolicy } from './draft-page.ts';
import { markChecks, toShown, type ShownCheck } from './mark-checks.ts';
import { previewFontsOf } from './preview-fonts.ts';
import { internalProblem, toProblems, type Problem } from './problem.ts';

/** A report as it was composed, for whoever asks more than the page says. */
export interface Draft {
  readonly examined: Examined;
  readonly document: ReportDocument;
  /** The files it was composed from. */
  readonly files: FilesRead;
}

/** What came of one build. */
export interface PreviewBuild {
  /** Undefined when the input is wrong, or the program. */
  readonly html: string | undefined;
  /** There with `html`. */
  readonly draft?: Draft;
  readonly problems: readonly Problem[];
  /** Empty without a page. */
  readonly checks: readonly ShownCheck[];
  readonly diagnostics: readonly Diagnostic[];
  /** The files it was made from. */
  readonly files: FilesRead;
  /** What was thrown where the program is wrong. */
  readonly defect?: Error;
}

export interface PreviewBuildOptions {
  readonly host: Host;
  readonly language: 'zh' | 'en';
  /** Number the page is to have. */
  readonly page: number;
  /** Asked between stages; a build that has become pointless ends there. */
  readonly isOutdated: () => boolean;
}

/** Thrown between two stages of a build nobody wants any more; never leaves this file. */
class Outdated extends Error {
  override readonly name = 'Outdated';
}

/** Compose the report as every build does and render its page; undefined when it was out of date before it was done. */
export async function buildPreview(
  request: Request,
  options: PreviewBuildOptions,
): Promise<PreviewBuild | undefined> {
  const { language, page, isOutdated } = options;
  const diagnostics = new Diagnostics(language);
  const { host, files } = rememberFiles(options.host);
  const onStage = (): void => {
    if (isOutdated()) throw new Outdated();
  };
  const build = (html?: string, draft?: Draft): PreviewBuild => {
    const checks = draft ? toShown(draft.examined.checks) : [];
    const problems = toProblems(diagnostics.all, files);
    return { html, ...(draft && { draft }), checks, problems, diagnostics: diagnostics.all, files };
  };
  try {
    const run = { host, diagnostics, onStage };
    // Stages leave no room for what else there is to do, and for the next save to be noticed.
    const examined = await examineReport(request, run);
    await pause();
    const document = await composeReport(examined, run);
    const draft = { examined, document, files: new Map(files) };
    await pause();
    onStage();
    const tree = markChecks(document.tree, examined.checks, language);
    const html = renderHtml({ ...document, tree }, examined.inputs.theme, {
      mode: 'preview',
      fonts: await previewFontsOf(document, examined.inputs.theme, host),
      preview: { head: draftHead(page), policy: draftPolicy },
    });
    return build(html, draft);
  } catch (error) {
    // What a build finds among files that are changing is not worth showing: the next one is on its way.
    if (error instanceof Outdated || isOutdated()) return undefined;
    if (error instanceof ReportError) return build();
    const found = build();
    const defect = error instanceof Error ? error : new Error(String(error));
    return { ...found, problems: [...found.problems, internalProblem(defect, language)], defect };
  }
}

/** A host that keeps what it read: for the lines diagnostics point at, and for knowing which saves matter. */
function rememberFiles(host: Host): { host: Host; files: FilesRead } {
  const files = new Map<string, string | Uint8Array | undefined>();
  const readText = async (path: string): Promise<string | undefined> => {
    const text = await host.readText(path);
    files.set(path, text);
    return text;
  };
  const readBytes = async (path: string): Promise<Uint8Array> => {
    const bytes = await host.readBytes(path);
    // The faces of packages are no files of the project.
    if (!isAbsolute(path)) files.set(path, bytes);
    return bytes;
  };
  return { host: { ...host, readText, readBytes }, files };
}
