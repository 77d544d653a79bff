import { make } from '../element.js';
import { regionItem } from './region-item.js';
import { words as wordsOf } from './words.js';

/**
 * Every report of the project in every edition, in a pane; the list is made anew each time it is opened.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const list = make('div', 'report-list');
  const content = make('nav', 'reports', make('h2', 'title', words.pane), list);
  content.setAttribute('aria-label', words.pane);
  app.shell.addPane({ id: 'reports', label: words.pane, content, onOpen: () => void fill() });

  async function fill() {
    try {
      const answer = await app.ask('/api/reports');
      const found = /** @type {import('./region-item.js').ReportList} */ (answer);
      const regions = found.regions.map((region) => regionItem(region, found, words, addressOfUi));
      list.replaceChildren(...(regions.length === 0 ? [words.none] : regions));
    } catch {
      list.replaceChildren(words.failed);
    }
  }
}

/**
 * An address with the language of the interface, where this page's own has it.
 *
 * @param {string} address
 */
function addressOfUi(address) {
  const language = new URLSearchParams(location.search).get('ui');
  return language === null ? address : `${address}?ui=${encodeURIComponent(language)}`;
}
