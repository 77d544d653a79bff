import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { parseYaml } from '../../src/load/yaml-file.ts';

const parse = (text: string): NonNullable<ReturnType<typeof parseYaml>> =>
  parseYaml(text, 'x.yaml', new Diagnostics())!;

describe('places', () => {
  const file = parse('a:\n  b: [1, { c: 2.50 }]\n  d: |\n    one\n      two {{x}}\n  e: "q {{x}}"\n');

  it('of values, keys and what is not there are exact', () => {
    expect(file.place(['a', 'b', 1, 'c'])).toEqual({ file: 'x.yaml', line: 2, column: 15 });
    expect(file.place(['a', 'b', 1, 'c'], 'key')).toMatchObject({ line: 2, column: 12 });
    expect(file.place(['a', 'nothing', 'here'])).toMatchObject({ line: 2, column: 3 });
  });

  it('inside a text count from the text', () => {
    expect(file.placeInText(['a', 'd'], 2, 7)).toMatchObject({ line: 5, column: 11 });
    expect(file.placeInText(['a', 'e'], 1, 3)).toMatchObject({ line: 6, column: 9 });
  });

  it('of a number keep its characters', () => {
    expect(file.source(['a', 'b', 1, 'c'])).toBe('2.50');
    expect(file.source(['a', 'b'])).toBeUndefined();
  });
});

it('any text at all gives a file or diagnostics with a place, never an exception', () => {
  const pieces = fc.constantFrom(
    'a',
    ': ',
    '- ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    '&x ',
    '*x',
    '!!int ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '%',
    '---\n',
    '\t',
    '? ',
    '<<: ',
    '0x1',
    ',',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const diagnostics = new Diagnostics();
      const file = parseYaml(parts.join(''), 'x.yaml', diagnostics);
      expect(file === undefined).toBe(diagnostics.hasErrors);
      expect(diagnostics.all.every(({ line, column }) => line! >= 1 && column! >= 1)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
