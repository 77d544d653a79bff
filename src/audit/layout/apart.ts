import { partOf } from '../../compose/parse-tree.ts';
import { findingAt, textOf } from './finding.ts';
import type { Finding, LaidBlock, Layout } from './layout.ts';

/** A note or source that stands on another page than the end of its chart or table. */
export function apart(layout: Layout): Finding[] {
  return layout.blocks.filter(isBelow).flatMap((note) => {
    const [first] = note.runs;
    const isApart = first !== undefined && note.before !== undefined && first.page !== note.before.page;
    return isApart ? findingAt(layout, first, textOf(note)) : [];
  });
}

function isBelow({ element, around }: LaidBlock): boolean {
  const part = partOf(element);
  return (part === 'note' || part === 'source') && around[0]?.element.tagName === 'figure';
}
