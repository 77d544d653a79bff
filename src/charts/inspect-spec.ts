import { limits } from '../diagnostics/limits.ts';
import type { ChartRow } from '../document/drawing.ts';

/** What can be told of a Vega-Lite spec by reading it. */
export interface SpecFindings {
  /** Whether it brings data of its own or names an outside address, at any depth. */
  readonly bringsData: boolean;
  /** Fields it refers to that neither the rows nor its own transforms have: Vega would draw nothing for them. */
  readonly unknownFields: readonly string[];
  /** A number so large, or a step so small, that as many marks would be drawn; undefined where there is none. */
  readonly excessive?: number;
  /** A call that makes rows or text without bound, or a drawing that is another each time. */
  readonly unbounded?: string;
}

/** Keys through which Vega-Lite takes data or addresses; `lookup` names its table under `from.data`. */
const outsideKeys = new Set(['data', 'datasets', 'url', 'href', 'lookup']);

/** Keys whose strings are names of fields. `text`, `x` and the like hold them under `field`. */
const fieldKeys = new Set(['field', 'groupby', 'fold', 'flatten', 'pivot']);

/** Fields every row may have, whether or not one of the rows at hand has them. */
const ownFields = ['label', 'value', 'text', 'figure', 'unit', 'period', 'series', 'status'];

/** Keys whose numbers say how many or how far apart; of a small one there are many. */
const countKeys = new Set(['step', 'tickMinStep', 'minstep']);

/** Keys whose numbers are how many there are to be: of ticks and bins no page shows more. */
const manyKeys = new Set(['tickCount', 'maxbins', 'count']);

/** Transforms that make rows out of nothing or as many as they like. */
const runawayKeys = new Set(['sequence', 'density', 'graticule', 'sample']);

/** Functions of Vega's expressions that make as much as they are asked for, unless by a small number written out, or something else each time. */
const runaway =
  /\b(sequence(?=\s*\((?!\s*\d{1,3}\s*(?:,\s*\d{1,3}\s*){0,2}\)))|pad|repeat|now|random|sample[A-Z]\w*)\s*\(/;

/** Look through a spec for data of its own and for fields nobody provides. Never throws, whatever the spec is. */
export function inspectSpec(spec: unknown, rows: readonly ChartRow[]): SpecFindings {
  const keys = new Set<string>();
  const fields = new Set<string>();
  const known = new Set([...ownFields, ...rows.flatMap((row) => Object.keys(row))]);

  let excessive: number | undefined;
  let made = Math.max(rows.length, 1);
  let unbounded: string | undefined;
  walk(spec, (key, value) => {
    if (typeof value === 'string') unbounded ??= runaway.exec(value)?.[1];
    if (runawayKeys.has(key)) unbounded ??= key;
    made *= rowsMade(key, value);
    for (const number of numbers(value)) {
      const many = countKeys.has(key) && number > 0 && number < 1 ? 1 / number : Math.abs(number);
      if (many > (manyKeys.has(key) ? limits.rows : limits.chartNumber)) excessive ??= Math.ceil(many);
    }
    keys.add(key);
    if (key === 'as') for (const name of strings(value)) known.add(name);
    if (fieldKeys.has(key)) for (const name of strings(value)) fields.add(name);
  });

  if (made > limits.chartNumber) excessive ??= made;

  return {
    bringsData: [...keys].some((key) => outsideKeys.has(key)),
    unknownFields: [...fields].filter((name) => !known.has(name)),
    ...(excessive !== undefined && { excessive }),
    ...(unbounded !== undefined && { unbounded }),
  };
}

/** How many rows a transform makes of one, at most: several, one after the other, multiply. */
function rowsMade(key: string, value: unknown): number {
  if (key === 'fold' && Array.isArray(value)) return Math.max(value.length, 1);
  // What is taken apart is written in the spec, or made by a sequence whose end is.
  if (key === 'flatten') return 1000;
  if (key !== 'keyvals' || typeof value !== 'object' || value === null) return 1;
  const { start = 0, stop = 0, step = 1 } = value as Record<string, unknown>;
  return Math.max(Math.ceil(Math.abs((Number(stop) - Number(start)) / Number(step))) || 1, 1);
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

function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}
