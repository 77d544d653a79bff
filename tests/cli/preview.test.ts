import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { parseArguments } from '../../src/cli/parse-arguments.ts';
import { previewWith } from '../../src/cli/preview.ts';
import { createHost } from '../../src/host.ts';
import { projectRoot } from '../project-copy.ts';
import { say } from './say.ts';

const soon = { timeout: 40_000, interval: 20 };
/** The preview as it runs in a terminal, with Ctrl-C. */
function start(...options: string[]): {
  child: ChildProcessByStdio<null, Readable, Readable>;
  said: () => string;
  code: Promise<number | null>;
} {
  const args = [join(projectRoot, 'bin/whitepaper.js'), 'preview', '2022', ...options];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const code = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, said: () => text, code };
}

test('Ctrl-C ends it at once with exit code 0, though a page is open and a build is running', async () => {
  const { child, said, code } = start();
  const address = await vi.waitFor(() => /Preview: (\S+)/.exec(said())?.[1] ?? expect.fail(said()), soon);
  const page = await (await fetch(address)).text();
  const token = /name="preview-token" content="([^"]+)"/.exec(page)![1]!;
  const stream = await fetch(`${address}events?token=${token}`);
  expect(stream.status).toBe(200);
  child.kill('SIGINT');
  // Twice, as npm has it.
  child.kill('SIGINT');
  expect(await code).toBe(0);
  await expect(stream.text()).rejects.toThrow();
  expect(said()).not.toMatch(/^\s+at |Error/m);
});

// Other systems have one address of their own.
test.runIf(process.platform === 'linux')(
  'who else can reach it is said aloud, with the whole address',
  async () => {
    const { child, said, code } = start('--host', '127.0.0.9', '--read-only');
    await vi.waitFor(() => {
      expect(said()).toMatch(
        /Note: whoever .* can see it .*unencrypted.*\n {2}http:\/\/127\.0\.0\.9:\d+\/\S*\?key=[\w-]{32}\n/,
      );
    }, soon);
    const address = /Preview: (\S+)/.exec(said())![1]!;
    expect((await fetch(address.replace(/\?.*/, ''))).status).toBe(403);
    const cookie = (await fetch(address)).headers.get('set-cookie')!.split(';')[0]!;
    const page = await (await fetch(address.replace(/\?.*/, ''), { headers: { cookie } })).text();
    expect(page).toContain('name="preview-read-only" content="true"');
    // As when the terminal's window is closed.
    child.kill('SIGHUP');
    expect(await code).toBe(0);
  },
);

test.each([
  ['an address of another machine', ['--host', '203.0.113.9'], '203.0.113.9 is no address of this machine'],
  ['no address', ['--host='], '--host names no address'],
  ['what is none', ['--host', 'a/b'], 'a/b is no address'],
])('%s is wrong usage', async (_, options, text) => {
  const { code, error } = await say(['preview', '2022', ...options]);
  expect([code, error]).toEqual([2, expect.stringContaining(text)]);
});

test.each([
  ['where somebody sits before it', [], true, '', true],
  ['not where nobody does', [], false, '', false],
  ['not when told not to', ['--no-open'], true, '', false],
  ['not in CI', [], true, 'true', false],
])('the browser opens %s', async (_, options, interactive, ci, opens) => {
  let said = '';
  const opened: string[] = [];
  const command = previewWith({
    file: () => Promise.resolve('nothing'),
    page(address) {
      opened.push(address);
      // A failure to open is none of the preview.
      return Promise.resolve(false);
    },
  });
  const host = createHost();
  const given = parseArguments(['preview', '2022', ...options]);
  if (given === 'help') expect.fail();
  // Those of other tests in this thread, whose browsers may still be open, would end it.
  const others = process.listeners('SIGINT');
  const running = command(
    given,
    { ...host, environment: (name) => (name === 'CI' ? ci : host.environment(name)) },
    { out: () => undefined, error: (text: string) => void (said += text), interactive, language: 'en' },
  );
  await vi.waitFor(() => {
    expect(said).toContain('Updated');
  }, soon);
  for (const listener of process.listeners('SIGINT')) if (!others.includes(listener)) listener('SIGINT');
  expect(await running).toBe(0);
  expect(opened).toEqual(opens ? [/Preview: (\S+)/.exec(said)?.[1]] : []);
});
