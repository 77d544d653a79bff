import { make } from '../element.js';
import { pixelsPerPoint, Sheet } from './sheet.js';

/** @typedef {import('./pdf-library.js').Pdf} Pdf */
/** @typedef {'width' | 'page' | number} Zoom A number is a multiple of the real size. */

/** Steps of zooming, as multiples of the real size. */
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** Pixels around and between sheets; as in the style sheet. */
const gap = 16;

/**
 * The pages of a PDF, one below the other. Only those near the window are drawn; a newer file takes the place of the old
 * one page for page, without moving what is looked at.
 */
export class PageStack {
  element = make('div', 'page-stack');
  /** @type {Sheet[]} */
  #sheets = [];
  /** @type {Pdf | undefined} */
  #pdf;
  /** @type {Zoom} */
  #zoom = 'width';
  #scale = 1;
  /** @type {Set<Sheet>} */
  #near = new Set();
  #observer;
  /** @type {Promise<void> | undefined} */
  #drawing;
  #pageName;
  #onMove;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {(page: number) => string} pageName
   * @param {() => void} onMove Told when another page or zoom is seen.
   */
  constructor(pageName, onMove) {
    this.#pageName = pageName;
    this.#onMove = onMove;
    this.element.tabIndex = 0;
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#see(entries);
      },
      { root: this.element, rootMargin: '75% 0px' },
    );
    this.element.addEventListener('scroll', onMove);
    new ResizeObserver(() => {
      if (typeof this.#zoom !== 'number') this.zoomTo(this.#zoom);
    }).observe(this.element);
  }

  get pages() {
    return this.#sheets.length;
  }

  get pdf() {
    return this.#pdf;
  }

  get zoom() {
    return this.#zoom;
  }

  /** Multiple of the real size. */
  get magnification() {
    return this.#scale / pixelsPerPoint;
  }

  /** Number of the page that has most of the window's upper half; 0 when there is none. */
  get current() {
    const middle = this.element.scrollTop + this.element.clientHeight / 3;
    const below = this.#sheets.findIndex(({ element }) => element.offsetTop > middle);
    return below < 0 ? this.#sheets.length : Math.max(1, below);
  }

  /**
   * Show this file in the place of the one before, at the same place. Resolves when what is looked at is drawn.
   *
   * @param {Pdf} pdf
   */
  async show(pdf) {
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    const pages = await Promise.all(numbers.map((number) => pdf.getPage(number)));
    const old = this.#pdf;
    this.#pdf = pdf;
    const anchor = this.#anchor();
    for (const [index, page] of pages.entries()) {
      const sheet = this.#sheets[index];
      if (sheet) sheet.setPage(page);
      else this.#add(new Sheet(index + 1, page, this.#pageName(index + 1)));
    }
    for (const sheet of this.#sheets.splice(pages.length)) {
      this.#observer.unobserve(sheet.element);
      this.#near.delete(sheet);
      sheet.element.remove();
    }
    this.#layOut();
    this.#restore(anchor);
    await this.#drawNear();
    await old?.loadingTask.destroy();
    this.#onMove();
  }

  /** @param {Zoom} zoom */
  zoomTo(zoom) {
    const anchor = this.#anchor();
    this.#zoom = zoom;
    this.#layOut();
    this.#restore(anchor);
    this.#onMove();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#drawNear(), 120);
  }

  /** @param {1 | -1} direction */
  zoomBy(direction) {
    const now = this.magnification;
    const next =
      direction > 0 ? steps.find((step) => step > now * 1.01) : steps.findLast((step) => step < now * 0.99);
    if (next !== undefined) this.zoomTo(next);
  }

  /**
   * @param {number} page From 1; the nearest there is.
   * @param {number} [fromTop] Points below the page's upper edge.
   */
  goTo(page, fromTop = 0) {
    const sheet = this.#sheets[Math.min(Math.max(page, 1), this.#sheets.length) - 1];
    if (!sheet) return;
    const top =
      fromTop === 0
        ? sheet.element.offsetTop - gap
        : sheet.element.offsetTop + fromTop * this.#scale - 2 * gap;
    this.element.scrollTop = top;
  }

  /** @param {number} page */
  sheet(page) {
    return this.#sheets[page - 1];
  }

  /** @param {Sheet} sheet */
  #add(sheet) {
    this.#sheets.push(sheet);
    this.element.append(sheet.element);
    this.#observer.observe(sheet.element);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    // A view that is not shown keeps what is drawn, to be there at once when it is.
    if (this.element.clientWidth === 0) return;
    for (const { target, isIntersecting } of entries) {
      const sheet = this.#sheets.find(({ element }) => element === target);
      if (!sheet) continue;
      if (isIntersecting) this.#near.add(sheet);
      else if (this.#near.delete(sheet)) sheet.clear();
    }
    void this.#drawNear();
  }

  /** Draw what is near, unless that is being done. */
  async #drawNear() {
    while (this.#nextToDraw)
      await (this.#drawing ??= this.#drawOne().finally(() => (this.#drawing = undefined)));
  }

  async #drawOne() {
    await this.#nextToDraw?.draw();
  }

  /** The sheet to draw next, if any: nearest to what is looked at. */
  get #nextToDraw() {
    const current = this.current;
    const open = [...this.#near].filter(({ isDrawn }) => !isDrawn);
    return open.sort((a, b) => Math.abs(a.number - current) - Math.abs(b.number - current))[0];
  }

  #layOut() {
    const width = Math.max(...this.#sheets.map(({ size }) => size.width), 1);
    const height = Math.max(...this.#sheets.map(({ size }) => size.height), 1);
    const { clientWidth, clientHeight } = this.element;
    if (clientWidth === 0) return;
    const fit = (clientWidth - 2 * gap) / width;
    if (this.#zoom === 'width') this.#scale = Math.min(fit, 1.5 * pixelsPerPoint);
    else if (this.#zoom === 'page') this.#scale = Math.min(fit, (clientHeight - 2 * gap) / height);
    else this.#scale = this.#zoom * pixelsPerPoint;
    for (const sheet of this.#sheets) sheet.setScale(this.#scale);
  }

  /** What lies at the top of the window: a page, and how far of its height is above. */
  #anchor() {
    const top = this.element.scrollTop;
    const below = this.#sheets.findIndex(({ element }) => element.offsetTop + element.offsetHeight > top);
    const sheet = this.#sheets[below];
    if (!sheet) return undefined;
    const { offsetTop, offsetHeight } = sheet.element;
    return { index: below, share: (top - offsetTop) / Math.max(offsetHeight, 1) };
  }

  /** @param {{ index: number, share: number } | undefined} anchor */
  #restore(anchor) {
    if (!anchor) return;
    const element = this.#sheets[Math.min(anchor.index, this.#sheets.length - 1)]?.element;
    if (element) this.element.scrollTop = element.offsetTop + anchor.share * element.offsetHeight;
  }
}
