/**
 * Keep what stands at the top of the window where it is, whatever is put in or taken out above it. Returns how to go back to it
 * after the change.
 *
 * @param {Document} page
 * @returns {() => void}
 */
export function holdPlace(page) {
  const view = page.defaultView;
  // At the very top the reader wants to see what comes there.
  if (!view || view.scrollY === 0) return () => undefined;
  /** @type {{ element: Element, y: number }[]} */
  const held = [];
  const top = page.elementFromPoint(view.innerWidth / 2, 1);
  for (let element = top; element && element !== page.body; element = element.parentElement)
    held.push({ element, y: element.getBoundingClientRect().top });
  return () => {
    // What was replaced is nowhere now; what it stood in may still be there.
    const found = held.find(({ element }) => element.isConnected);
    if (!found) return;
    const moved = found.element.getBoundingClientRect().top - found.y;
    if (moved !== 0) view.scrollBy({ top: moved, behavior: 'instant' });
  };
}
