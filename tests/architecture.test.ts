import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preProcessFile } from 'typescript';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** Every file of `src/` with the files of `src/` it imports. */
function readImports(): Map<string, string[]> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(
    files.map((file) => {
      const { importedFiles } = preProcessFile(readFileSync(join(source, file), 'utf8'), true, true);
      const own = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
      return [file, own.map((name) => relative(source, resolve(source, dirname(file), name)))];
    }),
  );
}

/** The first circle of imports found, as the files on it; empty when there is none. */
function findCircle(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('the house', () => {
  const imports = readImports();

  it('has no circle of imports', () => {
    expect(findCircle(new Map([...imports, ['a.ts', ['b.ts']], ['b.ts', ['a.ts']]]))).toHaveLength(3);
    expect(findCircle(imports)).toEqual([]);
  });

  it('names files in kebab-case and keeps them under 300 lines, wordings apart', () => {
    const names = [...imports.keys()].map((file) => file.split(/[\\/]/).at(-1) ?? '');
    expect(names.filter((name) => !/^[a-z0-9-]+(\.d)?\.ts$/.test(name))).toEqual([]);
    const long = [...imports.keys()].filter(
      (file) => readFileSync(join(source, file), 'utf8').split('\n').length > 300,
    );
    expect(long).toEqual([join('diagnostics', 'catalogue.ts')]);
  });
});
