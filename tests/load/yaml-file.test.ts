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

it.each([
  ['title: "a\\x01b"\n', '1:8', 'U+0001'],
  ['a: 1\nnote: 来\u000b源\n', '2:7', 'U+000B'],
  ['a: 1\nlist: [x, "12\u202e34"]\n', '2:11', 'U+202E'],
  ['a: "\\uFFFE"\n', '1:4', 'U+FFFE'],
  ['a: "\\uD800"\n', '1:4', 'U+D800'],
  ['"k\\x7f": 1\n', '1:1', 'U+007F'],
])('%j holds what no reader sees and Word refuses', (text, place, codePoint) => {
  const diagnostics = new Diagnostics('en');
  expect(parseYaml(text, 'x.yaml', diagnostics)).toBeUndefined();
  const [found] = diagnostics.all;
  expect(found).toMatchObject({ code: 'TEXT_UNPRINTABLE', severity: 'error' });
  expect(`${String(found?.line)}:${String(found?.column)}`).toBe(place);
  expect(found?.message).toContain(codePoint);
});

it('tabs, emoji and marks of languages written from the right are texts', () => {
  expect(parse('a: "x\\ty 😀 \u200f\u3000"\n').value).toEqual({ a: 'x\ty 😀 \u200f\u3000' });
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
