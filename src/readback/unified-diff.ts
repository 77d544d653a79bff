/** Lines around a change. */
const context = 3;

/** What `diff -u` gives for two texts of as many lines: readable by people, `patch` and `git apply`. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index]));
  const hunks: [from: number, to: number][] = [];
  for (const line of changed) {
    const last = hunks.at(-1);
    if (last && line - context <= last[1] + 1) last[1] = Math.min(line + context, old.length - 1);
    else hunks.push([Math.max(line - context, 0), Math.min(line + context, old.length - 1)]);
  }
  const body = hunks.flatMap(([from, to]) => {
    // The piece behind the last line break is no line.
    const end = to === old.length - 1 && old[to] === '' ? to - 1 : to;
    const size = String(end - from + 1);
    return [
      `@@ -${String(from + 1)},${size} +${String(from + 1)},${size} @@`,
      ...linesOf(old, now, from, end),
    ];
  });
  return hunks.length === 0 ? '' : [`--- a/${file}`, `+++ b/${file}`, ...body, ''].join('\n');
}

/** Unchanged lines as they are; changed ones in a row first as they were, then as they are. */
function linesOf(old: readonly string[], now: readonly string[], from: number, to: number): string[] {
  const lines: string[] = [];
  let added: string[] = [];
  for (let index = from; index <= to; index += 1) {
    const [one = '', other = ''] = [old[index], now[index]];
    if (one !== other) {
      lines.push(`-${one}`);
      added.push(`+${other}`);
      continue;
    }
    lines.push(...added, ` ${one}`);
    added = [];
  }
  return [...lines, ...added];
}
