/** The browser or the page's process ended in the middle of a job; a new browser may do better. */
export class BrowserBroke extends Error {
  override readonly name = 'BrowserBroke';
}
