/** @typedef {import('./pdf-library.js').Pdf} Pdf */

/**
 * What each page says, in the order it is painted.
 *
 * @param {Pdf} pdf
 * @returns {Promise<string[]>}
 */
export async function pageTexts(pdf) {
  const texts = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return texts;
}

/**
 * Numbers of the pages that read otherwise than before.
 *
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 */
export function changedPages(before, after) {
  return after.flatMap((text, index) => (text === before[index] ? [] : [index + 1]));
}
