import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createHost } from '../../src/host.ts';
import { watchProject, type FileChange, type Watcher } from '../../src/server/watch-project.ts';

let root: string;
let watcher: Watcher;
let changes: FileChange[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'whitepaper-watch-'));
  await mkdir(join(root, 'data'));
  watcher = await watchProject(createHost(root), (change) => changes.push(change));
});
afterAll(async () => {
  await watcher.close();
  await rm(root, { recursive: true });
});

const write = async (path: string): Promise<void> => {
  changes = [];
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), 'a: 1\n');
};
const told = (path: string, kind: FileChange['kind']): Promise<void> =>
  vi.waitFor(
    () => {
      expect(changes).toContainEqual({ path, kind });
    },
    { timeout: 20_000 },
  );

test('a file is seen at once, also in a folder that was not there, or was taken away and came again', async () => {
  await write('data/a.yaml');
  await told('data/a.yaml', 'new-or-gone');
  await write('data/a.yaml');
  await told('data/a.yaml', 'changed');
  await write('templates/charts/b.vl.yaml');
  await told('templates/charts/b.vl.yaml', 'new-or-gone');
  changes = [];
  await rm(join(root, 'data'), { recursive: true });
  await told('data', 'new-or-gone');
  await write('data/x/c.yaml');
  await told('data/x/c.yaml', 'new-or-gone');
});

test('what no report is made from is not looked at', async () => {
  const others = [
    'out/x/a.yaml',
    'node_modules/x/data/a.yaml',
    'data/.a.yaml.swp',
    'data/~$a.yaml',
    'data/a.yaml~',
  ];
  const all: FileChange[] = [];
  for (const path of others) {
    await write(path);
    all.push(...changes);
  }
  await write('seeds/a.yaml');
  await told('seeds/a.yaml', 'new-or-gone');
  // Of the files of the test before there may be something left to say.
  const isOther = ({ path }: FileChange): boolean =>
    others.includes(path) || /^(?:out|node_modules)/.test(path);
  expect([...all, ...changes].filter(isOther)).toEqual([]);
});
