import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/audit/diff.ts';

/** `a` with every hunk replaced by what `b` has there. */
function patched(a: string, b: string): string {
  let text = '';
  let from = 0;
  for (const { a0, a1, b0, b1 } of diff(a, b)) {
    expect(a0).toBeGreaterThanOrEqual(from);
    text += a.slice(from, a0) + b.slice(b0, b1);
    from = a1;
  }
  return text + a.slice(from);
}

describe('the difference of two texts', () => {
  const words = fc.stringMatching(/^[一二三0-9件]{0,80}$/);

  it('turns the one into the other', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(patched(a, b)).toBe(b);
      }),
    );
  });

  it('is found between long texts that have little in common, too', () => {
    const one = Array.from({ length: 4000 }, (_, index) => String(index * 7919)).join('、');
    const other = Array.from({ length: 4000 }, (_, index) => String(index * 104729)).join('，');
    expect(patched(one, other)).toBe(other);
    expect(diff(one, one)).toEqual([]);
  });

  it('moves an addition behind what it repeats', () => {
    expect(diff('2025@', '20255')).toEqual([{ a0: 4, a1: 5, b0: 4, b1: 5 }]);
  });
});
