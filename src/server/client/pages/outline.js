import { make } from '../element.js';

/** @typedef {import('./pdf-library.js').Pdf} Pdf */
/**
 * @typedef {object} Entry
 * @property {string} title
 * @property {string | unknown[] | null} dest
 * @property {Entry[]} items
 */

/**
 * The contents of a PDF as lists of buttons.
 *
 * @param {Pdf} pdf
 * @param {(page: number, fromTop: number) => void} goTo
 * @returns {Promise<HTMLElement>}
 */
export async function outlineOf(pdf, goTo) {
  /** @param {Entry[]} entries */
  const listOf = (entries) => {
    const items = entries.map(({ title, dest, items: inner }) => {
      const button = make('button', 'outline-entry', title);
      button.addEventListener('click', () => {
        void placeOf(pdf, dest).then((place) => {
          if (place) goTo(place.page, place.fromTop);
        });
      });
      const item = make('li', '', button);
      if (inner.length > 0) item.append(listOf(inner));
      return item;
    });
    return make('ol', 'outline', ...items);
  };
  // The package's types do not know files without one.
  const entries = /** @type {Entry[] | null} */ (await pdf.getOutline());
  return listOf(entries ?? []);
}

/**
 * @param {Pdf} pdf
 * @param {Entry['dest']} dest
 * @returns {Promise<{ page: number, fromTop: number } | undefined>}
 */
async function placeOf(pdf, dest) {
  const found = /** @type {unknown[] | null} */ (
    typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  );
  if (!found) return undefined;
  const [reference, kind, , y] =
    /** @type {[{ num: number, gen: number }, { name: string }, unknown, unknown]} */ (found);
  const page = (await pdf.getPageIndex(reference)) + 1;
  const { height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
  return { page, fromTop: kind.name === 'XYZ' && typeof y === 'number' ? Math.max(0, height - y) : 0 };
}
