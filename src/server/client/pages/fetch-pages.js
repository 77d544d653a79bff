/**
 * The newest PDF, or why there is none.
 *
 * @typedef {object} Fetched
 * @property {number} page Number of the draft it is made from; 0 where there has been none.
 * @property {ArrayBuffer} [bytes]
 * @property {readonly import('./findings.js').Finding[]} problems
 */

/**
 * @param {import('../app.js').App} app
 * @returns {Promise<Fetched>}
 */
export async function fetchPages(app) {
  const response = await fetch(app.url('document.pdf'));
  if (response.ok)
    return {
      page: Number(response.headers.get('Draft-Page')),
      bytes: await response.arrayBuffer(),
      problems: [],
    };
  if (response.status !== 422 && response.status !== 409) throw new Error(await response.text());
  /** @type {unknown} */
  const refusal = await response.json();
  return /** @type {Fetched} */ (refusal);
}
