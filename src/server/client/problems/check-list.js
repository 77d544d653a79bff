import { placeLink } from '../places/place-link.js';
import { goButton } from './go-button.js';

/**
 * What one check found; see `ShownCheck` in ../../mark-checks.ts.
 *
 * @typedef {object} Check
 * @property {string} rule
 * @property {'holds' | 'fails' | 'not-checkable' | 'waived'} verdict
 * @property {string} figure Key of the figure tested.
 * @property {string} name
 * @property {string} stated
 * @property {string} [computed]
 * @property {{ file: string, line: number, column: number }} place
 * @property {{ reason: string, by: string }} [waiver]
 */

/** @type {readonly Check['verdict'][]} */
const verdicts = ['fails', 'waived', 'not-checkable', 'holds'];

/**
 * The checks by verdict, those first that ask for somebody's attention, and only they unfolded. All that is said
 * may come from a data file, so it is set as text and never as markup.
 *
 * @param {readonly Check[]} checks
 * @param {import('./words.js').Words} words
 * @param {import('../app.js').App} app
 * @returns {HTMLDetailsElement[]}
 */
export function checkGroups(checks, words, app) {
  return verdicts.flatMap((verdict) => {
    const found = checks.filter((check) => check.verdict === verdict);
    if (found.length === 0) return [];
    const group = document.createElement('details');
    group.dataset.part = 'checks';
    group.dataset.verdict = verdict;
    group.open = verdict === 'fails' || verdict === 'waived';
    const list = document.createElement('ul');
    list.append(...found.map((check) => checkItem(check, words, app)));
    group.append(text('summary', `${words.verdict[verdict]} ${String(found.length)}`), list);
    return [group];
  });
}

/**
 * @param {Check} check
 * @param {import('./words.js').Words} words
 * @param {import('../app.js').App} app
 */
function checkItem({ rule, verdict, figure, name, stated, computed, place, waiver }, words, app) {
  const item = document.createElement('li');
  const numbers = computed === undefined ? stated : words.numbers(stated, computed);
  item.append(text('strong', name), ` ${verdict === 'holds' ? stated : numbers} `);
  item.append(text('span', Object.hasOwn(words.rule, rule) ? (words.rule[rule] ?? rule) : rule));
  if (waiver !== undefined) item.append(text('p', `${waiver.reason}（${waiver.by}）`));
  item.append(placeLink(app, place), goButton(app, figure, words.go));
  return item;
}

/**
 * @param {string} tagName
 * @param {string} content
 */
function text(tagName, content) {
  const element = document.createElement(tagName);
  element.textContent = content;
  return element;
}
