import { figureTexts, flashChangedFigures } from './flash-figures.js';
import { Panel } from './panel.js';
import { patchNode } from './patch-page.js';
import { words } from './words.js';

/**
 * What the server pushes; see `PreviewState` in ../preview-state.ts.
 *
 * @typedef {object} State
 * @property {number} page Number of the last good page; 0 before there is one.
 * @property {string} [html] That page; absent when it has been sent before.
 * @property {boolean} failed
 * @property {readonly import('./panel.js').Problem[]} problems
 * @property {readonly import('./check-list.js').Check[]} checks
 */

/**
 * Content of one of the `<meta>` elements the server put on the page.
 *
 * @param {string} name
 */
const setting = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

const panel = new Panel(words(setting('preview-language')));
let shownPage = Number(setting('preview-page'));
let wasOpen = false;

/** @param {string} html */
function showPage(html) {
  // Parsed apart, the page runs nothing; what it is made of was cleaned when it was composed.
  const next = new DOMParser().parseFromString(html, 'text/html');
  const before = figureTexts(document);
  document.documentElement.lang = next.documentElement.lang;
  patchNode(document.head, next.head);
  patchNode(document.body, next.body);
  flashChangedFigures(document, before);
}

const events = new EventSource(setting('preview-events'));
events.addEventListener('open', () => {
  wasOpen = true;
  panel.showLost(false);
});
events.addEventListener('state', (event) => {
  /** @type {unknown} */
  const data = JSON.parse(String(event.data));
  const state = /** @type {State} */ (data);
  if (state.html !== undefined && state.page !== shownPage) {
    showPage(state.html);
    shownPage = state.page;
  }
  panel.show(state.problems, state.checks, { failed: state.failed, first: shownPage === 0 });
});
events.addEventListener('error', () => {
  // A server that answers but refuses is a new one with a new token. Asking `wasOpen` keeps this from going round.
  if (events.readyState === EventSource.CLOSED && wasOpen) location.reload();
  panel.showLost(true);
});
