import { partOf } from '../../compose/parse-tree.ts';
import type { LaidBlock, Layout } from './layout.ts';

/** The part of the report a block stands in: `cover`, `chapter` …. */
export function sectionOf(block: LaidBlock): string {
  return partOf((block.around.at(-1) ?? block).element) ?? '';
}

/** The parts of the report that have text on each page, by index. */
export function sectionsByPage({ blocks, pages }: Layout): ReadonlySet<string>[] {
  const sections = pages.map(() => new Set<string>());
  for (const block of blocks)
    if (block.around.length === 0) for (const { page } of block.runs) sections[page]?.add(sectionOf(block));
  return sections;
}
