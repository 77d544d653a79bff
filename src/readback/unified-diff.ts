/** Lines around a change. */
const context = 3;

/** A line of either text, or of both: with one text absent it was added or taken away. */
interface Row {
  readonly old?: string;
  readonly now?: string;
}

/**
 * What `diff -u` gives: readable by people, `patch` and `git apply`. Lines are compared in their order, and where one text has
 * more of them, all between the first and the last change is one change.
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  const rows = rowsOf(linesOf(before), linesOf(after));
  const changed = rows.flatMap(({ old, now }, index) => (old === now ? [] : [index]));
  const hunks: [from: number, to: number][] = [];
  for (const row of changed) {
    const last = hunks.at(-1);
    const to = Math.min(row + context, rows.length - 1);
    if (last && row - context <= last[1] + 1) last[1] = to;
    else hunks.push([Math.max(row - context, 0), to]);
  }
  const body = hunks.flatMap(([from, to]) => {
    const hunk = rows.slice(from, to + 1);
    const range = (side: keyof Row): string => {
      const size = count(hunk, side);
      return `${String(count(rows.slice(0, from), side) + (size > 0 ? 1 : 0))},${String(size)}`;
    };
    return [`@@ -${range('old')} +${range('now')} @@\n`, ...printed(hunk)];
  });
  return hunks.length === 0 ? '' : [`--- a/${file}\n`, `+++ b/${file}\n`, ...body].join('');
}

/** The lines of a text, each with its line break; the last may have none. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function rowsOf(old: readonly string[], now: readonly string[]): Row[] {
  const both = Math.min(old.length, now.length);
  let start = 0;
  while (start < both && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < both - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const length = Math.max(old.length, now.length) - end;
  const changed = Array.from({ length: length - start }, (_, index): Row => {
    const at = start + index;
    return {
      ...(at < old.length - end && { old: old[at] ?? '' }),
      ...(at < now.length - end && { now: now[at] ?? '' }),
    };
  });
  const same = (line: string): Row => ({ old: line, now: line });
  return [...old.slice(0, start).map(same), ...changed, ...old.slice(old.length - end).map(same)];
}

function count(rows: readonly Row[], side: keyof Row): number {
  return rows.filter((row) => row[side] !== undefined).length;
}

/** Unchanged lines as they are; changed ones in a row first as they were, then as they are. */
function printed(rows: readonly Row[]): string[] {
  const lines: string[] = [];
  let added: string[] = [];
  for (const { old, now } of rows) {
    if (old === now) lines.push(...added.splice(0), ended(` ${old ?? ''}`));
    else {
      if (old !== undefined) lines.push(ended(`-${old}`));
      if (now !== undefined) added = [...added, ended(`+${now}`)];
    }
  }
  return [...lines, ...added];
}

/** A line that has no line break of its own says so. */
function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}
