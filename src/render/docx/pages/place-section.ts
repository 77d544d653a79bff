import { ColumnsFull, tolerance, type FlowPlace, type PageFlow, type Part } from './page-flow.ts';
import { placeParagraph } from './place-paragraph.ts';
import { placeTable } from './place-table.ts';

const beginning: Part = { index: 0, from: 0 };

/** Place the blocks of the section a flow is in, from a part on. */
export function placeBlocks(flow: PageFlow, start = beginning): void {
  const { blocks } = flow.section;
  for (const [index, block] of blocks.entries()) {
    if (index < start.index) continue;
    const from = index === start.index ? start.from : 0;
    if (block.type === 'table') placeTable(flow, block, index, from);
    else if (!block.endsSection) placeParagraph(flow, block, index, from);
    else if (blocks[index - 1]?.type === 'table') placeParagraph(flow, block, index);
    else {
      for (const { name } of block.marks) flow.mark(name);
      if (flow.isPlaced) flow.y += Math.max(flow.after, block.look.before);
      flow.after = 0;
    }
  }
}

/** Columns before a section on the same page are made even on their last page: as high as the lowest height their text fits in. */
export function placeEven(flow: PageFlow): void {
  let last: { readonly place: FlowPlace; readonly part: Part } = { place: flow.where(), part: beginning };
  flow.onNewPage = () => {
    last = { place: flow.where(), part: flow.current };
  };
  placeBlocks(flow);
  flow.onNewPage = () => undefined;
  const { place, part } = last;
  let [low, high] = [0, flow.section.bottom - place.y];
  while (high - low > tolerance) {
    const middle = (low + high) / 2;
    if (fitsIn(flow, place, part, middle)) high = middle;
    else low = middle;
  }
  fitsIn(flow, place, part, high);
  flow.y = Math.max(flow.deepest, flow.y);
}

function fitsIn(flow: PageFlow, place: FlowPlace, part: Part, height: number): boolean {
  flow.goBack(place, place.y + height);
  try {
    placeBlocks(flow, part);
    return true;
  } catch (error) {
    if (error instanceof ColumnsFull) return false;
    throw error;
  } finally {
    flow.limit = undefined;
  }
}
