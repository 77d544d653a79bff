import type { Run } from './layout.ts';

/** What of some text stands on one line. */
export interface Line {
  readonly page: number;
  readonly y: number;
  readonly text: string;
}

/** The lines some text is set on, in order; raised numbers stay on theirs. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  for (const { page, y, size, text } of runs) {
    const last = lines.at(-1);
    if (last?.page === page && Math.abs(last.y - y) < 0.6 * size)
      lines[lines.length - 1] = { ...last, text: last.text + text };
    else lines.push({ page, y, text });
  }
  return lines;
}
