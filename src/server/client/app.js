import { Draft } from './draft/draft.js';
import { Keys } from './shell/keys.js';
import { Shell } from './shell/shell.js';
import { readSettings } from './settings.js';

/**
 * What the server pushes; see `PreviewState` in ../preview-state.ts.
 *
 * @typedef {object} State
 * @property {number} page Number of the last good page; 0 before there is one.
 * @property {string} [html] That page; absent when it has been sent before.
 * @property {boolean} failed
 * @property {readonly import('./problems/problem-item.js').Problem[]} problems
 * @property {readonly import('./problems/check-list.js').Check[]} checks
 */

/**
 * What parts tell each other. `state`: the server sent one, and the draft shows it; `connection`: it is there, or lost;
 * `inspect`: the reader wants to know about a figure.
 *
 * @typedef {object} Events
 * @property {State} state
 * @property {'there' | 'lost'} connection
 * @property {{ key: string, element: HTMLElement | undefined }} inspect `element`: where it was pointed at.
 */

/** What all parts of the preview share. */
export class App {
  settings = readSettings();
  keys = new Keys();
  shell = new Shell(this.settings.language, this.keys);
  draft = new Draft(this.shell, this.settings);
  /** @type {State | undefined} */
  state;
  /** @type {{ [Name in keyof Events]: Set<(detail: Events[Name]) => void> }} */
  #listeners = { state: new Set(), connection: new Set(), inspect: new Set() };

  constructor() {
    this.draft.onChange((page) => {
      this.keys.listen(page);
      this.shell.setReport(page.title, page.documentElement.lang);
    });
  }

  /**
   * @template {keyof Events} Name
   * @param {Name} name
   * @param {(detail: Events[Name]) => void} listener
   */
  on(name, listener) {
    this.#listeners[name].add(listener);
  }

  /**
   * @template {keyof Events} Name
   * @param {Name} name
   * @param {Events[Name]} detail
   */
  emit(name, detail) {
    for (const listener of this.#listeners[name]) listener(detail);
  }

  /**
   * A part's words in the language of the interface.
   *
   * @template Words
   * @param {Record<'zh' | 'en', Words>} words
   */
  words(words) {
    return words[this.settings.language];
  }

  /**
   * An address of this report, or of the preview where `path` begins with a slash; with the token and the language of
   * the interface in it, for streams and downloads, which can send no header.
   *
   * @param {string} path
   */
  url(path) {
    const url = new URL(path, new URL(this.settings.address, location.href));
    url.searchParams.set('token', this.settings.token);
    url.searchParams.set('ui', this.settings.language);
    return url.pathname + url.search;
  }

  /**
   * Ask the server; `body`, where there is one, makes it a change. Returns what it says as JSON, and throws where it refuses.
   *
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<unknown>}
   */
  async ask(path, body) {
    const url = new URL(path, new URL(this.settings.address, location.href));
    url.searchParams.set('ui', this.settings.language);
    const response = await fetch(url, {
      headers: {
        'X-Preview-Token': this.settings.token,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error((await response.text()).trim());
    return response.json();
  }
}
