import { findingAt } from './finding.ts';
import { inked } from './inked.ts';
import { millimetre, type Finding, type LaidPage, type Layout, type Run } from './layout.ts';
import { sectionsByPage } from './section-of.ts';

/** What faces and trimmed punctuation may stand over an edge, in points. */
const tolerance = 3;

/** Text beyond the type area, or on the cover and the back beyond the edge of the paper. */
export function outside(layout: Layout): Finding[] {
  const sections = sectionsByPage(layout);
  return layout.pages.flatMap((page, index) => {
    const isFree = sections[index]?.has('cover') ?? true;
    const area = isFree ? paper(page) : typeArea(page, index, layout.margins);
    return page.runs
      .filter((run) => run.text.trim() !== '' && !isWithin(run, area))
      .flatMap((run) => findingAt(layout, run, run.text));
  });
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

const paper = ({ width, height }: LaidPage): Area => ({ left: 0, right: width, bottom: 0, top: height });

/** The first page is a right one. */
function typeArea({ width, height }: LaidPage, index: number, margins: Layout['margins']): Area {
  const { inner, outer, top, bottom } = margins;
  const [left, right] = index % 2 === 0 ? [inner, outer] : [outer, inner];
  return {
    left: left * millimetre,
    right: width - right * millimetre,
    bottom: bottom * millimetre,
    top: height - top * millimetre,
  };
}

function isWithin(run: Run, area: Area): boolean {
  const { x, y, size, turned } = run;
  const { left, right } = turned ? { left: x, right: x } : inked(run);
  return (
    left >= area.left - tolerance &&
    right <= area.right + tolerance &&
    y >= area.bottom - tolerance &&
    y + 0.7 * size <= area.top + tolerance
  );
}
