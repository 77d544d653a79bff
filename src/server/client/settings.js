/**
 * What the server put on the page.
 *
 * @typedef {object} Settings
 * @property {'zh' | 'en'} language Of the interface.
 * @property {string} token
 * @property {boolean} readOnly
 * @property {string} address Of the report, with a slash at its end.
 */

/** @param {string} name */
const meta = (name) => document.querySelector(`meta[name="preview-${name}"]`)?.getAttribute('content') ?? '';

/** @returns {Settings} */
export function readSettings() {
  return {
    language: document.documentElement.lang === 'en' ? 'en' : 'zh',
    token: meta('token'),
    readOnly: meta('read-only') === 'true',
    address: location.pathname,
  };
}
