import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearest } from '../../src/validate/nearest.ts';

it('what was meant comes first, and nothing far off is suggested', () => {
  expect(nearest('registred', ['registered', 'applications', 'held'])).toEqual(['registered']);
  expect(nearest('xyz', ['registered', 'applications'])).toEqual([]);
  expect(nearest('ab', ['ad', 'ac', 'ab', 'ae', 'ab'])).toEqual(['ab', 'ac', 'ad']);
});

it('a name with one letter changed is always found', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{5,20}$/), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(names, fc.nat(), fc.nat(), (all, which, where) => {
      const name = all[which % all.length]!;
      const at = where % name.length;
      const found = nearest(`${name.slice(0, at)}9${name.slice(at + 1)}`, all);
      expect(found).toContain(name);
    }),
  );
});
