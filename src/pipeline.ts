import { check } from './check/index.ts';
import { compose, type Composed } from './compose/index.ts';
import type { ReportDocument } from './document/document.ts';
import { derive } from './derive/index.ts';
import { load, type Request } from './load/index.ts';
import { usualDocx } from './render/docx/docx-options.ts';
import type { Engines } from './make/engines.ts';
import { keepStanding } from './reuse/standing.ts';
import type { BuildRequest, Examined, Run } from './run.ts';
import { validate } from './validate/index.ts';
import { markBuild } from './write/build-id.ts';
import { expectOutput } from './write/output-folder.ts';
import { recordReads } from './write/record-reads.ts';
import type { Written } from './write/write-report.ts';

export type { BuildRequest, Examined, Run, Stage } from './run.ts';

/**
 * The way of a figure:
 *
 * ```
 * load → validate → derive → check → compose → draw ─┬→ html ─→ pdf ─┐
 *  yaml    schema     +growth  rules   handlebars vega└→ docx ────────┴→ audit → write
 *                                      → one tree                      read back
 * ```
 *
 * Each stage reports all it finds and the run stops between stages: `ReportError` when the input is wrong. Nothing is
 * written unless everything asked for is there.
 */
export async function buildReport(request: BuildRequest, run: Run, engines: Engines): Promise<Written> {
  const printing = await import('./printing.ts');
  const { cachedByPuppeteer, changesDocx, remakeDocuments, readOlderEdition, startEngines, writeReport } =
    printing;
  const { host, seen } = recordReads(run.host);
  const { diagnostics } = run;
  const recorded = { ...run, host };
  startEngines(engines, request.formats);
  const examined = await examineReport(request, recorded);
  await expectOutput(request.out, examined.inputs, run);
  // Not recorded: the report itself is not made from it.
  const older =
    request.changesFrom &&
    (await readOlderEdition(request.changesFrom, examined.inputs, run.host, diagnostics));
  diagnostics.throwIfErrors();
  const composed = await composeReport(examined, recorded);
  const document = markBuild(composed, examined.inputs, host);

  const { docx: options = usualDocx } = request;
  const tools = { host, diagnostics, engines, docx: options };
  const { theme } = examined.inputs;
  const rendered = await remakeDocuments(request.formats, document, theme, tools, run.onStage);
  const docx = rendered.get('docx')?.bytes;
  const changes = older && docx && changesDocx(older, docx, document, examined.inputs, diagnostics);
  diagnostics.throwIfErrors();
  run.onStage('write');
  const browser = request.formats.includes('pdf') ? await engines.browser.ready() : undefined;
  const made = { ...examined, document, rendered, changes, docx: options, seen, browser };
  const { digests, absent, ...written } = await writeReport(request.out, made, recorded);
  const standing = { written, digests, absent, cached: cachedByPuppeteer(), seen };
  await keepStanding(request, standing, diagnostics, run.host);
  return written;
}

/** Load, validate, derive and check. */
export async function examineReport(request: Request & { final?: boolean }, run: Run): Promise<Examined> {
  const { host, diagnostics, onStage } = run;
  onStage('load');
  const sources = await load(request, host, diagnostics);
  onStage('validate');
  const inputs = validate(request, sources, diagnostics);
  onStage('derive');
  const facts = derive(inputs, diagnostics);
  diagnostics.throwIfErrors();
  onStage('check');
  const checks = check(inputs, facts, diagnostics, request.final ?? false);
  diagnostics.throwIfErrors();
  return { inputs, facts, checks };
}

/** Compose: with `examineReport` all that `npm run check` does, since texts can be wrong, too. */
export function proofread({ inputs, facts, checks }: Examined, { diagnostics, onStage }: Run): Composed {
  onStage('compose');
  const composed = compose(inputs, facts, checks, diagnostics);
  diagnostics.throwIfErrors();
  return composed;
}

/** Compose and draw: the document every renderer and the preview start from. */
export async function composeReport(examined: Examined, run: Run): Promise<ReportDocument> {
  const { host, diagnostics, onStage } = run;
  const { inputs } = examined;
  const { document, requests } = proofread(examined, run);
  onStage('draw');
  // The chart library is half of what there is to load, and a check draws nothing.
  const { drawCharts } = await import('./charts/draw.ts');
  const drawings = await drawCharts(requests, inputs.theme.tokens, host, diagnostics);
  diagnostics.throwIfErrors();
  return { ...document, drawings };
}
