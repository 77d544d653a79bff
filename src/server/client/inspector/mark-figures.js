/**
 * Mark a figure of the draft and the other places it is printed in. By the highlights of CSS, which leave the page as the
 * server sent it; a browser without them shows no mark.
 *
 * @param {Document} page
 * @param {HTMLElement | undefined} element
 * @param {readonly HTMLElement[]} others
 */
export function markFigures(page, element, others) {
  const view = /** @type {(Window & typeof globalThis) | null} */ (page.defaultView);
  if (!view || !('Highlight' in view)) return;
  const { highlights } = view.CSS;
  const mark = (/** @type {string} */ name, /** @type {readonly HTMLElement[]} */ elements) => {
    const ranges = elements.map((each) => {
      const range = page.createRange();
      range.selectNodeContents(each);
      return range;
    });
    if (ranges.length > 0) highlights.set(name, new view.Highlight(...ranges));
    else highlights.delete(name);
  };
  mark('inspected', element ? [element] : []);
  mark(
    'inspected-elsewhere',
    others.filter((other) => other !== element),
  );
}
