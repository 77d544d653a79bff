import { describe, expect, it } from 'vitest';
import { caseOf } from './samples.ts';
import { tryCase } from './try-case.ts';

const seed = Number(process.env.FUZZ_SEED ?? 8);
const count = 45;

// `npm run fuzz` does the same for thousands of cases, ends those that hang and says what it found.
describe(`files changed by chance (FUZZ_SEED=${String(seed)})`, () => {
  it('become a report or a diagnostic with its place, never anything else', async () => {
    const ends = new Map<string, number>();
    for (let index = 0; index < count; index += 1) {
      const tried = caseOf(seed, index);
      const { faults, end } = await tryCase(tried);
      ends.set(end, (ends.get(end) ?? 0) + 1);
      expect(faults, `${tried.file} of case ${String(index)}, ${tried.mutation.how}`).toEqual([]);
    }
    // A run that refuses everything, or nothing, would prove nothing.
    expect(ends.get('drawn')).toBeGreaterThan(count / 15);
    expect(ends.get('refused')).toBeGreaterThan(count / 15);
  });
});
