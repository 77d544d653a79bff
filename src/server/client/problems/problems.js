import { make } from '../element.js';
import { checkGroups } from './check-list.js';
import { problemItem } from './problem-item.js';
import { words as wordsOf } from './words.js';

const order = { error: 0, warning: 1, info: 2 };

/**
 * What is wrong and what was checked, in a pane. Errors open it; once closed it stays so until they have been mended.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const title = make('h2', 'title');
  const list = make('ol', 'list');
  const checks = make('div', 'check-groups');
  const content = make('section', 'problems', title, list, checks);
  content.setAttribute('aria-label', words.pane);
  const pane = app.shell.addPane({ id: 'problems', label: words.pane, content });
  // A live region has to be there, empty, before what it announces.
  const lost = make('p', 'lost');
  lost.setAttribute('role', 'status');
  app.shell.addAction(lost);
  let hadFailed = false;

  app.on('connection', (connection) => {
    lost.textContent = connection === 'lost' ? words.lost : '';
  });
  app.on('state', ({ page, failed, problems, checks: found }) => {
    const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
    const errors = sorted.filter(({ severity }) => severity === 'error').length;
    const warnings = sorted.length - errors;
    list.replaceChildren(...sorted.map((problem) => problemItem(problem, words, app)));
    checks.replaceChildren(...checkGroups(found, words, app));
    if (failed) {
      title.textContent = page === 0 ? words.failedAtFirst(errors) : words.failed(errors);
      pane.describe(words.errors(errors), 'error');
    } else {
      title.textContent = warnings === 0 ? words.checks(found.length) : words.warnings(warnings);
      pane.describe(title.textContent, warnings === 0 ? 'quiet' : 'warning');
    }
    if (failed && !hadFailed) pane.open();
    if (!failed && hadFailed) pane.close();
    hadFailed = failed;
  });
}
