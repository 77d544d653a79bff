import { breakLines } from './break-lines.ts';
import type { Block, CellBlock, ParagraphBlock, RowBlock, TableBlock } from './blocks.ts';

/** Lines of a paragraph as they are stacked on a page; lengths in twips. */
export interface Lines {
  /** Place of each line's first character. */
  readonly starts: readonly number[];
  readonly height: number;
  /** What may hang below the end of the page: half the grid left over by a drawing. */
  readonly below: number;
}

/** Heights of blocks, each worked out once for a width. `pitch` is that of the grid lines stand on. */
export class BlockHeights {
  readonly #lines = new Map<ParagraphBlock, Map<number, Lines>>();
  readonly #rows = new Map<TableBlock, number[]>();
  readonly #pitch: number | undefined;

  constructor(pitch: number | undefined) {
    this.#pitch = pitch;
  }

  lines(block: ParagraphBlock, width: number): Lines {
    const known = this.#lines.get(block) ?? new Map<number, Lines>();
    this.#lines.set(block, known);
    let lines = known.get(width);
    if (!lines) known.set(width, (lines = this.#layOut(block, width)));
    return lines;
  }

  #layOut({ look, characters, picture }: ParagraphBlock, width: number): Lines {
    const others = width - look.left - look.right;
    const room = { first: others - look.firstLine, others, isJustified: look.isJustified };
    const starts = breakLines(characters, room);
    if (look.isExact) return { starts, height: look.line, below: 0 };
    const natural = Math.max(picture, look.font.size * 10);
    const height = this.#pitch === undefined ? natural : Math.ceil(natural / this.#pitch) * this.#pitch;
    return { starts, height, below: (height - natural) / 2 };
  }

  rows(table: TableBlock): number[] {
    let heights = this.#rows.get(table);
    if (heights) return heights;
    heights = table.rows.map((row) => this.#row(row));
    this.#rows.set(table, heights);
    // A cell of several rows makes the last of them higher where it needs more.
    for (const [first, { cells, top }] of table.rows.entries()) {
      for (const cell of cells.filter(({ merge }) => merge === 'restart')) {
        let last = first;
        while (
          table.rows[last + 1]?.cells.some(
            ({ column, merge }) => column === cell.column && merge === 'continue',
          )
        )
          last += 1;
        const needed =
          top +
          cell.above +
          this.stack(cell.blocks, cell.width) +
          cell.below +
          (table.rows[last]?.bottom ?? 0);
        const missing = needed - heights.slice(first, last + 1).reduce((sum, one) => sum + one, 0);
        if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
      }
    }
    return heights;
  }

  #row({ cells, height, top, bottom }: RowBlock): number {
    const most = (of: (cell: CellBlock) => number): number => Math.max(0, ...cells.map(of));
    const natural =
      most(({ above }) => above) +
      most((cell) => (cell.merge !== undefined ? 0 : this.stack(cell.blocks, cell.width))) +
      most(({ below }) => below);
    return Math.max(height, natural) + top + bottom;
  }

  /** Height of blocks one below the other, with the space before the first and after the last. */
  stack(blocks: readonly Block[], width: number): number {
    let total = 0;
    let after = 0;
    for (const [index, block] of blocks.entries()) {
      if (block.type === 'table') {
        total += after + this.rows(block).reduce((sum, height) => sum + height, 0);
        after = 0;
        continue;
      }
      const { starts, height } = this.lines(block, width);
      const space = spaceOf(block, blocks[index - 1], blocks[index + 1]);
      total += Math.max(after, space.before) + space.above + starts.length * height + space.under;
      after = space.after;
    }
    return total + after;
  }
}

/** Space of a paragraph between its neighbours: outside of its box, and of the box around it. */
export function spaceOf(
  { look }: ParagraphBlock,
  previous: Block | undefined,
  next: Block | undefined,
): { readonly before: number; readonly after: number; readonly above: number; readonly under: number } {
  const inOne = (other: Block | undefined): boolean =>
    other?.type === 'paragraph' && !other.endsSection && look.box > 0 && other.look.box === look.box;
  const alike = (other: Block | undefined): boolean =>
    look.isContextual && other?.type === 'paragraph' && other.look.style === look.style;
  return {
    before: alike(previous) ? 0 : look.before,
    after: alike(next) ? 0 : look.after,
    above: inOne(previous) ? 0 : look.box,
    under: inOne(next) ? 0 : look.box,
  };
}
