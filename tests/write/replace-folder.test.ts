import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectFolder } from '../../src/host/expect-folder.ts';
import { tryLock } from '../../src/host/lock-file.ts';
import { loadNative, type Native } from '../../src/host/native.ts';
import { replaceFile } from '../../src/host/replace-file.ts';
import { replaceFolder } from '../../src/host/replace-folder.ts';
import { cleanLeftovers, stagingOf } from '../../src/host/staging.ts';

let out = '';
let target = '';

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'whitepaper-out-'));
  target = join(out, 'set');
});

afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

const names = ['one', 'two', 'three'];
const set = (text: string): Map<string, string> => new Map(names.map((name) => [name, text.repeat(5000)]));
const none = (): boolean => false;
const standing = (folder = target): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8').slice(0, 1)]),
  );
const complete = (text: string): Record<string, string> =>
  Object.fromEntries([...names].sort().map((name) => [name, text]));
const refusing: Native = {
  swapSync: () => {
    throw Object.assign(new Error('ENOSYS'), { code: 'ENOSYS' });
  },
  tryLock: () => {
    throw Object.assign(new Error('ENOLCK'), { code: 'ENOLCK' });
  },
};
const systems: [string, Native | undefined][] = [
  ['a system that swaps and locks', loadNative()],
  ['a file system that refuses both', refusing],
  ['a system without either', undefined],
];

it('loads the calls of the system where they are built for it', () => {
  const built = ['linux', 'darwin', 'win32'].includes(process.platform);
  expect(loadNative() !== undefined).toBe(built);
});

describe.each(systems)('on %s', (_, native) => {
  it('twenty writers at once leave one complete set and what each keeps', async () => {
    await replaceFolder(target, { files: new Map([['note', 'mine']]), keep: none }, native);
    const texts = Array.from({ length: 20 }, (_, index) => String.fromCharCode(97 + index));
    await Promise.all(
      texts.map((text) =>
        replaceFolder(
          target,
          { files: new Map([...set(text), [`of ${text}`, text]]), keep: (name) => !names.includes(name) },
          native,
        ),
      ),
    );
    const { one = '', note, ...rest } = standing();
    expect(note).toBe('m');
    expect(rest).toEqual({
      two: one,
      three: one,
      ...Object.fromEntries(texts.map((text) => [`of ${text}`, text])),
    });
    expect(readdirSync(out)).toEqual(['set']);
  });

  it('cleans what a killed writer left of this report and of others, and brings back what it had moved away', async () => {
    await replaceFolder(target, { files: set('a'), keep: none }, native);
    const other = join(out, 'other');
    await replaceFolder(other, { files: set('b'), keep: none }, native);
    renameSync(other, stagingOf(other).old);
    for (const folder of [target, other, join(out, 'gone')]) {
      mkdirSync(stagingOf(folder).fresh);
      writeFileSync(join(stagingOf(folder).fresh, 'one'), 'half');
    }
    writeFileSync(join(out, '.whitepaper-notes'), 'mine');
    await replaceFolder(target, { files: set('c'), keep: none }, native);
    expect(readdirSync(out).sort()).toEqual(['.whitepaper-notes', 'other', 'set']);
    expect([standing(), standing(other)]).toEqual([complete('c'), complete('b')]);
  });

  it('leaves alone what a running writer is at', async () => {
    const busy = stagingOf(join(out, 'busy'));
    const lock = tryLock(busy.lock, native);
    mkdirSync(busy.fresh);
    const before = readdirSync(out).sort();
    await replaceFolder(target, { files: set('a'), keep: none }, native);
    expect(readdirSync(out).sort()).toEqual([...before, 'set']);
    lock?.release();
    cleanLeftovers(out, native);
    expect(readdirSync(out)).toEqual(['set']);
  });

  it('waits for a writer, says so, and gives up without touching anything', async () => {
    const lock = tryLock(stagingOf(target).lock, native);
    let told = 0;
    const patience = { milliseconds: 200, unnoticed: 100, onWait: () => void (told += 1) };
    const waiting = replaceFolder(target, { files: set('a'), keep: none }, native, patience);
    await expect(waiting).rejects.toMatchObject({ code: 'LOCKED' });
    lock?.release();
    expect([told, readdirSync(out)]).toEqual([1, []]);
  });

  it('a failure leaves the old set and nothing beside it', async () => {
    await replaceFolder(target, { files: set('a'), keep: none }, native);
    const files = new Map([...set('b'), ['no/such/folder', '']]);
    await expect(replaceFolder(target, { files, keep: none }, native)).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect([standing(), readdirSync(out)]).toEqual([complete('a'), ['set']]);
  });

  it('of writers of one file only the first finds it as it was', async () => {
    const file = join(out, 'file.yaml');
    writeFileSync(file, 'before', { mode: 0o640 });
    const written = await Promise.all(
      ['a', 'b', 'c'].map((text) => replaceFile(file, text, native, 'before')),
    );
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(['a', 'b', 'c'][written.indexOf(true)]);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(out)).toEqual(['file.yaml']);
  });
});

