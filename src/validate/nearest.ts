/** Up to three of `names` close enough to `name` to be what was meant, nearest first. */
export function nearest(name: string, names: Iterable<string>, most = 3): string[] {
  const limit = Math.max(2, Math.floor(name.length / 3));
  return [...new Set(names)]
    .map((candidate) => ({ candidate, distance: distance(name, candidate) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Edits from one text to the other; a difference in the leading, shared part of dotted ids weighs like any other. */
function distance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 24) return Infinity;
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, substitution));
    }
    previous = current;
  }
  return previous[to.length] ?? Infinity;
}
