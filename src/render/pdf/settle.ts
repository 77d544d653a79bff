import type { Root } from 'hast';
import type { Destinations } from './destinations.ts';

/** No line begins this close to the end of a page: the lowest are 11 points high. */
const tooLow = 8;

/**
 * Put on its page what Chromium (147) says stands a few points above the end of the page before: so it does of what is
 * in the first line of a page when its paragraph began on the other. `typeHeight` is that of the type area in points.
 */
export function settleOnPages(destinations: Destinations, tree: Root, typeHeight: number): Destinations {
  const top = topOfType(destinations.fromTop, tree);
  const pageIndex = new Map(destinations.pageIndex);
  for (const [id, index] of pageIndex) {
    const below = (destinations.fromTop.get(id) ?? 0) - top;
    if (below > typeHeight - tooLow && below < typeHeight) pageIndex.set(id, index + 1);
  }
  return { ...destinations, pageIndex };
}

/** Where the type area begins, by sections that begin a page: some browsers count from there, some from the paper's edge. */
export function topOfType(fromTop: ReadonlyMap<string, number>, tree: Root): number {
  const sections = tree.children.flatMap((node) =>
    node.type === 'element' ? (fromTop.get(String(node.properties.id)) ?? []) : [],
  );
  return sections.length === 0 ? 0 : Math.min(...sections);
}
