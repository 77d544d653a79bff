import { make } from '../element.js';
import { words as wordsOf } from './words.js';

/** What a reader of each language looks for. */
const names = { zh: '中文', en: 'English' };

/**
 * The languages of the interface, in the menu; the report's own is another matter.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const group = make('div', 'choice', make('span', 'legend', words.language));
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', words.language);
  for (const language of /** @type {const} */ (['zh', 'en'])) {
    const url = new URL(location.href);
    url.searchParams.set('ui', language);
    const link = make('a', 'option', names[language]);
    link.href = url.pathname + url.search;
    link.lang = language === 'zh' ? 'zh-CN' : 'en';
    if (language === app.settings.language) link.setAttribute('aria-current', 'true');
    group.append(link);
  }
  app.shell.addToMenu(group);
}
