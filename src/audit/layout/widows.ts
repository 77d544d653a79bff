import { findingAt } from './finding.ts';
import type { Finding, LaidBlock, Layout } from './layout.ts';
import { linesOf } from './lines.ts';

const flowing: ReadonlySet<string> = new Set(['p', 'li', 'dd']);

/** The last line of a paragraph alone at the top of a page. */
export function widows(layout: Layout): Finding[] {
  return layout.blocks.filter(flows).flatMap((block) => {
    const lines = linesOf(block.runs);
    const last = lines.at(-1);
    const run = block.runs.at(-1);
    const before = lines.at(-2);
    if (last === undefined || run === undefined || before === undefined || before.page === last.page)
      return [];
    return findingAt(layout, run, last.text);
  });
}

function flows({ element, around }: LaidBlock): boolean {
  return flowing.has(element.tagName) && !around.some((outer) => outer.element.tagName === 'table');
}
