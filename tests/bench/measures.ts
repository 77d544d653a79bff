/** The middle of what was measured. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share of all does not exceed: 0.95 for what nineteen of twenty stay below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
