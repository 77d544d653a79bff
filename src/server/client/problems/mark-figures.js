import { printedAt } from '../shell/go-to-figure.js';

/**
 * Mark the figures problems are about wherever the draft prints them. Highlights change nothing of the page, so the next
 * patch finds it as it was sent; how they look is for draft/marks.css.
 *
 * @param {Document} page
 * @param {readonly { severity: import('./problem-item.js').Problem['severity'], key: string }[]} found
 */
export function markFigures(page, found) {
  const view = /** @type {typeof globalThis | null} */ (/** @type {unknown} */ (page.defaultView));
  // Not every browser has highlights yet, and the list says the same.
  if (!view || !('Highlight' in view)) return;
  for (const severity of /** @type {const} */ (['error', 'warning'])) {
    const ranges = found
      .filter((problem) => problem.severity === severity)
      .flatMap(({ key }) => printedAt(page, key))
      .map((element) => {
        const range = page.createRange();
        range.selectNodeContents(element);
        return range;
      });
    view.CSS.highlights.set(`problem-${severity}`, new view.Highlight(...ranges));
  }
}
