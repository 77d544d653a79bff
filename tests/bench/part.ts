import type { Told } from './results.ts';

/** What a part of the bench is given. */
export interface Bench {
  /** Fewer rounds and smaller batches: to see that all works, not to quote. */
  readonly quick: boolean;
  readonly period: string;
  /** A folder of its own for this run. */
  readonly folder: string;
  /** Keep the runs of one thing, and print it. */
  readonly add: (told: Told, runs: readonly number[]) => void;
  /** Say what is being done, or why something is left out. */
  readonly say: (text: string) => void;
}

/** One question to the program, answered in ratios. */
export type Part = (bench: Bench) => Promise<void>;
