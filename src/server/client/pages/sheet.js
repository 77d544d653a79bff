import { make } from '../element.js';
import { pdfLibrary } from './pdf-library.js';

/** @typedef {import('./pdf-library.js').PdfPage} PdfPage */

/** Most pixels of one canvas; more is refused by the browsers of tablets. */
const mostPixels = 16_000_000;

/** Pixels of the screen in a point of the PDF, at a zoom of one. */
export const pixelsPerPoint = 96 / 72;

/** One page as it lies in the view: paper, what is drawn on it, and its text to be selected and searched. */
export class Sheet {
  element = make('div', 'sheet');
  #number;
  /** @type {PdfPage} */
  #page;
  #scale = 1;
  /** @type {HTMLCanvasElement | undefined} */
  #canvas;
  /** @type {HTMLElement | undefined} */
  #text;
  /** What is drawn, or being drawn: another page or scale is to be drawn anew. */
  #drawn = '';
  /** @type {{ cancel: () => void } | undefined} */
  #task;
  #version = 0;

  /**
   * @param {number} number From 1.
   * @param {PdfPage} page
   * @param {string} label
   */
  constructor(number, page, label) {
    this.#number = number;
    this.#page = page;
    this.element.dataset.page = String(number);
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', label);
  }

  get number() {
    return this.#number;
  }

  /** Width and height of the page in points. */
  get size() {
    const { width, height } = this.#page.getViewport({ scale: 1 });
    return { width, height };
  }

  /** Whether what is seen is what the page is. */
  get isDrawn() {
    return this.#canvas !== undefined && this.#drawn === this.#wanted;
  }

  get #wanted() {
    return `${String(this.#version)} ${String(this.#scale)}`;
  }

  /**
   * The page of a newer file; the old one stays to be seen until the new one is drawn.
   *
   * @param {PdfPage} page
   */
  setPage(page) {
    this.#page = page;
    this.#version += 1;
  }

  /**
   * Lay the sheet out; what is drawn is stretched until it is drawn anew.
   *
   * @param {number} scale Screen pixels a point.
   */
  setScale(scale) {
    this.#scale = scale;
    const { width, height } = this.size;
    this.element.style.width = `${String(width * scale)}px`;
    this.element.style.height = `${String(height * scale)}px`;
    this.element.style.setProperty('--total-scale-factor', String(scale));
  }

  /** Draw the page, unless it is drawn. Resolves early when something else is wanted meanwhile. */
  async draw() {
    const wanted = this.#wanted;
    if (this.#drawn === wanted) return;
    this.#task?.cancel();
    this.#drawn = wanted;
    const page = this.#page;
    const { TextLayer } = await pdfLibrary();
    const paper = page.getViewport({ scale: this.#scale });
    const most = Math.sqrt(mostPixels / (paper.width * paper.height));
    const viewport = page.getViewport({ scale: this.#scale * Math.min(window.devicePixelRatio, most) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport });
    this.#task = task;
    try {
      await task.promise;
    } catch (error) {
      empty(canvas);
      if (this.#drawn === wanted) this.#drawn = '';
      if (/** @type {Error} */ (error).name === 'RenderingCancelledException') return;
      throw error;
    }
    if (this.#drawn !== wanted) {
      empty(canvas);
      return;
    }
    this.#replaceCanvas(canvas);
    const text = make('div', 'page-text');
    text.className = 'textLayer';
    const source = page.streamTextContent({ includeMarkedContent: true, disableNormalization: true });
    const layer = new TextLayer({ textContentSource: source, container: text, viewport: paper });
    this.#task = layer;
    await layer.render().catch(() => undefined);
    if (this.#drawn !== wanted) return;
    this.#text?.remove();
    this.#text = text;
    this.element.append(text);
  }

  /** Free what is drawn: the sheet is far from being seen. */
  clear() {
    this.#task?.cancel();
    this.#task = undefined;
    this.#drawn = '';
    if (this.#canvas) empty(this.#canvas);
    this.#canvas = undefined;
    this.#text?.remove();
    this.#text = undefined;
    this.#page.cleanup();
  }

  /** Show for a moment that the page is not what it was. */
  markChanged() {
    const light = { boxShadow: '0 0 0 5px #ffcc40' };
    const animation = this.element.animate([light, { ...light, offset: 0.4 }, {}], {
      duration: 2500,
      easing: 'ease-out',
    });
    animation.id = 'changed-page';
  }

  /** @param {HTMLCanvasElement} canvas */
  #replaceCanvas(canvas) {
    this.element.prepend(canvas);
    if (this.#canvas) empty(this.#canvas);
    this.#canvas = canvas;
  }
}

/**
 * Safari keeps the memory of a canvas until it has no size.
 *
 * @param {HTMLCanvasElement} canvas
 */
function empty(canvas) {
  canvas.width = canvas.height = 0;
  canvas.remove();
}
