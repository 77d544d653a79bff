/**
 * The printed text of every figure, by its key and how often the key came before: a figure stands on many pages.
 *
 * @param {Document} page
 * @returns {Map<string, { element: HTMLElement, text: string }>}
 */
export function figureTexts(page) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {ReturnType<typeof figureTexts>} */
  const texts = new Map();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll('data[data-figure]'))) {
    const key = element.dataset.figure ?? '';
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    texts.set(`${key}#${String(count)}`, { element, text: element.textContent });
  }
  return texts;
}

/**
 * Light up, for a moment, each figure that reads otherwise than before. An animation leaves no mark on the element,
 * so the next patch finds the page as it was sent.
 *
 * @param {Document} page
 * @param {ReturnType<typeof figureTexts>} before
 */
export function flashChangedFigures(page, before) {
  for (const [key, { element, text }] of figureTexts(page)) {
    const old = before.get(key);
    if (old === undefined || old.text === text) continue;
    const light = { backgroundColor: 'rgb(255 204 64 / 50%)', boxShadow: '0 0 0 3px rgb(255 204 64 / 50%)' };
    const none = { backgroundColor: 'transparent', boxShadow: '0 0 0 3px transparent' };
    const animation = element.animate([light, { ...light, offset: 0.4 }, none], {
      duration: 2500,
      easing: 'ease-out',
    });
    animation.id = 'changed-figure';
  }
}
