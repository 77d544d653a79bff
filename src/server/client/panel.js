import { checkGroups } from './check-list.js';
import { problemItem } from './problem-item.js';

/**
 * One thing to tell; see `Problem` in ../problem.ts.
 *
 * @typedef {object} Problem
 * @property {string} code
 * @property {'error' | 'warning' | 'info'} severity
 * @property {string} message
 * @property {string} [file]
 * @property {number} [line]
 * @property {number} [column]
 * @property {string} [hint]
 * @property {string} [source] The line of the file it points at.
 */

const order = { error: 0, warning: 1, info: 2 };

/**
 * The preview's own corner of the page: a badge, and a panel with the problems and the checks. It stands beside `<body>` in
 * a shadow tree, so neither the report's style sheet nor a patch of the page reaches it.
 */
export class Panel {
  #words;
  /** @type {HTMLElement} */
  #panel = part('section', 'panel');
  #title = part('h2', 'title');
  #body = part('div', 'body');
  #list = part('ol', 'list');
  #checks = part('div', 'check-groups');
  #badge = part('button', 'badge');
  #lost = part('p', 'lost');
  #failed = false;

  /** @param {import('./words.js').Words} words */
  constructor(words) {
    this.#words = words;
    const place = document.createElement('div');
    place.id = 'whitepaper-preview';
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/client/panel.css';
    const close = part('button', 'close');
    close.textContent = words.close;
    const header = part('header', 'header');
    header.append(this.#title, close);
    this.#body.append(this.#list, this.#checks);
    this.#panel.append(header, this.#body);
    this.#panel.setAttribute('aria-label', words.panel);
    this.#body.tabIndex = 0; // So that the keyboard can scroll it.
    this.#lost.textContent = words.lost;
    // A live region has to be there, empty, before what it announces.
    const status = part('div', 'status');
    status.setAttribute('role', 'status');
    status.append(this.#lost, this.#badge);
    place.attachShadow({ mode: 'open' }).append(style, this.#panel, status);
    this.showLost(false);
    this.#open(false);
    this.#badge.hidden = true;

    this.#badge.addEventListener('click', () => {
      this.#open(Boolean(this.#panel.hidden));
    });
    close.addEventListener('click', () => {
      this.#open(false);
    });
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#open(false);
    });
    document.documentElement.append(place);
  }

  /**
   * List the problems of the newest build, and the checks of the last good one. Errors open the panel; once closed it
   * stays so until they have been mended.
   *
   * @param {readonly Problem[]} problems
   * @param {readonly import('./check-list.js').Check[]} checks
   * @param {{ failed: boolean, first: boolean }} build `first`: there has been no good page yet.
   */
  show(problems, checks, { failed, first }) {
    const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
    const errors = sorted.filter(({ severity }) => severity === 'error').length;
    const words = this.#words;
    this.#list.replaceChildren(...sorted.map((problem) => problemItem(problem, words)));
    this.#checks.replaceChildren(...checkGroups(checks, words));
    const isQuiet = sorted.length === 0 && !failed;
    if (failed) this.#title.textContent = first ? words.failedAtFirst(errors) : words.failed(errors);
    else this.#title.textContent = isQuiet ? words.checks(checks.length) : words.warnings(sorted.length);
    this.#badge.textContent = failed ? words.errors(errors) : this.#title.textContent;
    this.#badge.hidden = isQuiet && checks.length === 0;
    for (const element of [this.#panel, this.#badge]) {
      element.dataset.failed = String(failed);
      element.dataset.quiet = String(isQuiet);
    }
    if (failed !== this.#failed || this.#badge.hidden) this.#open(failed);
    this.#failed = failed;
  }

  /**
   * Tell that the server is gone, or back.
   *
   * @param {boolean} lost
   */
  showLost(lost) {
    this.#lost.hidden = !lost;
  }

  /** @param {boolean} open */
  #open(open) {
    this.#panel.hidden = !open;
    this.#badge.setAttribute('aria-expanded', String(open));
  }
}

/**
 * @param {string} tagName
 * @param {string} name
 * @returns {HTMLElement}
 */
function part(tagName, name) {
  const element = document.createElement(tagName);
  element.dataset.part = name;
  if (element instanceof HTMLButtonElement) element.type = 'button';
  return element;
}
