import { make } from '../element.js';
import { problemItem } from './problem-item.js';

/** @type {readonly import('./problem-item.js').Problem['severity'][]} */
export const severities = ['error', 'warning', 'info'];

/**
 * The problems, errors first, those of one file together and in the order of its lines.
 *
 * @param {readonly import('./problem-item.js').Problem[]} problems
 * @param {import('./words.js').Words} words
 * @param {import('../app.js').App} app
 * @returns {HTMLElement[]}
 */
export function problemGroups(problems, words, app) {
  return severities.flatMap((severity) => {
    const found = problems.filter((problem) => problem.severity === severity);
    const files = [...new Set(found.map(({ file }) => file))];
    return files.map((file) => {
      const items = found
        .filter((problem) => problem.file === file)
        .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
        .map((problem) => problemItem(problem, words, app));
      const title = make('h3', 'group-title', `${words.severity[severity]} ${String(items.length)}`);
      if (file !== undefined) title.append(make('code', '', file));
      const group = make('section', 'group', title, make('ol', 'list', ...items));
      group.dataset.severity = severity;
      return group;
    });
  });
}
