import { light } from './light.js';

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
 * Light up each figure that reads otherwise than before.
 *
 * @param {Document} page
 * @param {ReturnType<typeof figureTexts>} before
 * @returns {Element[]} Those that are lit.
 */
export function flashChangedFigures(page, before) {
  const lit = [];
  for (const [key, { element, text }] of figureTexts(page)) {
    const old = before.get(key);
    if (old === undefined || old.text === text) continue;
    light(element, 'changed-figure');
    lit.push(element);
  }
  return lit;
}
