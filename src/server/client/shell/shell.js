import { make } from '../element.js';
import { Menu } from './menu.js';
import { Side } from './side.js';
import { Tabs } from './tabs.js';
import { words as wordsOf } from './words.js';

/** The page around the draft: a bar, the view shown with the notices below it, and a pane beside it. */
export class Shell {
  #report = make('h1', 'report');
  #actions = make('div', 'actions');
  #notices = make('div', 'notices');
  #bar;
  #main;
  #tabs;
  #side;
  #menu;

  /**
   * @param {'zh' | 'en'} language
   * @param {import('./keys.js').Keys} keys
   */
  constructor(language, keys) {
    const words = wordsOf[language];
    this.#tabs = new Tabs(words.views);
    this.#menu = new Menu(words.more, keys);
    this.#side = new Side(words, keys);
    this.#bar = make('header', 'bar');
    this.#bar.append(this.#report, this.#tabs.list, this.#actions, this.#side.buttons, this.#menu.element);
    this.#main = make('main', 'main', this.#tabs.panels, this.#notices);
    document.body.append(this.#bar, this.#main, this.#side.element);
    keys.add({
      keys: 'F6',
      description: words.nextArea,
      run: () => {
        this.#moveOn(1);
      },
    });
    keys.add({
      keys: 'shift+F6',
      description: words.lastArea,
      run: () => {
        this.#moveOn(-1);
      },
    });
  }

  /**
   * A way of looking at the report, as a tab.
   *
   * @param {{ id: string, label: string, content: HTMLElement, onShow?: () => void }} view
   * @returns {{ show: () => void, isShown: () => boolean }}
   */
  addView(view) {
    return this.#tabs.add(view);
  }

  /** @param {string} id */
  showView(id) {
    this.#tabs.show(id);
  }

  /**
   * A pane at the side, with its button in the bar; the button's picture is `icons/<id>.svg`, named in icons.css.
   *
   * @param {import('./side.js').PaneOptions} pane
   * @returns {import('./side.js').Pane}
   */
  addPane(pane) {
    return this.#side.add(pane);
  }

  closePane() {
    this.#side.close();
  }

  /**
   * A button or link in the bar, for what is wanted often.
   *
   * @param {HTMLElement} element
   */
  addAction(element) {
    this.#actions.append(element);
  }

  /**
   * Something in the menu at the end of the bar, for what is wanted seldom. A button closes the menu, and has the focus
   * go back to where it was.
   *
   * @param {HTMLElement} element
   */
  addToMenu(element) {
    this.#menu.add(element);
  }

  /**
   * Something said below the view, which it does not hide; nothing is to be seen of it while it is empty or hidden.
   *
   * @param {HTMLElement} element
   */
  addNotice(element) {
    this.#notices.append(element);
  }

  /**
   * @param {string} title
   * @param {string} language
   */
  setReport(title, language) {
    document.title = title;
    this.#report.textContent = title;
    this.#report.title = title;
    this.#report.lang = language;
  }

  /** @param {boolean} isOutdated What the views show is not made from the newest save. */
  setOutdated(isOutdated) {
    this.#main.toggleAttribute('data-outdated', isOutdated);
  }

  /** @param {1 | -1} step */
  #moveOn(step) {
    const areas = [this.#bar, this.#main, ...(this.#side.isOpen ? [this.#side.element] : [])];
    const at = areas.findIndex((area) => area.contains(document.activeElement));
    const next = areas.at((Math.max(at, 0) + step) % areas.length);
    if (next === this.#bar || at === -1) this.#tabs.focusTab();
    else if (next === this.#main) this.#tabs.focusPanel();
    else this.#side.focus();
  }
}
