import { make } from '../element.js';
import { notify } from './notice.js';
import { words as wordsOf } from './words.js';

/**
 * A place in a file of the project.
 *
 * @typedef {object} Place
 * @property {string} file
 * @property {number} [line]
 * @property {number} [column]
 */

/**
 * A place as a button that opens it in the editor, and copies it where no editor could be opened at the line.
 *
 * @param {import('../app.js').App} app
 * @param {Place} place
 * @returns {HTMLButtonElement}
 */
export function placeLink(app, place) {
  const { file, line, column = 1 } = place;
  const text = line === undefined ? file : `${file}:${String(line)}:${String(column)}`;
  const words = app.words(wordsOf);
  const button = make('button', 'place', text);
  button.title = words.open;
  button.addEventListener('click', () => {
    void open();
  });
  return button;

  async function open() {
    const opened = await ask();
    if (opened === 'editor') notify(words.editor);
    else if (!(await copy(text))) notify(words.notCopied + text);
    else notify((opened === 'program' ? words.program : words.copied) + text);
  }

  /** @returns {Promise<unknown>} */
  async function ask() {
    try {
      const answer = await app.ask('/api/open-file', { file, line, column });
      return /** @type {{ opened: unknown }} */ (answer).opened;
    } catch {
      return undefined;
    }
  }
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} Whether it is on the clipboard.
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
