/**
 * Something the keyboard does. `keys` are the combinations that do it, the first of them shown in the help: a character
 * or the name of a key, with `mod+` (Ctrl, or ⌘ on a Mac), `alt+` or `shift+` before it.
 *
 * @typedef {object} Shortcut
 * @property {readonly string[] | string} keys
 * @property {string} description For the help, in the language of the interface; empty for one not listed there.
 * @property {() => void} run
 * @property {() => boolean} [when] Otherwise the key is left to the browser, or to a shortcut added later.
 * @property {boolean} [inFields] Also while the reader is typing; `mod+`, `alt+` and F keys always are.
 */

/** What the keyboard does, wherever the focus is: on the preview's own page or in the frame of the draft. */
export class Keys {
  /** @type {Shortcut[]} */
  #shortcuts = [];
  /** @type {WeakSet<Document>} */
  #heard = new WeakSet();

  constructor() {
    this.listen(document);
  }

  /** All there are, in the order they were added. */
  get shortcuts() {
    return /** @type {readonly Shortcut[]} */ (this.#shortcuts);
  }

  /** @param {Shortcut} shortcut */
  add(shortcut) {
    this.#shortcuts.push(shortcut);
  }

  /**
   * Hear the keys pressed in a document; hearing one twice does no harm.
   *
   * @param {Document} page
   */
  listen(page) {
    if (this.#heard.has(page)) return;
    this.#heard.add(page);
    page.addEventListener('keydown', (event) => {
      this.#press(event);
    });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    // What a part has taken itself, what an input method is at, and what belongs to an open dialog is not ours.
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const typing = isField(event.target);
    for (const { keys, run, when, inFields = false } of this.#shortcuts) {
      const hit = [keys].flat().find((combination) => isPressed(combination, event));
      if (hit === undefined || (typing && !inFields && !/^(?:mod|alt)\+|^F\d/.test(hit))) continue;
      if (when && !when()) continue;
      event.preventDefault();
      run();
      return;
    }
  }
}

/** Whether ⌘ is what Ctrl is elsewhere. */
export const isMac = /^(?:Mac|iP)/.test(navigator.platform);

/**
 * @param {string} combination
 * @param {KeyboardEvent} event
 */
function isPressed(combination, { key, code, ctrlKey, metaKey, altKey, shiftKey }) {
  const parts = combination.split(/\+(?=.)/);
  const wanted = parts.pop() ?? '';
  const mod = isMac ? metaKey : ctrlKey;
  const other = isMac ? ctrlKey : metaKey;
  if (other || mod !== parts.includes('mod') || altKey !== parts.includes('alt')) return false;
  // Signs such as ? are typed with Shift on one keyboard and without on another.
  const isSign = wanted.length === 1 && wanted.toLowerCase() === wanted.toUpperCase();
  if (!isSign && shiftKey !== parts.includes('shift')) return false;
  // With Alt a Mac types another character than the key is named after.
  return key.toLowerCase() === wanted.toLowerCase() || (altKey && code === `Digit${wanted}`);
}

/**
 * Nodes may be of the draft's frame, whose `Element` is not this one.
 *
 * @param {EventTarget | null} target
 */
function isField(target) {
  const { tagName, isContentEditable } = /** @type {Partial<HTMLElement>} */ (target ?? {});
  return isContentEditable === true || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName ?? '');
}
