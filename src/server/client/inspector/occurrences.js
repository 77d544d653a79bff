/**
 * A place of the draft a figure is printed in.
 *
 * @typedef {object} Occurrence
 * @property {HTMLElement} element
 * @property {string} where Title of the table or chart, else the heading above; empty on the cover and in the contents.
 * @property {string} before Words before it in its paragraph or row.
 * @property {string} after
 */

/** Characters shown on either side. */
const around = 14;

/**
 * Every place a figure is printed in, in the order of the page; rows of the tables behind charts are some.
 *
 * @param {Document} page
 * @param {string} key
 * @returns {Occurrence[]}
 */
export function occurrencesOf(page, key) {
  const found = [];
  let heading = '';
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    page.querySelectorAll('h1, h2, h3, data[data-figure]')
  )) {
    if (element.dataset.figure === undefined) heading = textOf(element);
    else if (element.dataset.figure === key) {
      const caption = element.closest('figure, table')?.querySelector('figcaption, caption');
      found.push({ element, where: caption ? textOf(caption) : heading, ...wordsAround(element) });
    }
  }
  return found;
}

/**
 * The figures of the draft, in the order of the page.
 *
 * @param {Document} page
 * @returns {HTMLElement[]}
 */
export function figuresOf(page) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll('data[data-figure]'))];
}

/** @param {HTMLElement} element */
function wordsAround(element) {
  const block = element.closest('p, tr, li, h1, h2, h3, figcaption, dd') ?? element;
  const page = element.ownerDocument;
  const range = page.createRange();
  range.setStart(block, 0);
  range.setEndBefore(element);
  const before = squeeze(range.toString());
  range.selectNodeContents(block);
  range.setStartAfter(element);
  const after = squeeze(range.toString());
  return {
    before: before.length > around ? `…${before.slice(-around)}` : before,
    after: after.length > around ? `${after.slice(0, around)}…` : after,
  };
}

/** @param {Element} element */
function textOf(element) {
  return squeeze(element.textContent);
}

/** @param {string} text */
function squeeze(text) {
  return text.replace(/\s+/g, ' ').trim();
}
