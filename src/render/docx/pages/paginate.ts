import { BlockHeights } from './block-heights.ts';
import type { SectionBlock } from './blocks.ts';
import { PageFlow, type NoteHeights, type PageDoubt, type PlacedMark } from './page-flow.ts';
import { placeBlocks, placeEven } from './place-section.ts';

/** What pages come to. */
export interface Pagination {
  readonly pages: number;
  readonly marks: ReadonlyMap<string, PlacedMark>;
  /** Pages each section is on. */
  readonly sectionPages: readonly number[];
  /** Why pages may be others in Word. */
  readonly doubts: readonly PageDoubt[];
}

/**
 * Set blocks on pages as Word does:
 *
 * ```
 * readSections ─→ paginate ─→ placeBlocks ─┬→ placeParagraph  lines, none alone      ─┐
 *  the body       sections    placeEven    └→ placeTable      rows, with their heads ─┴→ PageFlow
 *                             columns of one height           keptRoom: what stays together
 * ```
 *
 * How high lines and rows are is known by `BlockHeights`, where lines end by `breakLines`.
 */
export function paginate(sections: readonly SectionBlock[], notes: NoteHeights): Pagination {
  const [first] = sections;
  if (!first) return { pages: 0, marks: new Map(), sectionPages: [], doubts: [] };
  const heightsOf = new Map<number | undefined, BlockHeights>();
  const flow = new PageFlow(first, new BlockHeights(first.pitch), notes);
  const sectionPages: number[] = [];
  for (const [index, section] of sections.entries()) {
    flow.section = section;
    flow.heights = heightsOf.get(section.pitch) ?? new BlockHeights(section.pitch);
    heightsOf.set(section.pitch, flow.heights);
    const last = sections[index - 1]?.blocks.at(-1);
    flow.sectionAfter = last?.type !== 'paragraph' ? 0 : last.endsSection ? last.look.after : flow.after;
    if (!section.isContinuous || flow.page === 0) flow.beginPage();
    if (section.start !== undefined) flow.number = section.start;
    flow.column = flow.deepest = 0;
    flow.columnTop = flow.y;
    const firstPage = flow.page;
    if (section.columns.length > 1 && sections[index + 1]?.isContinuous) placeEven(flow);
    else placeBlocks(flow);
    sectionPages.push(flow.page - firstPage + 1);
  }
  return { pages: flow.page, marks: flow.marks, sectionPages, doubts: flow.doubts };
}
