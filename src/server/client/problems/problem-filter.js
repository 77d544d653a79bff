import { make } from '../element.js';
import { severities } from './problem-groups.js';

/**
 * Buttons that leave out one kind of problem each; only for kinds there are, and only where there is more than one.
 *
 * @param {import('./words.js').Words} words
 * @param {HTMLElement} groups What they filter: elements with `data-severity`.
 */
export function problemFilter(words, groups) {
  const element = make('div', 'filter');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', words.filter);
  const buttons = severities.map((severity) => {
    const button = make('button', 'filter-button');
    button.dataset.severity = severity;
    button.setAttribute('aria-pressed', 'true');
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
    return button;
  });
  element.append(...buttons);
  const apply = () => {
    const left = new Set(
      buttons
        .filter((button) => button.getAttribute('aria-pressed') !== 'true' && !element.hidden)
        .map(({ dataset }) => dataset.severity),
    );
    for (const group of /** @type {HTMLCollectionOf<HTMLElement>} */ (groups.children)) {
      group.hidden = left.has(group.dataset.severity);
    }
  };
  return {
    element,
    /** @param {readonly import('./problem-item.js').Problem[]} problems */
    update: (problems) => {
      let kinds = 0;
      for (const button of buttons) {
        const count = problems.filter(({ severity }) => severity === button.dataset.severity).length;
        button.hidden = count === 0;
        button.textContent = `${words.severity[/** @type {'error' | 'warning' | 'info'} */ (button.dataset.severity)]} ${String(count)}`;
        if (count > 0) kinds += 1;
      }
      element.hidden = kinds < 2;
      apply();
    },
  };
}
