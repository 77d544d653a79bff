import { icon, make } from '../element.js';
import { isMac } from '../shell/keys.js';
import { words as wordsOf } from './words.js';

/**
 * What the keyboard does, in a dialog: all that any part has given to `app.keys` with a description.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const dialog = make('dialog', 'help');
  const list = make('dl', 'keys');
  const title = make('h2', 'help-title', words.title);
  title.id = 'help-title';
  dialog.setAttribute('aria-labelledby', title.id);
  const close = make('button', 'close-pane', icon('close'));
  close.setAttribute('aria-label', words.close);
  const shut = () => {
    dialog.close();
  };
  close.addEventListener('click', shut);
  // Beside the box is the dialog itself, in it never.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) shut();
  });
  dialog.append(make('div', 'help-box', make('div', 'pane-head', title, close), list));
  document.body.append(dialog);

  const open = () => {
    const shown = app.keys.shortcuts.filter(({ description }) => description !== '');
    list.replaceChildren(...shown.map((shortcut) => row(shortcut, words)));
    dialog.showModal();
  };
  app.keys.add({ keys: '?', description: words.help, run: open });
  const button = make('button', '', words.title, make('kbd', '', '?'));
  button.addEventListener('click', open);
  app.shell.addToMenu(button);
}

/**
 * @param {import('../shell/keys.js').Shortcut} shortcut
 * @param {typeof wordsOf['zh']} words
 */
function row({ keys, description }, { or, names }) {
  const term = make('dt', '');
  for (const [index, combination] of [keys].flat().entries()) {
    if (index > 0) term.append(` ${or} `);
    for (const part of combination.split(/\+(?=.)/)) term.append(make('kbd', '', nameOf(part, names)));
  }
  return make('div', 'key', term, make('dd', '', description));
}

/**
 * @param {string} key
 * @param {Record<string, string>} names
 */
function nameOf(key, names) {
  if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
  if (key === 'alt') return isMac ? '⌥' : 'Alt';
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
