/** A channel of an encoding, as far as a native chart depends on it. */
export interface Channel {
  readonly field?: unknown;
  readonly type?: unknown;
  readonly aggregate?: unknown;
  readonly bin?: unknown;
  readonly timeUnit?: unknown;
  readonly stack?: unknown;
  readonly scale?: unknown;
  readonly axis?: unknown;
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
}

type Node = Readonly<Record<string, unknown>>;

/** The marks of a single view or of its layers, in drawn order; undefined for facets, concatenations and repeats. */
export function unitSpecs(spec: Node, inherited: Encoding = {}, prefix = ''): UnitSpec[] | undefined {
  const encoding: Encoding = {
    ...inherited,
    ...(isNode(spec.encoding) ? (spec.encoding as Encoding) : {}),
  };
  if (['facet', 'row', 'column'].some((channel) => encoding[channel] !== undefined)) return undefined;

  const { mark, layer } = spec;
  if (Array.isArray(layer)) {
    const units = layer.map((child: unknown, index) =>
      isNode(child) ? unitSpecs(child, encoding, `${prefix}layer_${index}_`) : undefined,
    );
    return units.every((unit) => unit !== undefined) ? units.flat() : undefined;
  }
  const type = isNode(mark) ? mark.type : mark;
  return typeof type === 'string' ? [{ mark: type, encoding, sceneName: `${prefix}marks` }] : undefined;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
