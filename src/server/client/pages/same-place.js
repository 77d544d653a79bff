/** @typedef {import('./outline.js').Place} Place */

/** Where headings are looked for, as a share of the window's height: what stands above has been read. */
const sight = 1 / 3;

/**
 * Leave the reader in the same section when going from the draft to the pages and back. Who has not moved meanwhile comes back
 * to the very same place.
 */
export class SamePlace {
  #app;
  #stack;
  /** @type {readonly Place[]} */
  #places = [];
  /** Sections the reader has come from, the nearest first, until the pages have followed. @type {readonly string[]} */
  #wanted = [];

  /**
   * @param {import('../app.js').App} app
   * @param {import('./page-stack.js').PageStack} stack
   */
  constructor(app, stack) {
    this.#app = app;
    this.#stack = stack;
    app.shell.onSwitch((from, to) => {
      if (from === 'draft' && to === 'pages') {
        const passed = sectionsOf(app.draft.document).filter(isPassed);
        this.#wanted = passed.map(({ id }) => id).reverse();
        return () => {
          this.#follow();
        };
      }
      if (from !== 'pages' || to !== 'draft') return undefined;
      const passed = this.#passed();
      return () => {
        this.#lead(passed);
      };
    });
  }

  /** @param {readonly Place[]} places Of the file shown. */
  know(places) {
    this.#places = places;
    this.#follow();
  }

  /** Sections on the pages up to what is looked at, the nearest first. */
  #passed() {
    return this.#places
      .filter(({ page, fromTop }) => this.#stack.hasPassed(page, fromTop, sight))
      .map(({ id }) => id)
      .reverse();
  }

  #follow() {
    const target = this.#wanted
      .map((id) => this.#places.find((place) => place.id === id))
      .find((place) => place !== undefined);
    if (!target) return;
    this.#wanted = [];
    if (this.#passed()[0] !== target.id) this.#stack.goTo(target.page, target.fromTop);
  }

  /** @param {readonly string[]} passed */
  #lead(passed) {
    const sections = sectionsOf(this.#app.draft.document);
    const here = sections.filter(isPassed).map(({ id }) => id);
    const known = new Set(this.#places.map(({ id }) => id));
    const target = passed.map((id) => sections.find((section) => section.id === id)).find(Boolean);
    if (target && here.findLast((id) => known.has(id)) !== target.id)
      target.element.scrollIntoView({ block: 'start' });
  }
}

/**
 * The headings of the draft that are to be seen, named as those of the pages are.
 *
 * @param {Document} page
 */
function sectionsOf(page) {
  const headings = [...page.querySelectorAll('h1, h2, h3')];
  const ids = sectionIds(headings.map(({ textContent }) => textContent));
  return headings
    .map((element, index) => ({ element, id: ids[index] ?? '' }))
    .filter(({ element }) => element.getClientRects().length > 0);
}

/** @param {{ element: Element }} section */
function isPassed({ element }) {
  const height = element.ownerDocument.defaultView?.innerHeight ?? 0;
  return element.getBoundingClientRect().top <= height * sight;
}

/**
 * Names of headings by their words, the second of the same words told from the first.
 *
 * @param {readonly string[]} titles
 */
export function sectionIds(titles) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return titles.map((title) => {
    const words = title.replace(/\s+/g, '');
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    return `${words}#${String(count)}`;
  });
}
