import { partOf } from '../../compose/parse-tree.ts';
import { findingAt, textOf } from './finding.ts';
import type { Finding, LaidBlock, Layout } from './layout.ts';

const leading: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'figcaption', 'thead', 'dt']);
const leadingParts: ReadonlySet<string> = new Set(['group-title', 'callout-title', 'group']);

/** A heading, a caption or the head of a table or group that stands on one page while what it leads stands on the next. */
export function alone(layout: Layout): Finding[] {
  return layout.blocks.filter(leads).flatMap((block) => {
    const last = block.runs.at(-1);
    const isLast = last !== undefined && block.after !== undefined && last.page < block.after.page;
    return isLast ? findingAt(layout, last, textOf(block)) : [];
  });
}

function leads({ element }: LaidBlock): boolean {
  return leading.has(element.tagName) || leadingParts.has(partOf(element) ?? '');
}
