/** Where a section of the report came to lie in a print. Pages are indices from 0. */
export interface SectionExtent {
  readonly id: string;
  /** Whether it follows the one before it on its page, rather than begin a new one. */
  readonly follows: boolean;
  readonly firstPage: number;
  readonly lastPage: number;
  /** How far down its last page its last line begins, from the top of the type area, in points. */
  readonly bottom: number;
}

/** A last page emptier than this looks like a fault. */
const leastFilled = 0.25;

/** What tighter setting gains a page, as a share of its height. */
const gain = 0.1;

/**
 * The sections to set tighter, so that no page with only a few lines is left at their end: those that share pages up to
 * that one, where what stands on it can find room on the pages before. `height` is that of the type area in points.
 */
export function sectionsToTighten(sections: readonly SectionExtent[], height: number): string[] {
  const found: string[] = [];
  let run: SectionExtent[] = [];
  for (const [index, section] of sections.entries()) {
    run.push(section);
    const next = sections[index + 1];
    if (next?.follows === true) continue;
    const before = section.lastPage - (run[0]?.firstPage ?? section.lastPage);
    if (section.bottom < Math.min(leastFilled, gain * before) * height)
      found.push(...run.map(({ id }) => id));
    run = [];
  }
  return found;
}
