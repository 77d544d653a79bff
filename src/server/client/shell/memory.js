/**
 * What the reader has set, kept by the browser from visit to visit; where it keeps nothing, things are as at first.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function recall(name) {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Full, or forbidden: it holds for this visit.
  }
}
