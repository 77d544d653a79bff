import { findingAt } from './finding.ts';
import { inked } from './inked.ts';
import type { Finding, LaidBlock, Layout, Run } from './layout.ts';

/** Distance texts of neighbouring cells keep at least, in points; their padding is several times that. */
const least = 1;

/** Text of a table's cell that runs into the next one. */
export function overfullCells(layout: Layout): Finding[] {
  return rowsOf(layout).flatMap((cells) =>
    cells.flatMap((cell, index) => {
      const next = cells[index + 1]?.runs ?? [];
      const over = cell.runs.find((run) => next.some((other) => touches(run, other)));
      return over ? findingAt(layout, over, over.text) : [];
    }),
  );
}

/** The cells of every row. */
export function rowsOf({ blocks }: Layout): LaidBlock[][] {
  const rows = new Map<unknown, LaidBlock[]>();
  for (const block of blocks) {
    if (!isCell(block)) continue;
    const row = block.around[0]?.element;
    rows.set(row, [...(rows.get(row) ?? []), block]);
  }
  return [...rows.values()];
}

export const isCell = ({ element }: LaidBlock): boolean =>
  element.tagName === 'td' || element.tagName === 'th';

function touches(run: Run, next: Run): boolean {
  const isOneLine = run.page === next.page && Math.abs(run.y - next.y) < 0.5 * run.size;
  return isOneLine && run.text.trim() !== '' && inked(next).left - inked(run).right < least;
}
