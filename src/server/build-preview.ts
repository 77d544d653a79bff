import { Diagnostics, ReportError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Request } from '../load/index.ts';
import { composeReport, examineReport } from '../pipeline.ts';
import { renderHtml } from '../render/html/render-html.ts';
import { markChecks, toShown, type ShownCheck } from './mark-checks.ts';
import { previewFontsOf } from './preview-fonts.ts';
import { previewPolicy } from './preview-page.ts';
import { internalProblem, toProblems, type Problem } from './problem.ts';

/** What came of one build. */
export interface PreviewBuild {
  /** Undefined when the input is wrong, or the program. */
  readonly html: string | undefined;
  readonly problems: readonly Problem[];
  /** Empty without a page. */
  readonly checks: readonly ShownCheck[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was thrown where the program is wrong. */
  readonly defect?: Error;
}

export interface PreviewBuildOptions {
  readonly host: Host;
  readonly language: 'zh' | 'en';
  /** Markup for the page's `<head>`: trusted. */
  readonly head: string;
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
  const { language, head, isOutdated } = options;
  const diagnostics = new Diagnostics(language);
  const { host, texts } = rememberTexts(options.host);
  const onStage = (): void => {
    if (isOutdated()) throw new Outdated();
  };
  const build = (html: string | undefined, checks: readonly ShownCheck[] = []): PreviewBuild => {
    return { html, checks, problems: toProblems(diagnostics.all, texts), diagnostics: diagnostics.all };
  };
  try {
    const run = { host, diagnostics, onStage };
    const examined = await examineReport(request, run);
    const document = await composeReport(examined, run);
    onStage();
    const tree = markChecks(document.tree, examined.checks, language);
    const html = renderHtml({ ...document, tree }, examined.inputs.theme, {
      mode: 'preview',
      fonts: await previewFontsOf(document, examined.inputs.theme, host),
      preview: { head, policy: previewPolicy },
    });
    return build(html, toShown(examined.checks));
  } catch (error) {
    // What a build finds among files that are changing is not worth showing: the next one is on its way.
    if (error instanceof Outdated || isOutdated()) return undefined;
    if (error instanceof ReportError) return build(undefined);
    const found = build(undefined);
    const defect = error instanceof Error ? error : new Error(String(error));
    return { ...found, problems: [...found.problems, internalProblem(defect, language)], defect };
  }
}

/** A host that keeps the texts it read, so that a diagnostic shows the line it was made from. */
function rememberTexts(host: Host): { host: Host; texts: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  const readText = async (path: string): Promise<string | undefined> => {
    const text = await host.readText(path);
    if (text !== undefined) texts.set(path, text);
    return text;
  };
  return { host: { ...host, readText }, texts };
}
