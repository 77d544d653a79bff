import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseLibraries } from '../../src/doctor/missing-libraries.ts';
import { say } from '../cli/say.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

const names = ['WHITEPAPER_ROOT', 'WHITEPAPER_BROWSER', 'LC_ALL'] as const;
const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));
let copy: ProjectCopy;

beforeAll(async () => {
  copy = await copyProject();
  process.env.WHITEPAPER_ROOT = copy.root;
  process.env.LC_ALL = 'C.UTF-8';
});

afterAll(async () => {
  restore(...names);
  await copy.remove();
});

function restore(...changed: readonly (typeof names)[number][]): void {
  for (const name of changed) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
}

interface Told {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly findings: readonly {
    readonly id: string;
    readonly state: string;
    readonly message: string;
    readonly hint: string | null;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

async function examine(...options: string[]): Promise<Told & { readonly states: Record<string, string> }> {
  const { code, out } = await say(['doctor', '--json', ...options]);
  const told = JSON.parse(out) as Told;
  expect(told.exitCode).toBe(code);
  return { ...told, states: Object.fromEntries(told.findings.map(({ id, state }) => [id, state])) };
}

test('a healthy machine has all, says what and where, and keeps nothing of the trials', async () => {
  const { ok, states, findings } = await examine();
  const { memory, exchange, ...rest } = states;
  expect(new Set(Object.values(rest))).toEqual(new Set(['ok']));
  expect(Object.keys(states)).toEqual(
    expect.arrayContaining([
      'node',
      'packages',
      'browser',
      'fonts',
      'folder.out',
      'folder.data',
      'folder.cache',
    ]),
  );
  expect([memory, exchange]).not.toContain('failure');
  expect(ok).toBe(true);
  const browser = findings.find(({ id }) => id === 'browser');
  expect(browser?.facts).toMatchObject({ version: expect.stringMatching(/^\d+\./) as string });
  const { out } = await say(['doctor'], 'zh');
  expect(out).toMatch(/^✓ Node /m);
  expect(out).not.toContain('✗');
  const left = (await readdir(copy.root)).filter((name) => name.startsWith('.') || name === 'out');
  expect(left).toEqual([]);
});

test('without a browser, with a file where out/ should be and a font that is none, each is told with what to do', async () => {
  process.env.WHITEPAPER_BROWSER = '/nowhere/chrome';
  await writeFile(join(copy.root, 'out'), '');
  await mkdir(join(copy.root, 'templates/themes/own'));
  await copy.write('templates/themes/own/own.ttf', 'no font');
  await copy.write(
    'templates/themes/own/theme.yaml',
    'extends: whitepaper\nname: { zh: 自有, en: Own }\nfaces:\n  sans: { family: Own, files: { 400: own.ttf } }\n',
  );
  try {
    const { ok, exitCode, states, findings } = await examine();
    expect({ ok, exitCode }).toEqual({ ok: false, exitCode: 1 });
    expect(states).toMatchObject({
      browser: 'failure',
      'folder.out': 'failure',
      'fonts.own': 'warning',
      fonts: 'ok',
      'folder.data': 'ok',
    });
    const hintOf = (id: string): string => findings.find((finding) => finding.id === id)?.hint ?? '';
    expect(hintOf('browser')).toContain('WHITEPAPER_BROWSER=/nowhere/chrome');
    expect(hintOf('folder.out')).toContain('--out');
    expect((await examine('--theme', 'own')).states['fonts.own']).toBe('failure');
    const { code, out } = await say(['doctor'], 'zh');
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ 找不到可以打印 PDF 的浏览器\n {2}→ .*npm ci/m);
  } finally {
    restore('WHITEPAPER_BROWSER');
    await rm(join(copy.root, 'out'));
    await rm(join(copy.root, 'templates/themes/own'), { recursive: true });
  }
});

test('a project without data or templates is examined to the end', async () => {
  process.env.WHITEPAPER_ROOT = join(copy.root, 'not-there');
  process.env.WHITEPAPER_BROWSER = process.execPath;
  process.env.LC_ALL = 'zh_CN.GBK';
  try {
    const { states, findings } = await examine();
    expect(states).toMatchObject({
      node: 'ok',
      browser: 'failure',
      'folder.data': 'failure',
      terminal: 'warning',
    });
    expect(findings.find(({ id }) => id === 'browser')?.message).toContain(process.execPath);
  } finally {
    process.env.WHITEPAPER_ROOT = copy.root;
    process.env.LC_ALL = 'C.UTF-8';
    restore('WHITEPAPER_BROWSER');
  }
});

test('every library a browser lacks is named, with the package that has it', () => {
  const listing =
    '\tlinux-vdso.so.1 (0x0)\n\tlibnss3.so => not found\n\tlibnssutil3.so => not found\n\tlibodd.so.9 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n';
  expect(parseLibraries(listing)).toEqual({
    names: ['libnss3.so', 'libnssutil3.so', 'libodd.so.9'],
    packages: ['libnss3'],
  });
});
