import { make } from '../element.js';
import { problemItem } from '../problems/problem-item.js';
import { words as problemWords } from '../problems/words.js';
import { figureLink } from './figure-link.js';

/**
 * What the server says of an edit; see `EditAnswer` in ../../edit/edit-figure.ts.
 *
 * @typedef {Weighed & { outcome: 'saved' | 'weighed', value: string, undo: import('./record.js').ShownEdit | null }
 *   | { outcome: 'same', undo: import('./record.js').ShownEdit | null }} EditAnswer
 */

/**
 * @typedef {object} Weighed
 * @property {'fine' | 'asks' | 'refused'} verdict
 * @property {readonly import('../problems/problem-item.js').Problem[]} problems
 * @property {number} mended
 * @property {readonly Check[]} fails
 * @property {readonly Check[]} holds
 * @property {readonly (import('./record.js').FigureLink & { before?: string, after?: string })[]} figures
 * @property {readonly string[]} astray
 * @property {string} diff
 */

/** @typedef {import('../problems/check-list.js').Check} Check */

/**
 * What would come of an edit, or has: what speaks against it first, then what changes with it, then the lines of the file.
 *
 * @param {import('../app.js').App} app
 * @param {EditAnswer} answer
 * @param {import('./words.js').Words} words
 * @returns {HTMLElement[]}
 */
export function editOutcome(app, answer, words) {
  if (answer.outcome === 'same') return [make('p', 'quiet', words.same)];
  const { verdict, problems, fails, holds, mended, figures, astray } = answer;
  /** @type {HTMLElement[]} */
  const said = [headline(answer, words)];
  if (astray.length > 0)
    said.push(
      list(
        words.astray,
        astray.map((key) => make('code', '', key)),
      ),
    );
  if (problems.length > 0) {
    const items = problems.map((problem) => problemItem(problem, app.words(problemWords), app));
    said.push(make('ol', 'edit-problems', ...items));
  }
  // What fails as an error is among the problems, in words.
  const silent = fails.filter(({ name }) => !problems.some(({ message }) => message.includes(name)));
  if (silent.length > 0)
    said.push(
      list(
        words.failing,
        silent.map((check) => checkLine(app, check, words)),
      ),
    );
  if (holds.length > 0)
    said.push(
      list(
        words.holding,
        holds.map((check) => checkLine(app, check, words)),
      ),
    );
  if (mended > 0) said.push(make('p', 'quiet', words.mended(mended)));
  if (figures.length > 0)
    said.push(
      list(
        words.changing,
        figures.map((figure) =>
          figureLink(
            app,
            figure,
            `${figure.name}　${figure.time}　${figure.before ?? '—'} → ${figure.after ?? '—'}`,
          ),
        ),
      ),
    );
  if (verdict !== 'refused' || astray.length === 0) said.push(...diffView(answer.diff));
  return said;
}

/**
 * @param {Exclude<EditAnswer, { outcome: 'same' }>} answer
 * @param {import('./words.js').Words} words
 */
function headline({ outcome, verdict, problems, fails }, words) {
  if (outcome === 'saved') return make('p', 'saved', words.saved);
  if (verdict === 'fine')
    return make(
      'p',
      problems.length === 0 ? 'fine' : 'asks',
      problems.length === 0 ? words.fine : words.asks,
    );
  if (verdict === 'refused') return make('p', 'refused', words.refused);
  return make('p', 'asks', problems.length + fails.length === 0 ? words.unchecked : words.asks);
}

/**
 * @param {string} title
 * @param {readonly (Node | string)[]} items
 */
function list(title, items) {
  return make(
    'div',
    'edit-list',
    make('p', 'quiet', title),
    make('ul', '', ...items.map((item) => make('li', '', item))),
  );
}

/**
 * @param {import('../app.js').App} app
 * @param {Check} check
 * @param {import('./words.js').Words} words
 */
function checkLine(app, { name, rule, stated, computed }, words) {
  const { rule: rules } = app.words(problemWords);
  const numbers = computed === undefined ? stated : words.checkNumbers(stated, computed);
  return `${name}　${rules[rule] ?? rule}：${numbers}`;
}

/**
 * The changed lines of a unified diff.
 *
 * @param {string} diff
 */
function diffView(diff) {
  const lines = diff.split('\n').filter((line) => /^[-+](?![-+]{2} )/.test(line));
  if (lines.length === 0) return [];
  const view = make('pre', 'diff');
  for (const line of lines) {
    const part = make(line.startsWith('-') ? 'del' : 'ins', '', line.trimEnd());
    view.append(part, '\n');
  }
  return [view];
}
