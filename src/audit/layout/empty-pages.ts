import { millimetre, type Finding, type Layout, type Run } from './layout.ts';
import { sectionsByPage } from './section-of.ts';

/** Share of the type area that text on a page reaches down at least. */
const least = 0.25;

/** Parts whose pages are as full as they are. */
const free: ReadonlySet<string> = new Set(['cover', 'colophon', 'front', 'contents']);

/** A page that is nearly empty, be it the last of a chapter. */
export function emptyPages(layout: Layout): Finding[] {
  const sections = sectionsByPage(layout);
  const { top, bottom } = layout.margins;
  return layout.pages.flatMap(({ where, height, runs }, index) => {
    if ([...(sections[index] ?? [])].some((section) => free.has(section))) return [];
    const upper = height - top * millimetre;
    const area = upper - bottom * millimetre;
    const lowest = runs.reduce<Run | undefined>(
      (low, run) => (run.text.trim() !== '' && run.y < (low?.y ?? Infinity) ? run : low),
      undefined,
    );
    const full = (upper - (lowest?.y ?? upper)) / area;
    const name = lowest ? (layout.names.get(lowest) ?? '') : '';
    return full < least ? [{ where, name, text: `${String(Math.round(full * 100))}%` }] : [];
  });
}
