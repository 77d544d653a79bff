import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type Config, type TopLevelSpec } from 'vega-lite';
import type { ChartRequest } from '../document/drawing.ts';
import { inTime } from './in-time.ts';
import { markRows } from './mark-rows.ts';
import { overflow } from './overflow.ts';
import { refusingLoader } from './refusing-loader.ts';

/** A spec carried out on its rows. */
export interface Run {
  /** Absent when the spec could not be carried out; `problems` says why. */
  readonly view?: vega.View;
  readonly svg?: string;
  /** What Vega-Lite and Vega complained of. A spec of ours gives them no reason to. */
  readonly problems: readonly { readonly severity: 'error' | 'warning'; readonly reason: string }[];
  /** Addresses the spec tried to open; none was. */
  readonly refused: readonly string[];
}

/** CSS pixels a millimetre. */
const pixelsPerMillimetre = 96 / 25.4;

/** The room a chart has, in whole pixels: a fraction more would make the page scale it. */
export function chartRoom({ widthMm, heightMm }: Pick<ChartRequest, 'widthMm' | 'heightMm'>): {
  width: number;
  height: number;
} {
  return {
    width: Math.floor(widthMm * pixelsPerMillimetre),
    height: Math.floor(heightMm * pixelsPerMillimetre),
  };
}

/**
 * Compile a request's spec, hand it the rows and run it without a screen. Expressions are interpreted, never compiled
 * to code; nothing is loaded. Whatever the spec is, this reports and does not throw.
 */
export async function runView(request: ChartRequest, config: Config): Promise<Run> {
  const problems: { severity: 'error' | 'warning'; reason: string }[] = [];
  const loader = refusingLoader();
  const logger = collectingLogger((severity, reason) => problems.push({ severity, reason }));
  const fail = (error: unknown): Run => {
    problems.push({ severity: 'error', reason: describe([error]) });
    return { problems, refused: loader.refused };
  };

  try {
    vega.resetSVGDefIds();
    const compiled = compile(withRows(request), { config, logger });
    const runtime = vega.parse({ ...compiled.spec, ...fitting(request.spec) }, {}, { ast: true });
    const view = new vega.View(runtime, { expr: expressionInterpreter, loader, logger, renderer: 'none' });
    await inTime(() => view.runAsync());
    await settle(view, request);
    markRows(view, request.rows);
    const svg = await view.toSVG();
    return { view, svg, problems, refused: loader.refused };
  } catch (error) {
    return fail(error);
  }
}

/**
 * Vega fits a plot to its room by the labels of the plot before it was fitted; where shrinking moved a label beyond
 * the edge, fit again. Two more times suffice for all that can fit at all.
 */
async function settle(view: vega.View, request: ChartRequest): Promise<void> {
  for (let pass = 0; pass < 2 && overflow(view, chartRoom(request), 0).length > 0; pass += 1) {
    await inTime(() => view.resize().runAsync());
  }
}

/** The spec with the rows as its only data set and, for a single view, the size of the room it has. */
function withRows(request: ChartRequest): TopLevelSpec {
  const { spec, rows } = request;
  const data = { name: 'rows', values: rows.map((row) => ({ ...row })) };
  return { ...(isSingleView(spec) && chartRoom(request)), ...spec, data } as unknown as TopLevelSpec;
}

/**
 * How a view takes its room. Fitting makes room for axes and labels inside of it; a spec may give itself a height of
 * so many pixels a row (`height: {step: 70}`), and then the room's height is only a limit. Facets and concatenations
 * size themselves. Set on the compiled spec: Vega-Lite warns of fitting beside a step even where only x is fitted.
 */
function fitting(spec: ChartRequest['spec']): Pick<vega.Spec, 'autosize'> {
  if (!isSingleView(spec)) return {};
  return { autosize: { type: 'height' in spec ? 'fit-x' : 'fit', contains: 'padding' } };
}

function isSingleView(spec: ChartRequest['spec']): boolean {
  const { encoding } = spec;
  const facets = typeof encoding === 'object' && encoding !== null ? ['facet', 'row', 'column'] : [];
  return (
    !['facet', 'concat', 'hconcat', 'vconcat', 'repeat'].some((key) => key in spec) &&
    !facets.some((key) => key in (encoding as object))
  );
}

function collectingLogger(
  report: (severity: 'error' | 'warning', reason: string) => void,
): vega.LoggerInterface {
  const logger: vega.LoggerInterface = {
    level: () => logger,
    error(...reasons: readonly unknown[]) {
      report('error', describe(reasons));
      return logger;
    },
    warn(...reasons: readonly unknown[]) {
      report('warning', describe(reasons));
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

/** What JavaScript says when Vega trips over a spec tells its author nothing. */
const internal = /undefined|\bnull\b|is not a function|is not iterable|call stack|\[object/;

const describe = (reasons: readonly unknown[]): string => {
  const text = reasons
    .map((reason) => (reason instanceof Error ? reason.message : String(reason)))
    .join(' ')
    .replace(/\s+/g, ' ');
  return internal.test(text) ? 'Vega-Lite cannot make sense of it' : text;
};
