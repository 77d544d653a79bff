import { Diagnostics, ReportError } from '../../diagnostics/diagnostic.ts';
import type { Figure } from '../../derive/figure.ts';
import type { Host } from '../../host.ts';
import { proofread, type Examined } from '../../pipeline.ts';
import { tryPatch } from '../../readback/try-patch.ts';
import type { Draft } from '../build-preview.ts';
import type { ReportSession } from '../report-session.ts';

/** What was found of each state that came to no page. */
const found = new WeakMap<object, Promise<Draft | undefined>>();

/**
 * What is known of a report now: its last good draft or, where checks or texts keep the newest data from becoming one, those
 * data. Else nobody could mend here what was saved in spite of a check. Undefined before there is a good draft.
 */
export async function currentDraft(session: ReportSession, host: Host): Promise<Draft | undefined> {
  const { state, draft } = session;
  if (!state.failed || !draft) return draft;
  const known = found.get(state) ?? examineNow(session, draft, host);
  found.set(state, known);
  return (await known) ?? draft;
}

async function examineNow(
  { request, language }: ReportSession,
  { examined: old, document }: Draft,
  host: Host,
): Promise<Draft | undefined> {
  const files = new Map<string, string | undefined>();
  const readText = async (path: string): Promise<string | undefined> => {
    const text = await host.readText(path);
    files.set(path, text);
    return text;
  };
  const { examined } = await tryPatch([], [], old.facts, request, { ...host, readText }, language);
  return examined && { examined, document: { ...document, figures: printedFigures(examined, host) }, files };
}

/** What a report would print; nothing where its texts do not hold. */
export function printedFigures(examined: Examined, host: Host): Readonly<Record<string, Figure>> {
  try {
    const diagnostics = new Diagnostics('zh', { trial: true });
    return proofread(examined, { host, diagnostics, onStage: () => undefined }).document.figures;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return {};
  }
}
