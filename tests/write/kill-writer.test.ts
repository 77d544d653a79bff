import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { createHost } from '../../src/host.ts';
import { projectRoot } from '../project-copy.ts';

/** What `npm run test:kill` does to builds, done to a program that does nothing but write. */
const base = mkdtempSync(join(tmpdir(), 'whitepaper-writer-'));
const folder = join(base, 'out', 'set');

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TMPDIR: base },
  });
}

/** Let it write for a while and send it a signal; the status it ends with, or null where the system ended it. */
async function writeUntil(signal: NodeJS.Signals, milliseconds: number): Promise<number | null> {
  const writer = start('--import', 'tsx', 'tests/write/endless-writer.ts', folder);
  await once(writer.stdout!, 'data');
  await setTimeout(milliseconds);
  writer.kill(signal);
  const [code] = (await once(writer, 'exit')) as [number | null];
  return code;
}

/** All files of one version, as the one digit they consist of. */
function version(): string {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect([texts.length, new Set(texts).size, texts[0]?.length]).toEqual([6, 1, 50_000]);
  return texts[0]?.slice(0, 1) ?? '';
}

it('killed while it writes, a program leaves one complete set, and the next cleans up', async () => {
  await createHost().replaceFolder(
    folder,
    new Map(Array.from({ length: 6 }, (_, i) => [`file-${String(i)}`, '2'.repeat(50_000)])),
    () => false,
  );
  for (const milliseconds of [40, 53, 61, 74, 88]) {
    await writeUntil('SIGKILL', milliseconds);
    expect('012').toContain(version());
  }
  await createHost().expectFolder(folder);
  expect(readdirSync(join(base, 'out'))).toEqual(['set']);
}, 60_000);

it.skipIf(process.platform === 'win32')(
  'asked to end while it writes, it does, and leaves nothing beside',
  async () => {
    for (const [signal, milliseconds, status] of [
      ['SIGINT', 50, 130],
      ['SIGTERM', 57, 143],
      ['SIGINT', 66, 130],
      ['SIGTERM', 78, 143],
    ] as const) {
      expect(await writeUntil(signal, milliseconds)).toBe(status);
      expect('012').toContain(version());
      expect(readdirSync(join(base, 'out'))).toEqual(['set']);
    }
  },
);

it.skipIf(process.platform === 'win32')(
  'asked to end while the browser starts, a build leaves neither it nor its profile',
  async () => {
    const profiles = join(base, `whitepaper-${String(process.getuid?.())}`, 'running');
    const out = join(base, 'documents');
    const build = start('bin/whitepaper.js', 'build', '2022', '--format', 'pdf', '--no-cache', '--out', out);
    const ended = once(build, 'exit');
    let profile = '';
    while (profile === '' && build.exitCode === null) {
      await setTimeout(5);
      profile = namesIn(profiles).find((name) => name.endsWith('.new')) ?? '';
    }
    expect(profile).not.toBe('');
    build.kill('SIGTERM');
    expect(((await ended) as [number])[0]).toBe(143);
    expect([namesIn(profiles), namesIn(out)]).toEqual([[], []]);
    if (process.platform === 'linux') expect(await running(profile)).toEqual([]);
  },
);

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Processes with a text in their command lines, those already ending given a moment. */
async function running(text: string): Promise<string[]> {
  let found: string[] = [];
  for (let tries = 0; tries < 50; tries += 1) {
    found = namesIn('/proc').filter((id) => /^\d+$/.test(id) && commandLine(id).includes(text));
    if (found.length === 0) break;
    await setTimeout(20);
  }
  return found;
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
