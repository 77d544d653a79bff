import { expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Results } from '../../src/host/results.ts';
import { createHost, type Host } from '../../src/host.ts';
import { parseTogether } from '../../src/load/parse-together.ts';
import type { YamlFile } from '../../src/load/yaml-file.ts';

const good =
  'a:\n  b: [1, { c: 2.50 }]\n  d: |\n    one\n      two {{x}}\n  e: "q {{x}}"\n  f:\n__proto__: { g: 1 }\n';

/** A host that keeps what it is given, and says how often it was asked for that. */
function keeping(): { host: Host; kept: Map<string, Uint8Array>; found: () => number } {
  const kept = new Map<string, Uint8Array>();
  let found = 0;
  const results: Results = {
    read(name) {
      if (kept.has(name)) found += 1;
      return Promise.resolve(kept.get(name));
    },
    write: (name, bytes) => Promise.resolve(void kept.set(name, bytes)),
    prune: () => Promise.resolve(),
  };
  return { host: { ...createHost(), results }, kept, found: () => found };
}

/** Under another name each time: of the same name a process remembers what it has read. */
let count = 0;
async function parse(
  host: Host,
  ...texts: string[]
): Promise<{ told: unknown[]; files: (YamlFile | undefined)[] }> {
  const diagnostics = new Diagnostics();
  const folder = `data/${String((count += 1))}`;
  const asked = texts.map((text, index) => ({
    path: `${folder}/${String(index)}.yaml`,
    text,
    refuse: () => undefined,
  }));
  const files = await parseTogether(host, asked, diagnostics);
  return { files, told: diagnostics.all.map(({ code, line, column }) => [code, line, column]) };
}

it('what was kept of a file says the same at the same places', async () => {
  const { host, found } = keeping();
  const [first] = (await parse(host, good, 'x: 1')).files;
  expect(found()).toBe(0);
  const [again, other] = (await parse(host, good, 'x: 1')).files;
  expect(found()).toBe(1);
  expect(again?.value).toEqual(first?.value);
  expect(Object.keys(again?.value as object)).toEqual(['a', '__proto__']);
  expect(other?.value).toEqual({ x: 1 });
  const paths = [
    [],
    ['a', 'b', 1, 'c'],
    ['a', 'd'],
    ['a', 'e'],
    ['a', 'f'],
    ['a', 'nothing', 'here'],
    ['__proto__', 'g'],
  ];
  const where = (file?: YamlFile): unknown[] =>
    paths.flatMap((path) => {
      const places = [file?.place(path), file?.place(path, 'key'), file?.placeInText(path, 2, 7)];
      return [file?.source(path), ...places.map((place) => [place?.line, place?.column])];
    });
  expect(where(again)).toEqual(where(first));
  expect(again?.source(['a', 'b', 1, 'c'])).toBe('2.50');
  expect(again?.place(['a', 'b', 1, 'c'])).toMatchObject({ file: again?.file, line: 2, column: 15 });
});

it('one letter more is another file', async () => {
  const { host, found } = keeping();
  await parse(host, good);
  const [edited] = (await parse(host, good.replace('2.50', '2.51'))).files;
  expect(found()).toBe(0);
  expect(edited?.source(['a', 'b', 1, 'c'])).toBe('2.51');
});

it.each([
  ['an error', 'a: 1\na: 2\n'],
  ['no end', 'a: [1\n'],
])('a file with %s is told of each time, and nothing is kept of those read with it', async (_, bad) => {
  const { host, kept } = keeping();
  const first = await parse(host, good, bad);
  expect(first.told.length).toBeGreaterThan(0);
  expect(kept.size).toBe(0);
  expect((await parse(host, good, bad)).told).toEqual(first.told);
});

it('an alias stands for what it names, kept or not', async () => {
  const { host } = keeping();
  for (let round = 0; round < 2; round += 1) {
    const [file] = (await parse(host, 'x: &q { z: 1.0 }\ny: *q\n')).files;
    expect(file?.value).toEqual({ x: { z: 1 }, y: { z: 1 } });
    expect(file?.source(['y', 'z'])).toBe('1.0');
    expect(file?.place(['y'])).toMatchObject({ line: 2, column: 4 });
  }
});
