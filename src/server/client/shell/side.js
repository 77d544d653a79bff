import { icon, make } from '../element.js';
import { resizeHandle } from './resize-handle.js';

/**
 * @typedef {object} PaneOptions
 * @property {string} id
 * @property {string} label
 * @property {HTMLElement} content
 * @property {() => void} [onOpen]
 */
/**
 * @typedef {object} Pane
 * @property {() => void} open
 * @property {() => void} enter Open it and go there with the keyboard.
 * @property {() => void} close
 * @property {() => boolean} isOpen
 * @property {(text: string, tone: 'quiet' | 'warning' | 'error', count?: number) => void} describe
 *   What its button says; where there is little room, the count alone.
 */

/** The panes at the side, of which one or none is open, and their buttons. */
export class Side {
  buttons = make('div', 'pane-buttons');
  element = make('aside', 'side');
  #heading = make('h2', 'pane-title');
  #panes = make('div', 'panes');
  #keys;
  /** @type {Map<string, PaneOptions & { button: HTMLButtonElement }>} */
  #byId = new Map();
  /** @type {Element | null} What had the focus before the pane was entered. */
  #cameFrom = null;

  /**
   * @param {{ closePane: string, side: string, width: string }} words
   * @param {import('./keys.js').Keys} keys
   */
  constructor(words, keys) {
    this.#keys = keys;
    this.#heading.id = 'pane-title';
    this.#heading.tabIndex = -1;
    const close = make('button', 'close-pane', icon('close'));
    close.setAttribute('aria-label', words.closePane);
    close.title = words.closePane;
    close.addEventListener('click', () => {
      this.close();
    });
    const head = make('div', 'pane-head', this.#heading, close);
    this.element.append(resizeHandle(this.element, words.width), head, this.#panes);
    this.element.setAttribute('aria-labelledby', this.#heading.id);
    this.element.id = 'side';
    this.element.hidden = true;
    this.buttons.setAttribute('role', 'group');
    this.buttons.setAttribute('aria-label', words.side);
    keys.add({
      keys: 'Escape',
      description: words.closePane,
      inFields: true,
      when: () => this.isOpen,
      run: () => {
        this.close();
      },
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /**
   * @param {PaneOptions} pane
   * @returns {Pane}
   */
  add(pane) {
    const { id, label, content } = pane;
    const text = make('span', 'label', label);
    const badge = make('span', 'count');
    badge.setAttribute('aria-hidden', 'true');
    const button = make('button', 'pane-button', icon(id), text, badge);
    button.title = label;
    button.dataset.pane = id;
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-controls', this.element.id);
    content.dataset.pane = id;
    content.hidden = true;
    // So that it can be scrolled with the keyboard, whatever is in it.
    content.tabIndex = 0;
    this.buttons.append(button);
    this.#panes.append(content);
    this.#byId.set(id, { ...pane, button });
    const isOpen = () => this.isOpen && !content.hidden;
    const toggle = () => {
      if (isOpen()) this.close();
      else this.#open(id);
    };
    const enter = () => {
      this.#open(id);
      this.focus();
    };
    button.addEventListener('click', toggle);
    const place = this.#byId.size;
    if (place < 10) this.#keys.add({ keys: `alt+${String(place)}`, description: label, run: enter });
    return {
      open: () => {
        this.#open(id);
      },
      enter,
      close: () => {
        if (isOpen()) this.close();
      },
      isOpen,
      describe: (said, tone, count = 0) => {
        text.textContent = said;
        button.title = said;
        button.dataset.tone = tone;
        badge.dataset.count = count > 0 ? String(count) : '';
      },
    };
  }

  /** Into the open pane: the field it begins with, or its heading. */
  focus() {
    const field = /** @type {HTMLElement | null} */ (
      this.#panes.querySelector(':scope > :not([hidden]) [autofocus]')
    );
    (field ?? this.#heading).focus();
  }

  /** Close what is open; a focus that was in it goes back to where it came from. */
  close() {
    const wasInside = this.element.contains(document.activeElement);
    const cameFrom = this.#cameFrom;
    this.#open(undefined);
    if (wasInside && cameFrom?.isConnected) /** @type {HTMLElement} */ (cameFrom).focus();
  }

  /** @param {string | undefined} id */
  #open(id) {
    const active = document.activeElement;
    if (!this.element.contains(active)) this.#cameFrom = active;
    for (const [other, { button, content, label, onOpen }] of this.#byId) {
      const isShown = other === id;
      const isNew = isShown && Boolean(content.hidden);
      content.hidden = !isShown;
      button.setAttribute('aria-expanded', String(isShown));
      if (isShown) {
        this.#heading.textContent = label;
        this.element.hidden = false;
      }
      if (isNew) onOpen?.();
    }
    if (id === undefined) this.element.hidden = true;
  }
}
