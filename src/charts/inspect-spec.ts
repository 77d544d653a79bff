import type { ChartRow } from '../document/drawing.ts';

/** What can be told of a Vega-Lite spec by reading it. */
export interface SpecFindings {
  /** Whether it brings data of its own or names an outside address, at any depth. */
  readonly bringsData: boolean;
  /** Fields it refers to that neither the rows nor its own transforms have: Vega would draw nothing for them. */
  readonly unknownFields: readonly string[];
}

/** Keys through which Vega-Lite takes data or addresses; `lookup` names its table under `from.data`. */
const outsideKeys = new Set(['data', 'datasets', 'url', 'href', 'lookup']);

/** Keys whose strings are names of fields. `text`, `x` and the like hold them under `field`. */
const fieldKeys = new Set(['field', 'groupby', 'fold', 'flatten', 'pivot']);

/** Fields every row may have, whether or not one of the rows at hand has them. */
const ownFields = ['label', 'value', 'text', 'figure', 'unit', 'period', 'series', 'status'];

/** Look through a spec for data of its own and for fields nobody provides. Never throws, whatever the spec is. */
export function inspectSpec(spec: unknown, rows: readonly ChartRow[]): SpecFindings {
  const keys = new Set<string>();
  const fields = new Set<string>();
  const known = new Set([...ownFields, ...rows.flatMap((row) => Object.keys(row))]);

  walk(spec, (key, value) => {
    keys.add(key);
    if (key === 'as') for (const name of strings(value)) known.add(name);
    if (fieldKeys.has(key)) for (const name of strings(value)) fields.add(name);
  });

  return {
    bringsData: [...keys].some((key) => outsideKeys.has(key)),
    unknownFields: [...fields].filter((name) => !known.has(name)),
  };
}

function walk(node: unknown, visit: (key: string, value: unknown) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
  } else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) {
      visit(key, value);
      walk(value, visit);
    }
  }
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
