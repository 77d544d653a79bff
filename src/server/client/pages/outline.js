import { make } from '../element.js';
import { sectionIds } from './same-place.js';

/** @typedef {import('./pdf-library.js').Pdf} Pdf */
/**
 * @typedef {object} Entry
 * @property {string} title
 * @property {string | unknown[] | null} dest
 * @property {Entry[]} items
 */

/** @typedef {{ id: string, page: number, fromTop: number }} Place Where a section begins. */

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
 * Where the sections of a PDF begin, in their order.
 *
 * @param {Pdf} pdf
 * @returns {Promise<Place[]>}
 */
export async function placesOf(pdf) {
  /** @type {(entries: readonly Entry[]) => Entry[]} */
  const flat = (entries) => entries.flatMap((entry) => [entry, ...flat(entry.items)]);
  const outline = /** @type {Entry[] | null} */ (await pdf.getOutline());
  const entries = flat(outline ?? []);
  const ids = sectionIds(entries.map(({ title }) => title));
  const places = await Promise.all(entries.map(({ dest }) => placeOf(pdf, dest)));
  return places.flatMap((place, index) => (place ? [{ id: ids[index] ?? '', ...place }] : []));
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
