import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHost, type Host } from '../../src/host.ts';
import { ProjectFiles } from '../../src/server/project-files.ts';

let root: string;
let reads: string[];
let files: ProjectFiles;
const told: string[] = [];
const tell = ({ path }: { path: string }): void => void told.push(path);
const save = (text: string): Promise<void> => writeFile(join(root, 'a.yaml'), text);
/** The watcher has said that the file changed. */
const change = (kind: 'changed' | 'new-or-gone' = 'changed', path = 'a.yaml'): void => {
  files.take({ path, kind }, tell);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'whitepaper-files-'));
  await save('one');
  const disk = createHost(root);
  reads = [];
  const readText: Host['readText'] = (path) => {
    reads.push(path);
    return disk.readText(path);
  };
  files = new ProjectFiles({ ...disk, readText });
  told.length = 0;
});
afterEach(async () => {
  files.close();
  await rm(root, { recursive: true });
});

test('a text is read once, until it changes', async () => {
  expect(await files.host.readText('a.yaml')).toBe('one');
  expect(await files.host.readText('a.yaml')).toBe('one');
  expect(reads).toEqual(['a.yaml']);
  await save('two');
  change();
  await vi.waitFor(() => {
    expect(told).toEqual(['a.yaml']);
  });
  expect(await files.host.readText('a.yaml')).toBe('two');
});

test('what is written behind the watcher’s back just after a change is found, too', async () => {
  await files.host.readText('a.yaml');
  await save('tw');
  change();
  await vi.waitFor(() => {
    expect(told).toHaveLength(1);
  });
  await save('two');
  await vi.waitFor(() => {
    expect(told).toHaveLength(2);
  });
  expect(await files.host.readText('a.yaml')).toBe('two');
});

test('a file emptied before it is written is not taken for an empty one; one that stays empty is', async () => {
  await files.host.readText('a.yaml');
  await save('');
  change();
  await vi.waitFor(() => {
    expect(reads).toHaveLength(2);
  });
  await save('two');
  await vi.waitFor(() => {
    expect(told).toHaveLength(1);
  });
  expect(await files.host.readText('a.yaml')).toBe('two');
  await save('');
  change();
  await vi.waitFor(() => {
    expect(told).toHaveLength(2);
  });
  expect(await files.host.readText('a.yaml')).toBe('');
});

test('a save that changes nothing is no change; a picture, never read as text, always is', async () => {
  await files.host.readText('a.yaml');
  await save('one');
  change();
  change('changed', 'picture.png');
  await vi.waitFor(() => {
    expect(told).toEqual(['picture.png']);
  });
});

test('a new file is listed, and one that is gone is not', async () => {
  expect(await files.host.list('.')).toEqual(['a.yaml']);
  await writeFile(join(root, 'b.yaml'), '');
  change('new-or-gone', 'b.yaml');
  expect(await files.host.list('.')).toEqual(['a.yaml', 'b.yaml']);
  await files.host.readText('a.yaml');
  await rm(join(root, 'a.yaml'));
  change('new-or-gone');
  expect(await files.host.list('.')).toEqual(['b.yaml']);
  expect(await files.host.readText('a.yaml')).toBeUndefined();
});

test('what no watcher tells of is found a little later', async () => {
  await files.host.readText('a.yaml');
  await files.host.list('.');
  files.reviewLater(tell);
  await save('two');
  await writeFile(join(root, 'b.yaml'), '');
  await vi.waitFor(
    () => {
      expect(told).toContain('a.yaml');
    },
    { timeout: 10_000 },
  );
  expect(await files.host.readText('a.yaml')).toBe('two');
  expect(await files.host.list('.')).toEqual(['a.yaml', 'b.yaml']);
});
