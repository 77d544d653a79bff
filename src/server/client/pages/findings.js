import { make } from '../element.js';

/**
 * What is wrong with a document or its pages; see `PagedProblem` in ../../documents/report-documents.ts.
 *
 * @typedef {object} Finding
 * @property {string} message
 * @property {string} [hint]
 * @property {number} [page]
 */

/**
 * @param {readonly Finding[]} findings
 * @param {import('./words.js').Words} words
 * @param {(page: number) => void} goTo
 * @returns {HTMLElement}
 */
export function findingList(findings, words, goTo) {
  if (findings.length === 0) return make('p', 'no-findings', words.noFindings);
  const items = findings.map(({ message, hint, page }) => {
    const item = make('li', 'finding');
    if (page !== undefined) item.append(pageButton(page, words, goTo));
    item.append(make('p', '', message));
    if (hint !== undefined) item.append(make('p', 'hint', words.hint + hint));
    return item;
  });
  return make('ul', 'findings', ...items);
}

/**
 * @param {number} page
 * @param {import('./words.js').Words} words
 * @param {(page: number) => void} goTo
 * @param {string} [label] Shorter than the page's name, which is still said.
 */
export function pageButton(page, words, goTo, label) {
  const button = make('button', 'page-link', label ?? words.pageName(page));
  button.setAttribute('aria-label', words.pageName(page));
  button.addEventListener('click', () => {
    goTo(page);
  });
  return button;
}
