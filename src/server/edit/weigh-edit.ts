import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Figure } from '../../derive/figure.ts';
import type { Host } from '../../host.ts';
import type { Request } from '../../load/index.ts';
import type { Examined } from '../../pipeline.ts';
import { tryPatch } from '../../readback/try-patch.ts';
import type { Draft } from '../build-preview.ts';
import { printedFigures } from '../inspect/current-draft.ts';
import { figureLink, type FigureLink } from '../inspect/figure-link.ts';
import { toShown, type ShownCheck } from '../mark-checks.ts';
import { toProblems, type Problem } from '../problem.ts';
import type { PlannedEdit } from './plan-edit.ts';

/** A figure that would be another. */
export interface ChangedFigure extends FigureLink {
  /** As printed now, and as it would be; one of them absent where it comes or goes. */
  readonly before?: string;
  readonly after?: string;
}

/** What would come of an edit, compared with the draft as it is. */
export interface Weighed {
  /** `refused`: the data would not be valid; `asks`: they would, but checks or texts speak against it. */
  readonly verdict: 'fine' | 'asks' | 'refused';
  /** Problems there would be that there are not now, errors first; and how many there are now that would go. */
  readonly problems: readonly Problem[];
  readonly mended: number;
  /** Checks that would fail and do not now; and those that fail now and would not. */
  readonly fails: readonly ShownCheck[];
  readonly holds: readonly ShownCheck[];
  /** Other figures that would change. */
  readonly figures: readonly ChangedFigure[];
  /** Other figures that are written in the same place and would change unasked. */
  readonly astray: readonly string[];
}

/** Read, check and compose the report as if the edit were made. */
export async function weighEdit(
  figure: Figure,
  { next, patch }: PlannedEdit,
  draft: Draft,
  present: readonly Diagnostic[],
  { request, host, language }: { request: Request; host: Host; language: 'zh' | 'en' },
): Promise<Weighed> {
  const { key } = figure;
  const meant = [{ key, verdict: 'proposed' as const, occurrences: [], figure, typed: next }];
  const { examined } = draft;
  const trial = await tryPatch([patch], meant, examined.facts, request, host, language);
  const texts = new Map([[patch.file, patch.after]]);
  const added = without(trial.diagnostics, present);
  const errors = added.filter(({ severity }) => severity === 'error');
  const problems = toProblems([...errors, ...added.filter((one) => !errors.includes(one))], texts);
  const mended = trial.examined ? without(present, trial.diagnostics).length : 0;
  const after = trial.examined && { examined: trial.examined, printed: printedFigures(trial.examined, host) };
  const isRefused = trial.astray.length > 0 || (!after && errors.length > 0);
  const fails = after ? newlyFailing(after.examined, examined) : [];
  return {
    verdict: isRefused ? 'refused' : errors.length > 0 || fails.length > 0 || !after ? 'asks' : 'fine',
    problems,
    mended,
    fails,
    holds: after ? newlyFailing(examined, after.examined) : [],
    figures: after ? changedFigures(key, draft, after) : [],
    astray: trial.astray,
  };
}

/** Those of some diagnostics that others do not have; a line more above one does not make it another. */
function without(diagnostics: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const identity = ({ code, file, message }: Diagnostic): string => `${code} ${file ?? ''} ${message}`;
  const known = new Set(others.map(identity));
  return diagnostics.filter((diagnostic) => !known.has(identity(diagnostic)));
}

/** Checks that fail in one examination and not in the other. */
function newlyFailing({ checks }: Examined, other: Examined): ShownCheck[] {
  const identity = ({ rule, figure }: ShownCheck): string => `${rule} ${figure}`;
  const failing = new Set(toShown(other.checks).filter(isFailing).map(identity));
  return toShown(checks).filter((check) => isFailing(check) && !failing.has(identity(check)));
}

function isFailing({ verdict }: ShownCheck): boolean {
  return verdict === 'fails';
}

function changedFigures(
  edited: string,
  { examined, document }: Draft,
  after: { readonly examined: Examined; readonly printed: Readonly<Record<string, Figure>> },
): ChangedFigure[] {
  const before = new Map([...examined.facts.figures, ...Object.entries(document.figures)]);
  const now = new Map([...after.examined.facts.figures, ...Object.entries(after.printed)]);
  const isComposed = Object.keys(after.printed).length > 0;
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), now.get(key)];
    const known = other ?? one;
    if (key === edited || !known || (!other && key.includes('#') && !isComposed)) return [];
    const [old, fresh] = [one, other].map((figure) => figure && figureLink(figure, examined.inputs).text);
    if (old === fresh) return [];
    const link = figureLink(known, examined.inputs);
    return [
      { ...link, ...(old !== undefined && { before: old }), ...(fresh !== undefined && { after: fresh }) },
    ];
  });
}
