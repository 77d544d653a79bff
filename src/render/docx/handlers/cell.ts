import { Paragraph, Table } from 'docx';
import type { Block } from '../context.ts';

/** What a cell may hold; contents fields stand in the body only. */
export function isCellBlock(block: Block): block is Paragraph | Table {
  return block instanceof Paragraph || block instanceof Table;
}

/** The blocks of a cell: Word refuses a file in which a cell does not end with a paragraph. */
export function cellBlocks(blocks: readonly Block[], filler: () => Paragraph): (Paragraph | Table)[] {
  const fitting = blocks.filter(isCellBlock);
  return fitting.at(-1) instanceof Paragraph ? fitting : [...fitting, filler()];
}
