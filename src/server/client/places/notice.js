import { make } from '../element.js';

/** Milliseconds a notice stays. */
const stay = 4000;

/** @type {HTMLElement | undefined} */
let notice;
/** @type {number | undefined} */
let timer;

/**
 * Say something for a moment at the foot of the page, to those too who hear the page read.
 *
 * @param {string} text
 */
export function notify(text) {
  if (!notice) {
    notice = make('p', 'notice');
    notice.setAttribute('role', 'status');
    document.body.append(notice);
  }
  notice.textContent = text;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    notice?.replaceChildren();
  }, stay);
}
