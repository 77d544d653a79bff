import { diff, type Hunk } from '../audit/diff.ts';

/** Equal characters between two changes that are not worth reading as such. */
const shortest = 2;

/** Both texts in one, in the marks of plain text: `[-deleted-]{+inserted+}`. */
export function markChanges(before: string, after: string): string {
  let marked = '';
  let from = 0;
  for (const { a0, a1, b0, b1 } of joined(diff(before, after))) {
    marked += before.slice(from, a0);
    if (a1 > a0) marked += `[-${before.slice(a0, a1)}-]`;
    if (b1 > b0) marked += `{+${after.slice(b0, b1)}+}`;
    from = a1;
  }
  return marked + before.slice(from);
}

function joined(hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = [];
  for (const hunk of hunks) {
    const last = result.at(-1);
    if (last && hunk.a0 - last.a1 <= shortest)
      result[result.length - 1] = { ...last, a1: hunk.a1, b1: hunk.b1 };
    else result.push(hunk);
  }
  return result;
}
