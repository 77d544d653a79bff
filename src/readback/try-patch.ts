import { check } from '../check/index.ts';
import type { Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import { derive } from '../derive/index.ts';
import { Diagnostics, ReportError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { load, type Request } from '../load/index.ts';
import { proofread, type Examined } from '../pipeline.ts';
import { validate } from '../validate/index.ts';
import type { FigureChange } from './judge-figures.ts';
import type { FilePatch } from './propose-patch.ts';

/** What the data would be with a patch. */
export interface Trial {
  /** False when the data could not be read any more, or other figures than those meant would change. */
  readonly isSound: boolean;
  /** Keys that would change though nobody changed them, or not become what was typed. */
  readonly astray: readonly string[];
  /** Errors and warnings there would be, those there are already among them. */
  readonly diagnostics: readonly Diagnostic[];
  /** There when the data could be read and checked, whatever the checks said. */
  readonly examined?: Examined;
}

/**
 * Read and check the report as if the patches were made. What the checks then say, such as a sum that does not hold any
 * more or a ledger that has another number, is for the officer to settle and does not make the patch unsound.
 */
export async function tryPatch(
  patches: readonly FilePatch[],
  meant: readonly FigureChange[],
  present: Facts,
  request: Request,
  host: Host,
  language: 'zh' | 'en',
): Promise<Trial> {
  const texts = new Map(patches.map(({ file, after }) => [file, after]));
  const patched: Host = {
    ...host,
    readText: async (path) => texts.get(path) ?? (await host.readText(path)),
  };
  const diagnostics = new Diagnostics(language);
  let astray: readonly string[] | undefined;
  let examined: Examined | undefined;
  try {
    const inputs = validate(request, await load(request, patched, diagnostics), diagnostics);
    const facts = derive(inputs, diagnostics);
    diagnostics.throwIfErrors();
    astray = strays(statedIn(present), statedIn(facts), meant);
    const checks = check(inputs, facts, diagnostics, false);
    examined = { inputs, facts, checks };
    diagnostics.throwIfErrors();
    proofread(examined, { host: patched, diagnostics, onStage: () => undefined });
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
  }
  const isSound = astray?.length === 0;
  return { isSound, astray: astray ?? [], diagnostics: diagnostics.all, ...(examined && { examined }) };
}

/** Every figure the data state, those of the plan's targets too. */
function statedIn({ figures, targets }: Facts): Map<string, Figure> {
  const goals = [...targets.values()].flatMap(({ base, target }) => [base, target]);
  const all = [...goals, ...figures.values()].filter(({ provenance }) => provenance.formula === undefined);
  return new Map(all.map((figure) => [figure.key, figure]));
}

/** Figures that differ and should not, or should and do not. */
function strays(
  present: ReadonlyMap<string, Figure>,
  next: ReadonlyMap<string, Figure>,
  meant: readonly FigureChange[],
): string[] {
  const wanted = new Map(meant.flatMap(({ key, typed }) => (typed ? [[key, typed] as const] : [])));
  return [...new Set([...present.keys(), ...next.keys()])].filter((key) => {
    const [one, other] = [wanted.get(key) ?? present.get(key), next.get(key)];
    return one?.value !== other?.value || one?.unit !== other?.unit || one?.to !== other?.to;
  });
}
