import { toHtml } from 'hast-util-to-html';
import { toPng } from '../../src/charts/rasterize.ts';
import { Diagnostics, ReportError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../src/diagnostics/format.ts';
import type { ReportDocument } from '../../src/document/document.ts';
import { createHost, type Host } from '../../src/host.ts';
import { composeReport, examineReport } from '../../src/pipeline.ts';
import { renderDocx } from '../../src/render/docx/render-docx.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { projectRoot } from '../project-copy.ts';
import { textOf, type Case } from './samples.ts';

/** What came of a case: what is wrong with the program, and how far the report came. */
export interface Verdict {
  readonly faults: readonly string[];
  readonly end: 'refused' | 'drawn' | 'rendered';
  readonly codes: readonly string[];
}

export interface Trying {
  /** Make the DOCX of every so manieth report that can be drawn; it takes a second. */
  readonly docxEvery?: number;
}

const original = createHost(projectRoot);
const kept = new Map<string, Promise<string | undefined>>();

/** The project with one file that says something else. */
function changedHost({ file, mutation }: Case): Host {
  return {
    ...original,
    readText(path) {
      if (path === file) return Promise.resolve(mutation.bytes.toString('utf8'));
      const known = kept.get(path) ?? original.readText(path);
      kept.set(path, known);
      return known;
    },
    readBytes: (path) => original.readBytes(path),
  };
}

/** Run a case as far as it comes. Whatever is thrown but a `ReportError` is a fault, and so is what a reader cannot use. */
export async function tryCase(tried: Case, { docxEvery = 0 }: Trying = {}): Promise<Verdict> {
  const { region, period, theme } = tried;
  const language = tried.index % 2 === 0 ? 'en' : 'zh';
  const diagnostics = new Diagnostics(language);
  const host = changedHost(tried);
  const run = { host, diagnostics, onStage: () => undefined };
  const faults: string[] = [];
  let end: Verdict['end'] = 'refused';
  try {
    const examined = await examineReport({ region, period, theme, language: 'zh-CN' }, run);
    const document = await composeReport(examined, run);
    end = 'drawn';
    faults.push(...faultsOfText(tried, visibleText(document), 'the tree'));
    const html = renderHtml(document, examined.inputs.theme, { mode: 'file' });
    faults.push(...faultsOfText(tried, html.replace(/<style>[\s\S]*<\/style>/, ''), 'HTML'));
    if (docxEvery > 0 && tried.index % docxEvery === 0) {
      await renderDocx(document, examined.inputs.theme, {
        host,
        diagnostics,
        rasterize: (svg) => toPng(svg),
      });
      end = 'rendered';
    }
  } catch (error) {
    if (!(error instanceof ReportError)) faults.push(`thrown: ${describe(error)}`);
  }
  faults.push(...diagnostics.all.flatMap((diagnostic) => faultsOf(tried, diagnostic)));
  for (const diagnostic of diagnostics.all)
    formatDiagnostic(diagnostic, { language, color: true, source: () => tried.mutation.bytes.toString() });
  return { faults, end, codes: [...new Set(diagnostics.all.map(({ code }) => code))] };
}

const visibleText = ({ tree, drawings, meta }: ReportDocument): string =>
  [toHtml(tree), JSON.stringify(meta), ...Object.values(drawings).map(({ svg, alt }) => svg + alt)].join(
    '\n',
  );

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What no message and no page may say; names of the program's insides that its user cannot know. */
const leaks = /\bundefined\b|\[object \w+\]|\bNaN\b|^\s+at .+:\d+:\d+\)?$/m;

function faultsOfText(tried: Case, text: string, where: string): string[] {
  const found = leaks.exec(text);
  if (!found || says(tried, found[0])) return [];
  return [`${where} says ${text.slice(Math.max(found.index - 60, 0), found.index + 60)}`];
}

/** Whether the changed file says so itself. */
function says({ file, mutation }: Case, word: string): boolean {
  const counted = (text: string): number => text.toLowerCase().split(word.toLowerCase()).length;
  const text = mutation.bytes.toString();
  return counted(text) > counted(textOf(file)) || /\.nan\b/i.test(text);
}

function faultsOf(tried: Case, diagnostic: Diagnostic): string[] {
  const { code, severity, message, hint = '', file, line, column } = diagnostic;
  const faults = faultsOfText(tried, `${message}\n${hint}`, `${code} (message)`);
  if (severity === 'error' && (file === undefined || !(line! >= 1) || !(column! >= 1)))
    faults.push(`${code} has no place: ${message}`);
  if (message.length > 2000) faults.push(`${code} has a message of ${String(message.length)} characters`);
  return faults;
}
