import { keep, recall, resultName } from '../cache/kept-results.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { ChartRequest, Drawing } from '../document/drawing.ts';
import { faceIdentity, typefacesOf } from '../fonts/faces.ts';
import type { Host } from '../host.ts';
import type { ThemeTokens } from '../validate/schema/theme.ts';
import type { ChartDrawer } from './draw-chart.ts';

/**
 * Draw every chart once for all formats, by chart id. A chart that cannot be drawn is reported and left out; the
 * others are drawn nevertheless. The same requests give the same bytes: what an earlier run has drawn without a word is taken as it
 * is, and the chart library is loaded for what it has not.
 */
export async function drawCharts(
  requests: readonly ChartRequest[],
  theme: ThemeTokens,
  host: Host,
  diagnostics: Diagnostics,
): Promise<Record<string, Drawing>> {
  const drawings: Record<string, Drawing> = {};
  if (requests.length === 0) return drawings;

  const faces = typefacesOf(theme.faces);
  const madeWith = [theme, await Promise.all(faces.map((face) => faceIdentity(face, host)))];
  const known = await Promise.all(
    requests.map(async (request) => {
      const fields = request.rows.map((row) => Object.keys(row));
      const name = resultName(host, 'chart', madeWith, request, fields);
      const last = lastDrawn.get(request.chart);
      const drawing = last?.name === name ? last.drawing : await recall<Drawing>(host, name);
      return { request, name, drawing };
    }),
  );
  let drawer: Promise<ChartDrawer> | undefined;
  for (const { request, name, drawing: kept } of known) {
    const found = diagnostics.all.length;
    const draw = async (): Promise<Drawing | undefined> => {
      drawer ??= import('./draw-chart.ts').then(({ chartDrawer }) => chartDrawer(theme, host));
      return (await drawer)(request, diagnostics);
    };
    const drawing = kept ?? (await draw());
    if (!drawing) continue;
    drawings[request.chart] = drawing;
    if (diagnostics.all.length > found) continue;
    lastDrawn.set(request.chart, { name, drawing });
    if (!kept) await keep(host, name, drawing);
  }
  return drawings;
}

/** Charts as they were last drawn without a word, by id: a save of the preview seldom touches more than one of them. */
const lastDrawn = new Map<string, { readonly name: string; readonly drawing: Drawing }>();