it.skipIf(process.platform === 'win32')(
  'a reader never finds the folder away while it is replaced',
  async () => {
    await replaceFolder(target, { files: set('a'), keep: none }, loadNative());
    const reader = new Worker(
      `const { workerData, parentPort } = require('node:worker_threads');
     const { readdirSync } = require('node:fs');
     let done = false, reads = 0, odd = [];
     parentPort.once('message', () => { done = true; });
     const read = () => {
       for (let i = 0; i < 100; i += 1) {
         try { const n = readdirSync(workerData).length; reads += 1; if (n !== 3) odd.push(n); } catch (error) { odd.push(error.code); }
       }
       if (done) parentPort.postMessage({ reads, odd }); else setImmediate(read);
     };
     read();`,
      { eval: true, workerData: target },
    );
    for (const text of 'bcdefghijklm')
      await replaceFolder(target, { files: set(text), keep: none }, loadNative());
    reader.postMessage('done');
    const [{ reads, odd }] = (await once(reader, 'message')) as [{ reads: number; odd: unknown[] }];
    await reader.terminate();
    expect(reads).toBeGreaterThan(100);
    expect(odd.filter((found) => found !== 0)).toEqual([]);
  },
);

it('keeps what somebody puts into the folder, or writes into a kept file, meanwhile', async () => {
  await replaceFolder(target, { files: new Map([['note', 'old']]), keep: none }, loadNative());
  // Asked when everything else of the folder has been looked at.
  const files = new Map([['one', 'a']]);
  const keep = (name: string): boolean => {
    if (name === 'note') writeFileSync(join(target, 'late'), 'late');
    return true;
  };
  await replaceFolder(target, { files, keep }, loadNative());
  expect(standing()).toEqual({ late: 'l', note: 'o', one: 'a' });
});

it.skipIf(process.platform === 'win32')('a link to a folder stays one', async () => {
  mkdirSync(join(out, 'elsewhere'));
  symlinkSync('elsewhere', target);
  await replaceFolder(target, { files: set('a'), keep: none }, loadNative());
  expect(standing(join(out, 'elsewhere'))).toEqual(complete('a'));
  expect(readdirSync(out).sort()).toEqual(['elsewhere', 'set']);
});

describe('is refused beforehand, and nothing is touched', () => {
  const codeOf = (folder: string): Promise<unknown> =>
    expectFolder(folder, loadNative()).then(
      () => 'welcome',
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );

  it('where a file is in the way, and where none is', async () => {
    writeFileSync(target, 'a file');
    expect(await codeOf(target)).toBe('ENOTDIR');
    expect(await codeOf(join(target, 'set'))).toBe('ENOTDIR');
    expect(await codeOf(join(target, 'deeper', 'set'))).toBe('ENOTDIR');
    expect(await codeOf(join(out, 'new', 'set'))).toBe('welcome');
    expect(await codeOf(join(out, 'other'))).toBe('welcome');
    expect(readdirSync(out)).toEqual(['set']);
  });

  const mounting = ((): string => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      return 'SKIPPED: only root on Linux mounts a small disk';
    return '';
  })();
  if (mounting !== '') process.stderr.write(`Full and read-only disks: ${mounting}\n`);

  it.skipIf(mounting !== '')(`on a full disk and on a read-only one ${mounting}`, async () => {
    const disk = join(out, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
    try {
      const folder = join(disk, 'set');
      await replaceFolder(folder, { files: set('a'), keep: none }, loadNative());
      const large = new Map([...set('b'), ['large', 'x'.repeat(3 * 1024 * 1024)]]);
      expect(await codeOf(folder)).toBe('welcome');
      await expect(replaceFolder(folder, { files: large, keep: none }, loadNative())).rejects.toMatchObject({
        code: 'ENOSPC',
        syscall: 'write',
      });
      expect([standing(folder), readdirSync(disk)]).toEqual([complete('a'), ['set']]);
      writeFileSync(join(disk, 'filler'), 'x'.repeat(1.5 * 1024 * 1024));
      expect(await codeOf(folder)).toBe('ENOSPC');
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      expect(await codeOf(folder)).toBe('EROFS');
      expect(await codeOf(join(disk, 'new', 'set'))).toBe('EROFS');
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'where nobody but others may write',
    async () => {
      mkdirSync(target);
      chmodSync(target, 0o555);
      expect(await codeOf(target)).toBe('EACCES');
      chmodSync(out, 0o555);
      expect(await codeOf(join(out, 'other'))).toBe('EACCES');
      chmodSync(out, 0o755);
    },
  );
});
