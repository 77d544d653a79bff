import { make } from '../element.js';
import { words } from './words.js';

/**
 * The page around the draft: a bar with the views and the buttons of the panes, the view shown, and a pane beside it.
 */
export class Shell {
  #bar = make('header', 'bar');
  #views = make('div', 'views');
  #tabs = make('div', 'tabs');
  #actions = make('div', 'actions');
  #paneButtons = make('div', 'pane-buttons');
  #side = make('aside', 'side');
  /** @type {Map<string, { tab: HTMLButtonElement, content: HTMLElement, onShow: (() => void) | undefined }>} */
  #byView = new Map();
  /** @type {Map<string, { button: HTMLButtonElement, content: HTMLElement, onOpen: (() => void) | undefined }>} */
  #byPane = new Map();

  /** @param {'zh' | 'en'} language */
  constructor(language) {
    this.#tabs.setAttribute('role', 'tablist');
    this.#tabs.setAttribute('aria-label', words[language].views);
    this.#side.setAttribute('aria-label', words[language].side);
    this.#side.hidden = true;
    this.#bar.append(this.#tabs, this.#actions, this.#paneButtons);
    const main = make('main', 'main', this.#views);
    document.body.append(this.#bar, main, this.#side);
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.closePane();
    });
  }

  /**
   * A way of looking at the report, as a tab.
   *
   * @param {{ id: string, label: string, content: HTMLElement, onShow?: () => void }} view
   * @returns {{ show: () => void, isShown: () => boolean }}
   */
  addView({ id, label, content, onShow }) {
    const tab = make('button', 'tab', label);
    tab.setAttribute('role', 'tab');
    tab.dataset.view = id;
    tab.setAttribute('aria-selected', 'false');
    content.dataset.view = id;
    content.hidden = true;
    this.#tabs.append(tab);
    this.#views.append(content);
    this.#byView.set(id, { tab, content, onShow });
    tab.addEventListener('click', () => {
      this.showView(id);
    });
    return {
      show: () => {
        this.showView(id);
      },
      isShown: () => !content.hidden,
    };
  }

  /** @param {string} id */
  showView(id) {
    for (const [other, { tab, content, onShow }] of this.#byView) {
      const isShown = other === id;
      const isNew = isShown && Boolean(content.hidden);
      content.hidden = !isShown;
      tab.setAttribute('aria-selected', String(isShown));
      if (isNew) onShow?.();
    }
  }

  /**
   * A pane at the side, with its button in the bar.
   *
   * @param {{ id: string, label: string, content: HTMLElement, onOpen?: () => void }} pane
   * @returns {Pane}
   */
  addPane({ id, label, content, onOpen }) {
    const button = make('button', 'pane-button', label);
    button.dataset.pane = id;
    button.setAttribute('aria-expanded', 'false');
    content.dataset.pane = id;
    content.hidden = true;
    this.#paneButtons.append(button);
    this.#side.append(content);
    this.#byPane.set(id, { button, content, onOpen });
    const isOpen = () => !content.hidden;
    const open = () => {
      this.#openPane(id);
    };
    const close = () => {
      if (isOpen()) this.closePane();
    };
    button.addEventListener('click', () => {
      if (isOpen()) close();
      else open();
    });
    return {
      open,
      close,
      isOpen,
      describe: (text, tone) => {
        button.textContent = text;
        button.dataset.tone = tone;
      },
    };
  }

  /**
   * A button or link in the bar.
   *
   * @param {HTMLElement} element
   */
  addAction(element) {
    this.#actions.append(element);
  }

  closePane() {
    this.#openPane(undefined);
  }

  /** @param {string | undefined} id */
  #openPane(id) {
    for (const [other, { button, content, onOpen }] of this.#byPane) {
      const isOpen = other === id;
      const isNew = isOpen && Boolean(content.hidden);
      content.hidden = !isOpen;
      button.setAttribute('aria-expanded', String(isOpen));
      if (isNew) onOpen?.();
    }
    this.#side.hidden = id === undefined;
  }
}

/**
 * @typedef {object} Pane
 * @property {() => void} open
 * @property {() => void} close
 * @property {() => boolean} isOpen
 * @property {(text: string, tone: 'quiet' | 'warning' | 'error') => void} describe What its button says.
 */
