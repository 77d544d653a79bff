import { icon, make } from '../element.js';

/** A button in the bar that unfolds a few things. */
export class Menu {
  element = make('div', 'menu');
  #button;
  #content = make('div', 'menu-content');

  /**
   * @param {{ id: string, label: string, isNamed?: boolean }} menu The button's picture is `icons/<id>.svg`; `isNamed`: the
   *   label stands beside it where there is room.
   * @param {import('./keys.js').Keys} keys
   */
  constructor({ id, label, isNamed = false }, keys) {
    this.element.dataset.menu = id;
    this.#button = make('button', 'menu-button', icon(id));
    if (isNamed) this.#button.append(make('span', 'label', label));
    else this.#button.setAttribute('aria-label', label);
    this.#button.title = label;
    this.#content.id = `menu-${id}`;
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
        if (/** @type {Element} */ (event.target).closest('button')) this.close();
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
    keys.addEscape({
      when: () => this.#isOpen,
      run: () => {
        this.close();
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

  /**
   * Say more of it than its name.
   *
   * @param {string} text
   * @param {'quiet' | 'warning'} tone
   */
  describe(text, tone) {
    this.#button.title = text;
    this.#button.dataset.tone = tone;
  }

  /** Close it, and let the focus be where it can be seen. */
  close() {
    if (!this.#isOpen) return;
    this.#set(false);
    this.#button.focus();
  }

  /** @param {boolean} isOpen */
  #set(isOpen) {
    this.#content.hidden = !isOpen;
    this.#button.setAttribute('aria-expanded', String(isOpen));
  }
}
