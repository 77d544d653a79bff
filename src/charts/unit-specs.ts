/** A channel of an encoding, as far as a native chart depends on it. */
export interface Channel {
  readonly field?: unknown;
  readonly datum?: unknown;
  readonly type?: unknown;
  readonly aggregate?: unknown;
  readonly bin?: unknown;
  readonly timeUnit?: unknown;
  readonly stack?: unknown;
  readonly scale?: unknown;
  readonly axis?: unknown;
  readonly legend?: unknown;
  readonly title?: unknown;
}

export type Encoding = Readonly<Record<string, Channel | undefined>>;

/** One mark of a spec, with what it inherits from the layers around it. */
export interface UnitSpec {
  /** `bar`, `text`, … */
  readonly mark: string;
  readonly encoding: Encoding;
  /** Name of its mark in Vega's scene, see `sceneItems`. */
  readonly sceneName: string;
  /** Number of the outermost layer it belongs to, where those have value scales of their own. */
  readonly ownScale?: number;
}

type Node = Readonly<Record<string, unknown>>;

/**
 * The marks of a single view or of its layers, in drawn order; the points a line or area bears are marks of their own,
 * as Vega-Lite draws them. Undefined for facets, concatenations and repeats, and for scales resolved in any other way
 * than a value scale for each layer.
 */
export function unitSpecs(spec: Node, inherited: Encoding = {}, prefix = ''): UnitSpec[] | undefined {
  const encoding: Encoding = {
    ...inherited,
    ...(isNode(spec.encoding) ? (spec.encoding as Encoding) : {}),
  };
  if (['facet', 'row', 'column'].some((channel) => encoding[channel] !== undefined)) return undefined;

  const { mark, layer, resolve } = spec;
  if (resolve !== undefined && (prefix !== '' || !isOwnValueScales(resolve))) return undefined;
  if (!Array.isArray(layer)) return drawnMarks(mark, encoding, prefix);

  const units = layer.map((child: unknown, index) => {
    const found = isNode(child) ? unitSpecs(child, encoding, `${prefix}layer_${index}_`) : undefined;
    return resolve === undefined ? found : found?.map((unit) => ({ ...unit, ownScale: index }));
  });
  return units.every((unit) => unit !== undefined) ? units.flat() : undefined;
}

/** A mark and those its definition adds to it: Vega-Lite makes layers of them, in this order. */
function drawnMarks(mark: unknown, encoding: Encoding, prefix: string): UnitSpec[] | undefined {
  const definition = isNode(mark) ? mark : { type: mark };
  const { type } = definition;
  if (typeof type !== 'string') return undefined;
  const added = (type === 'area' ? ['line', 'point'] : type === 'line' ? ['point'] : []).filter(
    (name) => definition[name] === true || isNode(definition[name]),
  );
  if (added.length === 0) return [{ mark: type, encoding, sceneName: `${prefix}marks` }];
  return [type, ...added].map((name, index) => ({
    mark: name,
    encoding,
    sceneName: `${prefix}layer_${index}_marks`,
  }));
}

/** `{scale: {y: independent}}` and nothing else. */
const isOwnValueScales = (resolve: unknown): boolean =>
  JSON.stringify(resolve) === JSON.stringify({ scale: { y: 'independent' } });

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
