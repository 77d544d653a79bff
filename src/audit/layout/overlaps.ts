import { findingAt } from './finding.ts';
import { inked } from './inked.ts';
import type { Finding, Layout, Run } from './layout.ts';

/** Two texts on top of each other, such as labels of a chart. */
export function overlaps(layout: Layout): Finding[] {
  return layout.pages.flatMap(({ runs, margin }) => {
    const upright = [...runs, ...margin].filter(isInked).sort((a, b) => b.y - a.y);
    return upright.flatMap((run, index) => {
      for (let next = index + 1; next < upright.length; next += 1) {
        const other = upright[next];
        if (other === undefined || run.y - other.y > 2 * Math.max(run.size, other.size)) break;
        if (overlap(run, other)) return findingAt(layout, run, `${run.text.trim()} / ${other.text.trim()}`);
      }
      return [];
    });
  });
}

/** Dots of emphasis stand under their characters, and turned texts in the margin of a chart. */
function isInked({ text, turned }: Run): boolean {
  return !turned && !/^[\s·•]*$/.test(text);
}

/** Whether the bodies of two texts cover each other by more than their faces' own overhang. */
function overlap(a: Run, b: Run): boolean {
  const [one, other] = [inked(a), inked(b)];
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(a.y + 0.75 * a.size, b.y + 0.75 * b.size) - Math.max(a.y, b.y);
  const small = Math.min(a.size, b.size);
  return across > 0.25 * small && down > 0.25 * small;
}
