import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { limits } from '../diagnostics/limits.ts';
import type { ChartRequest, Drawing } from '../document/drawing.ts';
import { typefacesOf } from '../fonts/faces.ts';
import { loadMetrics } from '../fonts/metrics.ts';
import type { Host } from '../host.ts';
import type { ThemeTokens } from '../validate/schema/theme.ts';
import { cleanSvg, paintedColors } from './clean-svg.ts';
import { inspectSpec } from './inspect-spec.ts';
import { toNativeChart } from './native.ts';
import { overflow } from './overflow.ts';
import { useRealTextMetrics } from './real-text-metrics.ts';
import { chartRoom, runView, type Run } from './run-view.ts';
import { chartTheme, tokenColors } from './theme.ts';

/** Draws one chart; undefined when that cannot be done, which is then reported. */
export type ChartDrawer = (request: ChartRequest, diagnostics: Diagnostics) => Promise<Drawing | undefined>;

/** A drawer for the charts of one theme. One chart after the other: Vega numbers its definitions in one counter for the whole process. */
export async function chartDrawer(theme: ThemeTokens, host: Host): Promise<ChartDrawer> {
  const { sans, ...others } = theme.faces;
  const faces = typefacesOf({ sans, ...others });
  useRealTextMetrics(await loadMetrics(host, faces), faces);
  const config = chartTheme(theme);
  const colors = tokenColors(theme);
  return async (request, diagnostics) => {
    if (!isDrawable(request, diagnostics)) return undefined;
    const run = await runView(request, config);
    reportRun(request, run, diagnostics);
    const drawing = toDrawing(request, run, diagnostics);
    if (drawing) reportColors(request, drawing, colors, diagnostics);
    return drawing;
  };
}

/** What is wrong before anything is drawn; all of it is reported. */
function isDrawable({ chart, spec, rows, place }: ChartRequest, diagnostics: Diagnostics): boolean {
  const { bringsData, unknownFields, excessive, unbounded } = inspectSpec(spec, rows);
  if (rows.length > limits.rows) {
    diagnostics.report('LIMIT_EXCEEDED', { limit: 'rows', found: rows.length }, place);
    return false;
  }
  if (excessive !== undefined)
    diagnostics.report('LIMIT_EXCEEDED', { limit: 'chartNumber', found: excessive }, place);
  if (unbounded !== undefined)
    diagnostics.report('CHART_SPEC', { chart, reason: `${unbounded} is not available` }, place);
  if (excessive !== undefined || unbounded !== undefined) return false;
  if (rows.length === 0) diagnostics.report('CHART_ROWS_EMPTY', { chart }, place);
  if (bringsData) diagnostics.report('CHART_DATA', { chart }, place);
  if (rows.length > 0) {
    for (const field of unknownFields) diagnostics.report('CHART_FIELD', { chart, field }, place);
  }
  return rows.length > 0 && !bringsData && unknownFields.length === 0;
}

function reportRun({ chart, place }: ChartRequest, run: Run, diagnostics: Diagnostics): void {
  if (run.refused.length > 0) diagnostics.report('CHART_DATA', { chart }, place);
  // Errors first: of two that say the same at one place only the first is told, and a warning would let the build go on.
  const ordered = [...run.problems].sort((a, b) => a.severity.localeCompare(b.severity));
  for (const { severity, reason } of ordered)
    diagnostics.report('CHART_SPEC', { chart, reason }, place, severity);
}

function toDrawing(request: ChartRequest, run: Run, diagnostics: Diagnostics): Drawing | undefined {
  const { chart, place, alt, rows } = request;
  if (!run.view || run.svg === undefined || run.refused.length > 0) return undefined;

  const svg = cleanSvg(run.svg, chart);
  const marked = cleanSvg(run.svg, chart, { rows: true });
  const size = svgSize(svg);
  const room = chartRoom(request);
  const report = (reason: string): void => {
    diagnostics.report('CHART_SPEC', { chart, reason }, place);
  };
  if (/NaN|Infinity/.test(run.svg.replace(/>[^<]*</g, '><'))) report('a position or length is not a number');
  if (saysNothing(run.svg, rows)) report('a label is read from a field its row does not have');
  if (size.width > room.width || size.height > room.height) {
    report(`${size.width} × ${size.height} px in a room of ${room.width} × ${room.height} px`);
  }
  for (const reason of overflow(run.view, size)) report(reason);

  const native = request.docx === 'image' ? undefined : toNativeChart(request, run.view, size);
  if (request.docx === 'native' && !native) report('docx: native, but Word has no chart equal to this one');

  return { chart, svg, ...(marked !== svg && { marked }), ...size, alt, rows, ...(native && { native }) };
}

/** What the engine makes a label of where there is nothing to be read, alone or after a text of the spec. */
const nothing = /(?<![A-Za-z])(?:undefined|null|NaN)(?![A-Za-z])/;

function saysNothing(svg: string, rows: ChartRequest['rows']): boolean {
  const labels = (svg.match(/>[^<]+</g) ?? []).filter((label) => nothing.test(label));
  // A name of the data may be such a word.
  return (
    labels.length > 0 &&
    !rows.some((row) => Object.values(row).some((value) => typeof value === 'string' && nothing.test(value)))
  );
}

function svgSize(svg: string): { width: number; height: number } {
  const [, width, height] = /<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** A colour outside the tokens would stay as it is where the theme changes, on a dark ground for example. */
function reportColors(
  { chart, place }: ChartRequest,
  { svg }: Drawing,
  allowed: ReadonlySet<string>,
  diagnostics: Diagnostics,
): void {
  for (const color of paintedColors(svg)) {
    if (!allowed.has(color)) diagnostics.report('CHART_COLOR', { chart, color }, place);
  }
}
