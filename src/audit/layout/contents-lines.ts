import { findingAt, textOf } from './finding.ts';
import type { Finding, Layout } from './layout.ts';
import { linesOf } from './lines.ts';
import { sectionOf } from './section-of.ts';

/** An entry of the contents that does not stand on one line with its page number. */
export function contentsLines(layout: Layout): Finding[] {
  return layout.blocks
    .filter((block) => block.element.tagName === 'a' && sectionOf(block) === 'contents')
    .flatMap((entry) => {
      const [first] = entry.runs;
      return first && linesOf(entry.runs).length > 1 ? findingAt(layout, first, textOf(entry)) : [];
    });
}
