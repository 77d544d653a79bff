import { make } from '../element.js';
import { recall, remember } from './memory.js';
import { words as wordsOf } from './words.js';

const appearances = /** @type {const} */ (['system', 'light', 'dark']);
const name = 'appearance';

/**
 * Light, dark, or as the system: a choice in the menu, for the preview and the draft in it. A frame takes the colour
 * scheme of the element it stands in for that of its reader, so nothing of the draft itself is changed.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const group = make('fieldset', 'choice', make('legend', '', words.appearance));
  /** @type {Map<string, HTMLInputElement>} */
  const inputs = new Map();
  for (const value of appearances) {
    const input = make('input', '');
    Object.assign(input, { type: 'radio', name, value });
    inputs.set(value, input);
    group.append(make('label', 'option', input, words[value]));
    input.addEventListener('change', () => {
      remember(name, value);
      show();
    });
  }
  app.shell.addToMenu(group);

  const show = () => {
    const chosen = appearances.find((value) => value === recall(name)) ?? 'system';
    document.documentElement.dataset.appearance = chosen;
    const input = inputs.get(chosen);
    if (input) input.checked = true;
  };
  show();
  // Other tabs of the preview follow.
  window.addEventListener('storage', show);
}
