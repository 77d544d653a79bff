/** Whether what is exhaustive is asked for: `npm run test:more`. `npm test` shows the same promises by fewer cases. */
export const isMore = process.env.MODE === 'more';

/** The fewer cases of `npm test`, said aloud on standard error, or all of them. */
export function moreOrLess<Cases>(what: string, all: Cases, fewer: Cases): Cases {
  if (isMore) return all;
  process.stderr.write(`${what}: SKIPPED in part, run npm run test:more\n`);
  return fewer;
}
