import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { createHost, type Host } from '../../../src/host.ts';
import { BrowserUnavailable } from '../../../src/render/pdf/browser-unavailable.ts';
import { findBrowsers } from '../../../src/render/pdf/find-browser.ts';
import { fontConfiguration } from '../../../src/render/pdf/font-configuration.ts';
import { launch } from '../../../src/render/pdf/launch.ts';

function hostWith(environment: Readonly<Record<string, string>>): Host {
  const host = createHost();
  return { ...host, environment: (name) => environment[name] ?? host.environment(name) };
}

async function problemOf(work: Promise<unknown>): Promise<Diagnostics> {
  const diagnostics = new Diagnostics('en');
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BrowserUnavailable);
  (error as BrowserUnavailable).reportTo(diagnostics);
  return diagnostics;
}

test('a configured browser that is not there is missed by name, and no other is taken instead', async () => {
  const { all } = await problemOf(launch(hostWith({ WHITEPAPER_BROWSER: '/nowhere/chrome' })));
  expect(all[0]).toMatchObject({ code: 'BROWSER_MISSING', severity: 'error' });
  expect(all[0]?.hint).toContain('WHITEPAPER_BROWSER=/nowhere/chrome');
});

test('a configured program that is no browser is reported with what it said', async () => {
  const { all } = await problemOf(launch(hostWith({ WHITEPAPER_BROWSER: process.execPath })));
  expect(all[0]?.code).toBe('BROWSER_START');
  expect(all[0]?.message).toContain(process.execPath);
}, 60_000);

test('a browser without margin boxes is refused', async () => {
  const { all } = await problemOf(launch(createHost(), 999));
  expect(all[0]?.code).toBe('BROWSER_TOO_OLD');
  expect(all[0]?.message).toMatch(/is \d+\.\d+\.\d+\.\d+; 999 or later/);
}, 60_000);

test.skipIf(process.platform === 'win32')(
  'a browser that has stopped answering is ended all the same',
  async () => {
    const { instance, end } = await launch(createHost());
    const child = instance.process()!;
    child.kill('SIGSTOP');
    await end(0);
    expect(child.signalCode).toBe('SIGKILL');
  },
  60_000,
);

test('without a configured browser all usual places are looked at, the bundled one last', async () => {
  const tried: string[] = [];
  const host = { ...hostWith({ WHITEPAPER_BROWSER: '' }), isExecutable: () => Promise.resolve(false) };
  const found: string[] = [];
  for await (const { path } of findBrowsers(host, tried)) found.push(path);
  expect(tried.at(-1)).toBe('@sparticuz/chromium');
  expect(found.every((path) => path.endsWith('chromium'))).toBe(true);
}, 60_000);

test('two processes that make a folder at once both get a whole one', async () => {
  const base = await mkdtemp(join(tmpdir(), 'whitepaper-test-'));
  try {
    const host: Host = { ...createHost(), cacheFolder: (name) => Promise.resolve(join(base, name)) };
    const paths = await Promise.all(Array.from({ length: 8 }, () => fontConfiguration(host)));
    expect(new Set(paths).size).toBe(1);
    expect(await host.readText(paths[0]!)).toContain('<fontconfig>');
    expect(await host.list(join(base, 'fontconfig'))).toHaveLength(1);
  } finally {
    await rm(base, { recursive: true });
  }
});
