import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launcher } from '../../src/server/launch.ts';

// Editors are shell scripts here, which other systems do not run.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whitepaper-editor-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Open a file in an editor made of these lines; nothing but the editor is ever started. */
async function openWith(lines: string): Promise<{ opened: string; pages: string[]; path: string }> {
  const editor = join(folder, 'code');
  const path = join(folder, '数据 $(touch x) & "a".yaml');
  await writeFile(editor, `#!/bin/sh\n${lines}\n`);
  await chmod(editor, 0o755);
  await writeFile(path, '');
  vi.stubEnv('LAUNCH_EDITOR', editor);
  const pages: string[] = [];
  const page = (address: string): Promise<boolean> => Promise.resolve(pages.push(address) > 0);
  const opened = await { ...launcher, page }.file(path, 12, 3);
  vi.unstubAllEnvs();
  return { opened, pages, path };
}

test.runIf(process.platform === 'linux')(
  'a file is opened at its place, whatever its name; an editor that fails gives way to the file’s program',
  async () => {
    const good = await openWith(`printf '%s\\n' "$@" > '${folder}/given'`);
    expect(good).toMatchObject({ opened: 'editor', pages: [] });
    const given = (await readFile(join(folder, 'given'), 'utf8')).split('\n');
    expect(given).toEqual(['-r', '-g', `${good.path}:12:3`, '']);
    const bad = await openWith('exit 3');
    expect(bad).toMatchObject({ opened: 'program', pages: [bad.path] });
  },
);

test.runIf(process.platform === 'linux')(
  'an editor has nothing of the preview’s terminal, and outlives the preview',
  async () => {
    const lines = `test -t 0 || test -t 1 || cat > '${folder}/typed'; ps -o pgid= $$ > '${folder}/group'`;
    expect((await openWith(lines)).opened).toBe('editor');
    expect(await readFile(join(folder, 'typed'), 'utf8')).toBe('');
    expect(Number(await readFile(join(folder, 'group'), 'utf8'))).not.toBe(process.pid);
  },
);
