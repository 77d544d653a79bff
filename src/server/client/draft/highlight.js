/**
 * Mark elements of the draft by a highlight of CSS, which changes nothing of the page, so that the next patch finds it as it
 * was sent; how it looks is for marks.css. A browser without highlights shows no mark.
 *
 * @param {Document} page
 * @param {string} name
 * @param {readonly Element[]} elements None to take it away.
 */
export function highlight(page, name, elements) {
  const view = /** @type {(Window & typeof globalThis) | null} */ (page.defaultView);
  if (!view || !('Highlight' in view)) return;
  const ranges = elements.map((element) => {
    const range = page.createRange();
    range.selectNodeContents(element);
    return range;
  });
  if (ranges.length > 0) view.CSS.highlights.set(name, new view.Highlight(...ranges));
  else view.CSS.highlights.delete(name);
}
