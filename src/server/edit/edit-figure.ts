import type { Host } from '../../host.ts';
import { currentDraft } from '../inspect/current-draft.ts';
import { findInDraft } from '../inspect/find-in-draft.ts';
import { projectFile } from '../project-file.ts';
import type { ReportSession } from '../report-session.ts';
import { editable } from './editable.ts';
import type { EditHistory } from './edit-history.ts';
import type { EditRequest } from './edit-request.ts';
import { planEdit } from './plan-edit.ts';
import { replaceFile } from './replace-file.ts';
import { textMark } from './text-mark.ts';
import { weighEdit, type Weighed } from './weigh-edit.ts';

/**
 * What came of an edit:
 *
 * - `saved`: it is in the file
 * - `weighed`: nothing was written, because nobody asked for it, or it is not valid, or not all checks hold
 * - `same`: the file says so already
 */
export type EditAnswer =
  | ({ readonly outcome: 'saved' | 'weighed'; readonly diff: string; readonly value: string } & Weighed)
  | { readonly outcome: 'same' };

/**
 * Why nothing came of an edit: no such `figure`; the file is not the one the page was made from (`changed`); it cannot
 * be changed in place (`fixed`); the system does not let us write it (`denied`).
 */
export type EditRefusal = 'figure' | 'changed' | 'fixed' | 'denied';

/**
 * Try a figure's new number and, unless it is a dry run, write it to its place in the YAML: nothing else in the file
 * changes. What is written is never more than what was weighed against the very text that stands on the disk.
 */
export async function editFigure(
  asked: EditRequest,
  session: ReportSession,
  history: EditHistory,
  host: Host,
): Promise<EditAnswer | EditRefusal> {
  return asked.dryRun
    ? edit(asked, session, undefined, host)
    : history.inTurn(() => edit(asked, session, history, host));
}

async function edit(
  asked: EditRequest,
  session: ReportSession,
  history: EditHistory | undefined,
  host: Host,
): Promise<EditAnswer | EditRefusal> {
  const { state, request, language } = session;
  const draft = await currentDraft(session, host);
  const figure = draft && findInDraft(draft, asked.key);
  if (!figure) return 'figure';
  const place = editable(figure, draft);
  if ('why' in place) return 'fixed';
  const { file, base } = place;
  const before = await host.readText(file);
  if (before === undefined || base !== asked.base || textMark(before) !== base) return 'changed';
  if (before.includes('\uFFFD') || (await projectFile(host, file)) === undefined) return 'fixed';
  if (asked.status && !place.status) return 'fixed';

  const planned = planEdit(figure, asked, before, draft.examined.facts.units, language);
  if (!('patch' in planned)) {
    const nothing = { mended: 0, fails: [], holds: [], figures: [], astray: [] };
    return planned.length === 0
      ? 'fixed'
      : { outcome: 'weighed', verdict: 'refused', problems: planned, diff: '', value: '', ...nothing };
  }
  const { patch, next } = planned;
  if (patch.after === before) return { outcome: 'same' };
  const present = state.problems as Parameters<typeof weighEdit>[3];
  const weighed = await weighEdit(figure, planned, draft, present, { request, host, language });
  const { diff } = patch;
  const isAgreed = weighed.verdict === 'fine' || (weighed.verdict === 'asks' && asked.anyway);
  if (!history || !isAgreed) return { outcome: 'weighed', diff, value: next.value, ...weighed };
  // Weighing takes a moment, in which somebody may have saved.
  const replaced = await replaceFile(host, file, before, patch.after);
  if (replaced !== 'replaced') return replaced;
  const { key, name } = figure;
  const [from, to] = [describe(figure), describe({ ...figure, ...next })];
  const statuses = next.status && next.status !== figure.status && ([figure.status, next.status] as const);
  const after = textMark(patch.after);
  history.record({ key, name, file, from, to, before, after, ...(statuses && { statuses }) });
  return { outcome: 'saved', diff, value: next.value, ...weighed };
}

function describe({ value, to }: { readonly value: string; readonly to?: string }): string {
  return to === undefined ? value : `${value}～${to}`;
}
