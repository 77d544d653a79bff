import { light } from './light.js';

/** What is lit as one: the drawing of a chart, a cell, a paragraph, a heading. */
const blocks = '[data-part=drawing], td, th, li, p, h1, h2, h3, summary, figure';

/** More changes at once than these are another edition, and all of it is new. */
const most = 100;

/**
 * Light up what has changed and is no figure: a paragraph with other words, a chart drawn anew. Where a figure in it is lit already,
 * that says it better.
 *
 * @param {ReadonlySet<Element>} changed
 * @param {readonly Element[]} lit The figures.
 */
export function flashChangedBlocks(changed, lit) {
  /** @type {Set<Element>} */
  const found = new Set();
  for (const element of changed) {
    const block = element.isConnected ? element.closest(blocks) : null;
    if (block && !lit.some((figure) => block.contains(figure))) found.add(block);
  }
  if (found.size > most) return;
  for (const block of found) light(block, 'changed-block');
}
