/**
 * The figure a problem is about, where it is one the checks of the last good page know: it stands at the same place and
 * is named in the message. Lines may have moved since that page was made, so the place alone is not enough.
 *
 * @param {import('./problem-item.js').Problem} problem
 * @param {readonly import('./check-list.js').Check[]} checks
 * @returns {string | undefined} Its key.
 */
export function figureOf({ file, line, column, message }, checks) {
  return checks.find(
    ({ name, place }) =>
      place.file === file && place.line === line && place.column === column && message.includes(name),
  )?.figure;
}
