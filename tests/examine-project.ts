import type { Prose } from '../src/compose/prose.ts';
import { composeReport, examineReport, type Examined, type Run } from '../src/pipeline.ts';
import { compose, type Composed } from '../src/compose/index.ts';
import { createContext, type ComposeContext } from '../src/compose/context.ts';
import { Diagnostics, ReportError, type Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { createHost } from '../src/host.ts';
import { parseYaml } from '../src/load/yaml-file.ts';
import { borrowCopy } from './borrow-copy.ts';
import { projectRoot, type ChangeableProject } from './project-copy.ts';

export const request = { period: '2022', theme: 'whitepaper', language: 'zh-CN' };

/** What came of running a project up to the composed tree. Anything but a `ReportError` fails the test. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly examined?: Examined;
  readonly composed?: Composed;
}

export function quietRun(root: string): Run {
  return { host: createHost(root), diagnostics: new Diagnostics('en'), onStage: () => undefined };
}

/** Load, validate, derive, check and compose; with `draw`, draw the charts too. */
export async function runProject(
  root: string = projectRoot,
  change: Partial<typeof request & { region: string; final: boolean; draw: boolean }> = {},
): Promise<Outcome> {
  const run = quietRun(root);
  const { diagnostics } = run;
  const outcome: { diagnostics: readonly Diagnostic[]; examined?: Examined; composed?: Composed } = {
    diagnostics: diagnostics.all,
  };
  try {
    const { draw, ...asked } = change;
    outcome.examined = await examineReport({ ...request, ...asked }, run);
    if (draw) await composeReport(outcome.examined, run);
    else {
      const { inputs, facts, checks } = outcome.examined;
      outcome.composed = compose(inputs, facts, checks, diagnostics);
      diagnostics.throwIfErrors();
    }
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
  }
  return outcome;
}

/** Run a changed copy of the project. */
export function runChanged(
  change: (copy: ChangeableProject) => Promise<void>,
  asked: Parameters<typeof runProject>[1] = {},
): Promise<Outcome & { readonly read: (file: string) => string }> {
  return borrowCopy(change, async (copy) => {
    const outcome = await runProject(copy.root, asked);
    const texts = new Map<string, string>();
    for (const { file } of outcome.diagnostics)
      if (file !== undefined && !texts.has(file)) {
        const text = await copy.read(file).catch(() => '');
        texts.set(file, text.length < 1_000_000 ? text : '');
      }
    return { ...outcome, read: (file) => texts.get(file) ?? '' };
  });
}

/** `line:column` of a text that stands once in a file, counted here and not by the program. */
export function placeOf(text: string, what: string): string {
  const parts = text.replace(/^\uFEFF/, '').split(what);
  if (parts.length !== 2) throw new Error(`${String(parts.length - 1)} places with ${what}`);
  const lines = parts[0]!.split(/\r?\n/);
  return `${String(lines.length)}:${String(lines.at(-1)!.length + 1)}`;
}

/** A context of the real project, to run a text or a helper in. */
export async function projectContext(): Promise<ComposeContext> {
  const { examined } = await runProject();
  return createContext(examined!.inputs, examined!.facts, new Diagnostics('en'));
}

/** A text as it would stand in a data file, for `runProse`. */
export function prose(text: string): Prose {
  const yaml = parseYaml(`text: ${JSON.stringify(text)}\n`, 'data/test.yaml', new Diagnostics('en'))!;
  return { text, yaml, path: ['text'] };
}
