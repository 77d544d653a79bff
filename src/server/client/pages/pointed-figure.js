/**
 * A figure printed on a page; see `PrintedOnPage` in ../../documents/printed-on-pages.ts.
 *
 * @typedef {object} PrintedFigure
 * @property {string} key
 * @property {string} text
 * @property {number} page
 */

/**
 * The figure a pointer is at: the one whose printed words lie around that place of the page's text. Where the same words
 * are printed for several, the first is meant by the first of them, the second by the second.
 *
 * @param {MouseEvent} event On a page's text.
 * @param {readonly PrintedFigure[]} figures Those of the page, in the order of the document.
 * @returns {string | undefined} Its key.
 */
export function pointedFigure({ clientX, clientY, target }, figures) {
  const layer = /** @type {Element} */ (target).closest('.textLayer');
  const caret = caretAt(clientX, clientY);
  if (!layer || !caret || !layer.contains(caret.node)) return undefined;
  let text = '';
  let at = -1;
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const content = node.textContent ?? '';
    if (node === caret.node) at = text.length + compact(content.slice(0, caret.offset)).length;
    text += compact(content);
  }
  const hits = figures.flatMap(({ key, text: printed }, index) => {
    const words = compact(printed);
    const before = figures.slice(0, index).filter((other) => compact(other.text) === words).length;
    const starts = startsOf(text, words);
    const start = starts.findIndex((from) => from <= at && at <= from + words.length);
    return start < 0 ? [] : [{ key, length: words.length, distance: Math.abs(start - before) }];
  });
  hits.sort((a, b) => b.length - a.length || a.distance - b.distance);
  return hits[0]?.key;
}

/** @param {string} text */
const compact = (text) => text.replace(/\s+/g, '');

/**
 * Where words stand in a text as a whole: 27件 does not stand in 127件.
 *
 * @param {string} text
 * @param {string} words
 */
function startsOf(text, words) {
  const starts = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1))
    if (!/\d\.?$/.test(text.slice(Math.max(0, at - 2), at)) || !/^\d/.test(words)) starts.push(at);
  return starts;
}

/**
 * Firefox and Chromium know one way to ask, Safari another.
 *
 * @param {number} x
 * @param {number} y
 * @returns {{ node: Node, offset: number } | undefined}
 */
function caretAt(x, y) {
  /** @type {{ caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node, offset: number } | null }} */
  const page = document;
  const position = page.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  /** @type {{ caretRangeFromPoint?: (x: number, y: number) => Range | null }} */
  const other = document;
  const range = other.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
