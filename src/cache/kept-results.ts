import { deserialize, serialize } from 'node:v8';
import type { Host } from '../host.ts';
import { digestOf } from './digest.ts';

/** The outside as far as results are kept there. */
export type Keeper = Pick<Host, 'results' | 'programDigest'>;

/**
 * The name a result is kept under: what kind it is, the program that made it, and everything it was made from. Whoever
 * leaves something out of `madeFrom` that the result depends on will print what is out of date.
 */
export function resultName(keeper: Keeper, kind: string, ...madeFrom: readonly unknown[]): string {
  return `${kind}-${digestOf([keeper.programDigest(), madeFrom])}`;
}

/** A result an earlier run has kept, or undefined. */
export async function recall<Result>(keeper: Keeper, name: string): Promise<Result | undefined> {
  const bytes = await keeper.results.read(name);
  return bytes && (deserialize(bytes) as Result);
}

/** Keep a result for later runs: plain data, maps and bytes. */
export function keep(keeper: Keeper, name: string, result: unknown): Promise<void> {
  return keeper.results.write(name, new Uint8Array(serialize(result)));
}
