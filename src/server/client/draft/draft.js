import { make } from '../element.js';
import { flashChangedBlocks } from './flash-blocks.js';
import { figureTexts, flashChangedFigures } from './flash-figures.js';
import { patchNode } from './patch-page.js';
import { holdPlace } from './scroll-anchor.js';
import { words } from './words.js';

/** The report's page, in a frame of its own: neither its style sheet nor the preview's reaches the other. */
export class Draft {
  /** @type {HTMLIFrameElement} */
  frame = make('iframe', 'draft');
  #view;
  #shownPage = 0;
  /** @type {Promise<void>} */
  #loaded;
  /** @type {Set<(page: Document) => void>} */
  #listeners = new Set();

  /**
   * @param {import('../shell/shell.js').Shell} shell
   * @param {import('../settings.js').Settings} settings
   */
  constructor(shell, { address, language }) {
    const { title } = words[language];
    this.frame.title = title;
    this.frame.name = 'draft';
    this.frame.src = `${address}draft?ui=${language}`;
    this.#loaded = new Promise((resolve) => {
      this.frame.addEventListener(
        'load',
        () => {
          const shown = this.document.querySelector('meta[name="preview-page"]');
          this.#shownPage = Number(shown?.getAttribute('content'));
          this.document.addEventListener('click', openElsewhere);
          resolve();
          this.#changed();
        },
        { once: true },
      );
    });
    this.#view = shell.addView({ id: 'draft', label: title, content: this.frame });
    this.#view.show();
  }

  /** The page itself. */
  get document() {
    const page = this.frame.contentDocument;
    if (!page) throw new Error('the draft’s frame is not of this server');
    return page;
  }

  /**
   * Be told of the page when it is first there and after every change.
   *
   * @param {(page: Document) => void} listener
   */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  /**
   * Make the page this one; what stays as it is keeps its place and state, figures that read otherwise light up.
   *
   * @param {string} html
   * @param {number} number
   */
  async show(html, number) {
    await this.#loaded;
    if (number === this.#shownPage) return;
    const isFirst = this.#shownPage === 0;
    this.#shownPage = number;
    const page = this.document;
    // Parsed apart and under the draft's own policy, the page runs nothing and may have its style attributes.
    const { DOMParser } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (page.defaultView));
    const next = new DOMParser().parseFromString(html, 'text/html');
    const before = figureTexts(page);
    page.documentElement.lang = next.documentElement.lang;
    patchNode(page.head, next.head);
    const goBack = holdPlace(page);
    /** @type {Set<Element>} */
    const changed = new Set();
    patchNode(page.body, next.body, (element) => changed.add(element));
    goBack();
    if (!isFirst) flashChangedBlocks(changed, flashChangedFigures(page, before));
    this.#changed();
  }

  /**
   * Show a place of the draft, in the middle of the window.
   *
   * @param {Element} element
   */
  goTo(element) {
    this.#view.show();
    for (let at = element.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
      at.open = true;
    element.scrollIntoView({ block: 'center' });
  }

  #changed() {
    for (const listener of this.#listeners) listener(this.document);
  }
}

/**
 * The frame stays with the draft: what leads out of it opens in a tab of its own.
 *
 * @param {MouseEvent} event
 */
function openElsewhere(event) {
  const link = /** @type {Element} */ (event.target).closest('a[href]');
  const address = link?.getAttribute('href') ?? '#';
  if (address.startsWith('#')) return;
  event.preventDefault();
  window.open(address, '_blank', 'noopener,noreferrer');
}
