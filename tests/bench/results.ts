import { median } from './measures.ts';

/** One measured thing, as `bench.json` keeps it. */
export interface Measure {
  readonly name: string;
  /** The middle of all runs. */
  readonly value: number;
  readonly unit: 's' | 'ms' | 'MB' | 'ms a page' | '';
  /** How many times as much as `of`, measured in the same run in turn with it: a slow machine slows both. */
  readonly ratio?: number;
  readonly of?: string;
  /** What `ratio` must not exceed; without a ratio `value`. */
  readonly aim?: number;
  readonly met?: boolean;
  readonly runs: number;
  /** Smallest and largest run. */
  readonly spread: readonly [number, number];
}

/** What is told with the runs of one thing. */
export interface Told {
  readonly name: string;
  readonly unit: Measure['unit'];
  readonly of?: { readonly name: string; readonly runs: readonly number[] };
  readonly aim?: number;
}

/** A measure of its runs. */
export function measureOf({ name, unit, of, aim }: Told, runs: readonly number[]): Measure {
  const value = median(runs);
  const ratio = of && value / median(of.runs);
  return {
    name,
    value: round(value),
    unit,
    ...(of && { ratio: round(ratio ?? NaN), of: of.name }),
    ...(aim !== undefined && { aim, met: (ratio ?? value) <= aim }),
    runs: runs.length,
    spread: [round(Math.min(...runs)), round(Math.max(...runs))],
  };
}

/** A measure as a line of the terminal. */
export function lineOf({ name, value, unit, ratio, of, aim, met, runs, spread }: Measure): string {
  const [low, high] = spread.map(String);
  const about = runs > 1 ? ` (${String(low)}–${String(high)}, ${String(runs)} runs)` : '';
  const times = ratio === undefined ? '' : `  ${ratio.toFixed(2)} × ${of ?? ''}`;
  const verdict = aim === undefined ? '' : `  ${met === true ? '✓' : '✗'} aim ${String(aim)}`;
  return `  ${name.padEnd(34)} ${String(value).padStart(8)} ${unit}${about}${times}${verdict}`;
}

/** Three figures tell a bench's story; more of them are noise. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
