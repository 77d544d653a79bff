import { createContext, type ComposeContext } from '../../../src/compose/context.ts';
import { runProse } from '../../../src/compose/prose.ts';
import type { Figure } from '../../../src/derive/figure.ts';
import { Diagnostics, type Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { parseYaml } from '../../../src/load/yaml-file.ts';
import { projectContext } from '../../examine-project.ts';

let shared: Promise<ComposeContext> | undefined;

/** Changes to figures of the project, and figures made after one of them, by key. */
export type Changes = Readonly<Record<string, Partial<Figure> & { readonly like?: string }>>;

/** Run a text of the Xiamen report of 2022 over changed figures and give what is found. */
export async function lint(
  text: string,
  changes: Changes = {},
): Promise<{ readonly all: readonly Diagnostic[]; readonly html: string }> {
  const { inputs, facts } = await (shared ??= projectContext());
  const figures = new Map(facts.figures);
  const catalogue = { ...facts.catalogue };
  for (const [key, { like = key, ...change }] of Object.entries(changes)) {
    const model = figures.get(like);
    if (!model) throw new Error(`no figure ${like}`);
    const [region = '', period = '', indicator = ''] = key.split('/');
    figures.set(key, { ...model, key, region, period, indicator, writtenIn: period, ...change });
    catalogue[indicator] ??= { ...catalogue[model.indicator]!, unit: change.unit ?? model.unit };
  }
  const diagnostics = new Diagnostics('en');
  const context = createContext({ ...inputs, catalogue }, { ...facts, figures, catalogue }, diagnostics);
  const block = `text: |\n${text.replace(/^/gm, '  ')}\n`;
  const yaml = parseYaml(block, 'data/test.yaml', new Diagnostics())!;
  const html = runProse(context, { text: (yaml.value as { text: string }).text, yaml, path: ['text'] });
  return { all: diagnostics.all, html };
}

/** What is found in a text, as `CODE at what`, where `what` is the text from the place found, to as many characters. */
export async function found(text: string, changes: Changes = {}, length = 2): Promise<string[]> {
  const { all } = await lint(text, changes);
  const lines = text.split('\n');
  return all.map(({ code, file, line, column }) => {
    if (file !== 'data/test.yaml') throw new Error(`${code} in ${String(file)}`);
    // The first line of the block is "text: |", and each is indented by two.
    const at = lines[line! - 2]?.slice(column! - 3, column! - 3 + length) ?? '';
    return `${code} ${at}`;
  });
}
