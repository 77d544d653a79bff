import { icon, make } from '../element.js';
import { goToFigure } from '../shell/go-to-figure.js';

/**
 * A button that shows a figure in the draft.
 *
 * @param {import('../app.js').App} app
 * @param {string} key
 * @param {string} label
 */
export function goButton(app, key, label) {
  const button = make('button', 'go', icon('go'), label);
  button.addEventListener('click', () => {
    goToFigure(app, key);
  });
  return button;
}
