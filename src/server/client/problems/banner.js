import { make } from '../element.js';
import { problemItem } from './problem-item.js';

/**
 * What keeps the newest save from being shown: the first error, below the draft, which it does not hide. Gone when mended.
 *
 * @param {import('../app.js').App} app
 * @param {import('./words.js').Words} words
 * @param {() => void} openList
 * @returns {(problems: readonly import('./problem-item.js').Problem[]) => void} Shows these errors, or none.
 */
export function banner(app, words, openList) {
  // A live region has to be there, empty, before what it announces.
  const element = make('section', 'banner');
  element.setAttribute('role', 'status');
  app.shell.addNotice(element);
  return (errors) => {
    const [first] = errors;
    app.shell.setOutdated(first !== undefined);
    element.replaceChildren();
    if (!first) return;
    const all = make('button', 'all', errors.length > 1 ? words.more(errors.length - 1) : words.all);
    all.addEventListener('click', openList);
    const isFirst = app.state?.page === 0;
    const title = (isFirst ? words.failedAtFirst : words.failed)(errors.length);
    element.append(
      make('div', 'banner-head', make('strong', 'banner-title', title), all),
      make('ul', 'banner-list', problemItem(first, words, app)),
    );
  };
}
