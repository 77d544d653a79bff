import { icon, make } from '../element.js';

/** A button that unfolds a few seldom wanted things. */
export class Menu {
  element = make('div', 'menu');
  #button;
  #content = make('div', 'menu-content');

  /**
   * @param {string} label
   * @param {import('./keys.js').Keys} keys
   */
  constructor(label, keys) {
    this.#button = make('button', 'menu-button', icon('more'));
    this.#button.setAttribute('aria-label', label);
    this.#button.title = label;
    this.#content.id = 'menu-content';
    this.#button.setAttribute('aria-controls', this.#content.id);
    this.#set(false);
    this.element.append(this.#button, this.#content);
    this.#button.addEventListener('click', () => {
      this.#set(!this.#isOpen);
    });
    // Before the button does what it is for, so that a dialog it opens gives the focus back to where it can be seen.
    this.#content.addEventListener(
      'click',
      (event) => {
        if (/** @type {Element} */ (event.target).closest('button')) this.#close();
      },
      { capture: true },
    );
    // A click elsewhere, or a focus that goes elsewhere, into the draft's frame too.
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.element.contains(/** @type {Node} */ (target))) this.#set(false);
    });
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) this.#set(false);
    });
    keys.add({
      keys: 'Escape',
      description: '',
      inFields: true,
      when: () => this.#isOpen,
      run: () => {
        this.#close();
      },
    });
  }

  /** @param {HTMLElement} element */
  add(element) {
    this.#content.append(element);
  }

  get #isOpen() {
    return !this.#content.hidden;
  }

  #close() {
    this.#set(false);
    this.#button.focus();
  }

  /** @param {boolean} isOpen */
  #set(isOpen) {
    this.#content.hidden = !isOpen;
    this.#button.setAttribute('aria-expanded', String(isOpen));
  }
}
