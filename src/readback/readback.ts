import { basename, dirname } from 'node:path';
import { Diagnostics, ReportError, type Diagnostic, type Place } from '../diagnostics/diagnostic.ts';
import type { ReportDocument } from '../document/document.ts';
import type { Host } from '../host.ts';
import { openDocx } from '../render/docx/package/open-docx.ts';
import type { Parts } from '../render/docx/package/zip.ts';
import type { Theme } from '../validate/schema/theme.ts';
import { readBuildMarks, type BuildMarks } from './build-marks.ts';
import { compareCharts, type ChartChanges } from './chart-changes.ts';
import { compareParagraphs } from './compare-paragraphs.ts';
import { keysByMark, tagsIn } from './control-mark.ts';
import { findBuild } from './find-build.ts';
import { findWords, readTexts } from './find-words.ts';
import { judgeFigures, withoutBaseline, type FigureChange } from './judge-figures.ts';
import type { composePresent, Present } from './present.ts';
import { proposePatch, type FilePatch } from './propose-patch.ts';
import type { ProseChange } from './prose-change.ts';
import { readParagraphs } from './read-paragraphs.ts';
import { tryPatch } from './try-patch.ts';

/** What is to be read back. */
export interface ReadbackRequest {
  readonly file: string;
  /** Output folder of the build it was made in; looked for in `out` when absent. */
  readonly build: string | undefined;
  readonly out: string;
  /** Write what is proposed into the data. */
  readonly apply: boolean;
  /** Keys of figures whose new number counts although the old one was left elsewhere. */
  readonly accept: readonly string[];
}

/** What reading back needs from outside. `compose` makes the present report, `render` the DOCX of one. */
export interface ReadbackTools {
  readonly host: Host;
  readonly diagnostics: Diagnostics;
  /** Of what is told. */
  readonly language: 'zh' | 'en';
  readonly compose: typeof composePresent;
  readonly render: (document: ReportDocument, theme: Theme) => Promise<Uint8Array>;
}

/** What was found in an edited document. */
export interface Readback {
  readonly marks: BuildMarks;
  /** What it was compared with: its own build, or the report as the data make it now, which is another one. */
  readonly against: 'build' | 'present';
  readonly figures: readonly FigureChange[];
  readonly names: Readonly<Record<string, string>>;
  readonly prose: readonly (ProseChange & { readonly place: Place | undefined })[];
  readonly charts: Pick<ChartChanges, 'others'>;
  readonly patches: readonly FilePatch[];
  /** What the checks would say of the data with the patches and do not say now. */
  readonly afterwards: readonly Diagnostic[];
  readonly applied: boolean;
}

/**
 * Compare an edited DOCX with what was built, figure by figure and paragraph by paragraph, and propose how the data would
 * have to change. Nothing is written but what `apply` asks for, and then all of it. Reports READBACK_… and what opening the
 * file and composing the present report report; throws `ReportError` when one of these is an error.
 */
export async function readback(request: ReadbackRequest, tools: ReadbackTools): Promise<Readback> {
  const { host, diagnostics } = tools;
  const bytes = await readFile(request.file, host, diagnostics);
  const parts = openDocx(bytes, request.file, diagnostics);
  const marks = parts && readBuildMarks(parts);
  if (parts && !marks) diagnostics.report('READBACK_NOT_OURS', { file: request.file });
  diagnostics.throwIfErrors();
  if (!parts || !marks) throw new Error('readback: a file that cannot be read was not reported');
  const { region, period, theme, language, build } = marks;
  if (!(await host.list(`data/${region}`)).includes(`${period}.yaml`))
    diagnostics.report('READBACK_REPORT_UNKNOWN', { file: request.file, report: `${region}/${period}` });
  diagnostics.throwIfErrors();
  const report = { region, period, theme, language };
  const known = new Diagnostics(tools.language);
  const present = await tools.compose(report, host, known);
  const baseline = await findBaseline(request, build, present, tools);

  const { figures, notes } = present.document;
  const keys = keysByMark([...Object.keys(figures), ...tagsIn(baseline.parts)]);
  const { occurrences, prose } = compareParagraphs(
    paragraphsOf(baseline.parts, keys),
    paragraphsOf(parts, keys),
    keys,
  );
  const charts = compareCharts(baseline.bytes, bytes, (id) =>
    present.charts.find(({ chart }) => chart === id),
  );
  for (const { chart, shown, stored } of charts.contradictory)
    diagnostics.report('READBACK_CHART_WORKBOOK', { file: request.file, chart, shown, stored });

  const { units } = present.examined.inputs;
  const judged = judgeFigures([...occurrences, ...charts.occurrences], figures, units, request.accept);
  const accepted = new Set(judged.flatMap(({ key, verdict }) => (verdict === 'proposed' ? [key] : [])));
  const idle = request.accept.filter((key) => !accepted.has(key));
  if (idle.length > 0) diagnostics.report('READBACK_ACCEPT_IDLE', { keys: idle });
  const isOwn = baseline.against === 'build';
  const proposal = isOwn
    ? await proposePatch(judged, host)
    : { figures: withoutBaseline(judged), patches: [] };
  const { applied, afterwards } = await settle(proposal, present, request, report, tools);
  const texts = prose.length === 0 ? new Map<string, string>() : await readTexts(present.files(), host);
  return {
    marks,
    against: baseline.against,
    figures: proposal.figures,
    names: Object.fromEntries(judged.map(({ key }) => [key, notes[key]?.name ?? ''])),
    prose: prose.map((change) => ({ ...change, place: findWords(change.words, texts) })),
    charts,
    patches: proposal.patches,
    afterwards: afterwards.filter(({ message }) => !known.all.some((one) => one.message === message)),
    applied,
  };
}

