import { millimetre, type Finding, type Layout, type Run } from './layout.ts';
import { sectionsByPage } from './section-of.ts';

/** Share of the type area that text on a page reaches down at least: a quarter, or two lines where chapters run on. */
const least = { 'new-page': 0.25, 'run-on': 0.1 };

/** Parts whose pages are as full as they are. */
const free: ReadonlySet<string> = new Set(['cover', 'colophon', 'front', 'contents', 'lists']);

/** A page that is nearly empty, be it the last of a chapter; one on which a part begins has no more to say. */
export function emptyPages(layout: Layout): Finding[] {
  const sections = sectionsByPage(layout);
  const { top, bottom } = layout.margins;
  const opening = new Set(
    layout.blocks.filter(({ element }) => element.tagName === 'h1').map(({ runs }) => runs[0]?.page),
  );
  return layout.pages.flatMap(({ where, height, runs }, index) => {
    if ([...(sections[index] ?? [])].some((section) => free.has(section)) || opening.has(index)) return [];
    const upper = height - top * millimetre;
    const area = upper - bottom * millimetre;
    const lowest = runs.reduce<Run | undefined>(
      (low, run) => (run.text.trim() !== '' && run.y < (low?.y ?? Infinity) ? run : low),
      undefined,
    );
    const full = (upper - (lowest?.y ?? upper)) / area;
    const name = lowest ? (layout.names.get(lowest) ?? '') : '';
    return full < least[layout.chapters] ? [{ where, name, text: `${String(Math.round(full * 100))}%` }] : [];
  });
}
