import type { Host } from '../host.ts';
import type { FigureChange } from './judge-figures.ts';
import { unifiedDiff } from './unified-diff.ts';
import { applyEdits, editsFor, type TextEdit } from './yaml-edits.ts';

/** One file of the project as it is and as it would be. */
export interface FilePatch {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** Both as a unified diff. */
  readonly diff: string;
}

/** What can be written into the data, and the figures with the verdicts of those that cannot after all. */
export interface Proposal {
  readonly figures: readonly FigureChange[];
  readonly patches: readonly FilePatch[];
}

/** Turn proposed numbers into changes of the files they stand in; nothing is written. */
export async function proposePatch(figures: readonly FigureChange[], host: Host): Promise<Proposal> {
  const sources = new Map<string, string>();
  const edits = new Map<string, TextEdit[]>();
  const judged: FigureChange[] = [];
  for (const change of figures) {
    const { figure, typed } = change;
    if (change.verdict !== 'proposed' || !figure || !typed) {
      judged.push(change);
      continue;
    }
    const { file } = figure.place;
    const source = sources.get(file) ?? (await host.readText(file)) ?? '';
    sources.set(file, source);
    const own = editsFor(figure, typed, source);
    const all = [...(edits.get(file) ?? []), ...(own ?? [])];
    // Two figures may share a number: a target's base year, for one.
    const verdict = !own ? 'unwritable' : applyEdits(source, all) === undefined ? 'conflict' : 'proposed';
    if (verdict === 'proposed') edits.set(file, all);
    judged.push({ ...change, verdict });
  }
  const patches = [...edits].map(([file, all]) => {
    const before = sources.get(file) ?? '';
    const after = applyEdits(before, all) ?? before;
    return { file, before, after, diff: unifiedDiff(file, before, after) };
  });
  return { figures: judged, patches };
}
