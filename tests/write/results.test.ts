import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { resultsIn } from '../../src/host/results.ts';

/** Results kept between runs, in a folder that may be anybody's and in any state. */

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whitepaper-results-'));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const nameOf = (kind: string, digit: string): string => `${kind}-${digit.repeat(64)}`;
const [used, old, huge] = [nameOf('html', 'a'), nameOf('pdf', 'b'), nameOf('docx', 'c')];
const bytes = new Uint8Array([1, 2, 3]);
const hour = 3600;

async function age(name: string, seconds: number): Promise<void> {
  const { mtimeMs } = await stat(join(folder, name));
  const then = mtimeMs / 1000 - seconds;
  await utimes(join(folder, name), then, then);
}

it('of those kept the old and the surplus go, what a killed run was writing goes, and nothing else', async () => {
  const results = resultsIn(() => Promise.resolve(folder));
  for (const name of [used, old, huge]) await results.write(name, bytes);
  const [left, current] = ['d', 'e'].map((digit) => `${nameOf('html', digit)}.${randomUUID()}.writing`) as [string, string]; // prettier-ignore
  for (const name of [left, current]) await writeFile(join(folder, name), 'half');
  await writeFile(join(folder, 'thesis.txt'), 'of whoever named this folder');
  // A hole as large as all results may be together: it takes no room.
  await truncate(join(folder, huge), 1024 ** 3);
  for (const name of [used, old, 'thesis.txt']) await age(name, 40 * 24 * hour);
  await age(huge, 20 * 24 * hour);
  await age(left, 2 * hour);
  expect(await results.read(used)).toEqual(bytes);

  await results.prune();
  expect((await readdir(folder)).sort()).toEqual([used, current, 'thesis.txt'].sort());
  expect(await results.read(used)).toEqual(bytes);
});

it('many runs can write, read and prune at once', async () => {
  const runs = Array.from({ length: 8 }, () => resultsIn(() => Promise.resolve(folder)));
  await Promise.all(
    runs.flatMap((results) => [results.write(used, bytes), results.read(used), results.prune()]),
  );
  expect(await readdir(folder)).toEqual([used]);
  expect(await runs[0]?.read(used)).toEqual(bytes);
});

it('a folder that cannot be had, or is not ours to write, is as if nothing were kept', async () => {
  const none = resultsIn(() => Promise.reject(new Error('no place for it')));
  await none.write(used, bytes);
  expect(await none.read(used)).toBeUndefined();
  await none.prune();

  const inTheWay = resultsIn(() => Promise.resolve(join(folder, 'file')));
  await writeFile(join(folder, 'file'), 'of somebody');
  await inTheWay.write(used, bytes);
  expect(await inTheWay.read(used)).toBeUndefined();
  await inTheWay.prune();
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('of somebody');
});

it('a result under the name of another, and half of one, are none, and go', async () => {
  const results = resultsIn(() => Promise.resolve(folder));
  await results.write(used, bytes);
  await writeFile(join(folder, old), await readFile(join(folder, used), 'latin1'), 'latin1');
  await truncate(join(folder, used), (await stat(join(folder, used))).size - 1);
  for (const name of [used, old]) expect(await results.read(name)).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});