async function readFile(file: string, host: Host, diagnostics: Diagnostics): Promise<Uint8Array> {
  if (!(await host.list(dirname(file))).includes(basename(file)))
    diagnostics.report('READBACK_FILE_MISSING', { file });
  diagnostics.throwIfErrors();
  try {
    return await host.readBytes(file);
  } catch (error) {
    // A folder of this name, a file locked by another program or of another user.
    diagnostics.report('READBACK_FILE_UNREADABLE', { file, reason: reasonOf(error) });
    throw new ReportError(diagnostics.all);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function paragraphsOf(parts: Parts, keys: ReadonlyMap<string, string>) {
  return readParagraphs(parts, new Set(keys.keys()));
}

/** What the edited document is compared with. */
interface Baseline {
  readonly bytes: Uint8Array;
  readonly parts: Parts;
  readonly against: Readback['against'];
}

/** The document the edited one was made from: as it was written, or made again where the data are still the same. */
async function findBaseline(
  { file, build: folder, out }: ReadbackRequest,
  build: string,
  present: Present,
  { host, diagnostics, render }: ReadbackTools,
): Promise<Baseline> {
  const { inputs } = present.examined;
  const opened = (bytes: Uint8Array, against: Baseline['against']): Baseline => ({
    bytes,
    parts: openDocx(bytes, file, diagnostics) ?? new Map<string, string>(),
    against,
  });
  const found = await findBuild(folder ?? `${out}/${inputs.region.id}-${inputs.period}`, build, host);
  const written = found && opened(found, 'build');
  // Those built without content controls do not say which of their numbers are which figures.
  if (written && tagsIn(written.parts).size > 0) return written;
  if (!written && folder !== undefined) diagnostics.report('READBACK_BUILD_OTHER', { file, folder, build });
  diagnostics.throwIfErrors();
  const document = await present.draw();
  const now = document.meta.build?.id ?? '';
  if (now === build) return opened(await render(document, inputs.theme), 'build');
  if (written) {
    diagnostics.report('READBACK_WITHOUT_CONTROLS', { file });
    return written;
  }
  diagnostics.report('READBACK_OLDER', { file, build, present: now });
  return opened(await render(document, inputs.theme), 'present');
}

/** Try what is proposed, and write it where that was asked for and harms nothing else. Reports READBACK_REFUSED, …_DATA_CHANGED and …_NOT_WRITTEN. */
async function settle(
  { figures, patches }: { readonly figures: readonly FigureChange[]; readonly patches: readonly FilePatch[] },
  { examined }: Present,
  { apply }: ReadbackRequest,
  report: { region: string; period: string; theme: string; language: string },
  { host, diagnostics, language }: ReadbackTools,
): Promise<{ applied: boolean; afterwards: readonly Diagnostic[] }> {
  if (patches.length === 0) return { applied: false, afterwards: [] };
  const meant = figures.filter(({ verdict }) => verdict === 'proposed');
  const trial = await tryPatch(patches, meant, examined.facts, report, host, language);
  if (!trial.isSound)
    diagnostics.report('READBACK_REFUSED', { files: patches.map(({ file }) => file), astray: trial.astray });
  if (!trial.isSound || !apply) return { applied: false, afterwards: trial.diagnostics };
  for (const { file, before } of patches)
    if ((await host.readText(file)) !== before) diagnostics.report('READBACK_DATA_CHANGED', { file });
  diagnostics.throwIfErrors();
  try {
    await writeAll(patches, host);
  } catch (error) {
    const files = patches.map(({ file }) => file);
    diagnostics.report('READBACK_NOT_WRITTEN', { files, reason: reasonOf(error) });
  }
  diagnostics.throwIfErrors();
  return { applied: true, afterwards: trial.diagnostics };
}

/** Write every file, or leave all as they were. */
async function writeAll(patches: readonly FilePatch[], host: Host): Promise<void> {
  const written: FilePatch[] = [];
  try {
    for (const patch of patches) {
      await host.writeText(patch.file, patch.after);
      written.push(patch);
    }
  } catch (error) {
    for (const { file, before } of written) await host.writeText(file, before);
    throw error;
  }
}
