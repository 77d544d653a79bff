/**
 * Whether an id fits a pattern in which `*` stands for any characters: `*.share`, `creation.*.cumulative`. Piece by piece, from the
 * left: as a regular expression a pattern of many stars would be tried in every way there is.
 */
export function matches(pattern: string, id: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return pattern === id;
  if (!id.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = id.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return id.length - last.length >= at && id.endsWith(last);
}
