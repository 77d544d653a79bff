import { make } from '../element.js';
import { banner } from './banner.js';
import { checkGroups } from './check-list.js';
import { figureOf } from './figure-of.js';
import { markFigures } from './mark-figures.js';
import { problemFilter } from './problem-filter.js';
import { problemGroups } from './problem-groups.js';
import { words as wordsOf } from './words.js';

/**
 * What is wrong and what was checked: all of it in a pane, the first error below the draft, and marks at the figures. The pane
 * opens by itself only while there is no draft to look at.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const title = make('p', 'title');
  const groups = make('div', 'groups');
  const checks = make('div', 'check-groups');
  const filter = problemFilter(words, groups);
  const content = make('section', 'problems', title, filter.element, groups, checks);
  content.setAttribute('aria-label', words.pane);
  const pane = app.shell.addPane({ id: 'problems', label: words.pane, content });
  const showErrors = banner(app, words, pane.enter);
  const lost = make('p', 'lost');
  lost.setAttribute('role', 'status');
  app.shell.addNotice(lost);
  let openedHere = false;

  app.on('connection', (connection) => {
    lost.textContent = connection === 'lost' ? words.lost : '';
  });
  app.on('state', ({ page, failed, problems, checks: found }) => {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const warnings = problems.length - errors.length;
    groups.replaceChildren(...problemGroups(problems, words, app));
    checks.replaceChildren(...checkGroups(found, words, app));
    filter.update(problems);
    showErrors(failed ? errors : []);
    if (failed) {
      title.textContent = page === 0 ? words.failedAtFirst(errors.length) : words.failed(errors.length);
      pane.describe(words.errors(errors.length), 'error', errors.length);
    } else {
      title.textContent = warnings === 0 ? words.checks(found.length) : words.warnings(warnings);
      pane.describe(title.textContent, warnings === 0 ? 'quiet' : 'warning', warnings);
    }
    const marked = problems.flatMap((problem) => {
      const key = figureOf(problem, found);
      return key === undefined ? [] : [{ severity: problem.severity, key }];
    });
    markFigures(app.draft.document, marked);
    if (failed && page === 0) {
      pane.open();
      openedHere = true;
    } else if (!failed && openedHere) {
      pane.close();
      openedHere = false;
    }
  });
}
