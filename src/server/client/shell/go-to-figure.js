/**
 * Show a figure where it is first printed in plain sight, light it up for a moment, and let the parts know that the
 * reader asks after it. Says whether it is printed at all.
 *
 * @param {import('../app.js').App} app
 * @param {string} key
 */
export function goToFigure(app, key) {
  const places = printedAt(app.draft.document, key);
  const element = places.find((place) => !place.closest('details:not([open])')) ?? places[0];
  if (element) showPlace(app, element);
  app.emit('inspect', { key, element });
  return element !== undefined;
}

/**
 * Show an element of the draft and light it up for a moment; an animation leaves no mark on it.
 *
 * @param {import('../app.js').App} app
 * @param {HTMLElement} element
 */
export function showPlace(app, element) {
  app.draft.goTo(element);
  const [light, none] = ['rgb(64 140 220 / 55%)', 'transparent'];
  const frames = [light, light, none].map((colour) => ({ boxShadow: `0 0 0 3px ${colour}` }));
  element.animate(frames, { duration: 2000 }).id = 'shown-place';
}

/**
 * Where a figure is printed, in the order of the page.
 *
 * @param {Document} page
 * @param {string} key
 * @returns {HTMLElement[]}
 */
export function printedAt(page, key) {
  return [...page.querySelectorAll(`data[data-figure="${CSS.escape(key)}"]`)].map(
    (element) => /** @type {HTMLElement} */ (element),
  );
}
