import { findingAt } from './finding.ts';
import { inked } from './inked.ts';
import type { Finding, Layout, Run } from './layout.ts';

/** Deviation of sizes that rounding explains. */
const tolerance = 0.01;

/**
 * The browser sets the whole document smaller when something in it is wider than the page. What reaches furthest to the
 * right is named, as it is the likely cause.
 */
export function shrunk(layout: Layout): Finding[] {
  const { blocks, bodySize } = layout;
  const text = blocks.find(({ element, around, runs }) => {
    const isPlain = element.tagName === 'p' && element.properties.dataPart === undefined;
    return (
      isPlain && around.length === 1 && runs.some(isText) && isFlowing(around[0]?.element.properties.dataPart)
    );
  });
  const size = text?.runs.find(isText)?.size ?? bodySize;
  if (Math.abs(size - bodySize) <= tolerance * bodySize) return [];
  const widest = blocks
    .flatMap(({ runs }) => runs)
    .filter(isText)
    .reduce<Run | undefined>(
      (far, run) => (far === undefined || inked(run).right > inked(far).right ? run : far),
      undefined,
    );
  return widest ? findingAt(layout, widest, widest.text) : [];
}

const isText = ({ text }: Run): boolean => text.trim().length > 1;

/** Sections whose paragraphs are set in the size of the body. */
function isFlowing(part: unknown): boolean {
  return part === 'front' || part === 'chapter' || part === 'highlights';
}
