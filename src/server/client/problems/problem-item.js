import { placeLink } from '../places/place-link.js';
import { figureOf } from './figure-of.js';
import { goButton } from './go-button.js';

/**
 * One thing to tell; see `Problem` in ../../problem.ts.
 *
 * @typedef {object} Problem
 * @property {string} code
 * @property {'error' | 'warning' | 'info'} severity
 * @property {string} message
 * @property {string} [file]
 * @property {number} [line]
 * @property {number} [column]
 * @property {string} [hint]
 * @property {string} [source] The line of the file it points at.
 */

/**
 * A problem as an item of the list, in a compiler's order: what, where, the line itself, what to do. Everything it
 * says may come from a data file, so it is set as text and never as markup.
 *
 * @param {Problem} problem
 * @param {import('./words.js').Words} words
 * @param {import('../app.js').App} app
 * @returns {HTMLLIElement}
 */
export function problemItem(problem, words, app) {
  const { severity, code, message, file, line, column = 1, hint, source } = problem;
  const item = document.createElement('li');
  item.dataset.severity = severity;
  const head = text('p', 'message', '');
  head.append(
    text('span', 'severity', words.severity[severity]),
    text('strong', 'what', message),
    text('code', 'code', code),
  );
  item.append(head);
  if (file !== undefined) item.append(placeLink(app, { file, ...(line !== undefined && { line, column }) }));
  if (source !== undefined && line !== undefined) item.append(sourceLine(source, line, column));
  if (hint !== undefined) item.append(text('p', 'hint', `${words.hint}${hint}`));
  const figure = figureOf(problem, app.state?.checks ?? []);
  if (figure !== undefined) item.append(goButton(app, figure, words.go));
  return item;
}

/** Characters shown before and behind the marked one: a paragraph may be one line of YAML. */
const farthest = 160;

/**
 * The line with its number; the style sheet puts a caret under the marked character, whatever its width.
 *
 * @param {string} source
 * @param {number} line
 * @param {number} column
 */
function sourceLine(source, line, column) {
  const frame = text('pre', 'source', '');
  const at = column - 1;
  // A whole character, where it is one of those that take two UTF-16 units; a blank where the line has ended.
  const marked = String.fromCodePoint(source.codePointAt(at) ?? 0x20);
  const [start, end] = [at - farthest, at + marked.length + farthest];
  frame.append(
    text('span', 'line-number', String(line)),
    start > 0 ? `…${source.slice(start, at)}` : source.slice(0, at),
    text('mark', 'at', marked),
    end < source.length ? `${source.slice(at + marked.length, end)}…` : source.slice(at + marked.length),
  );
  return frame;
}

/**
 * @param {string} tagName
 * @param {string} name
 * @param {string} content
 */
function text(tagName, name, content) {
  const element = document.createElement(tagName);
  element.dataset.part = name;
  element.textContent = content;
  return element;
}
