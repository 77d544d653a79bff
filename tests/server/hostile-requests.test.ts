import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import type { Launcher } from '../../src/server/launch.ts';
import { reportPath } from '../../src/server/report-address.ts';
import { routes } from '../../src/server/routes/index.ts';
import type { Route } from '../../src/server/routes/route.ts';
import { startPreview, type Preview } from '../../src/server/start-preview.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { request, type Answer } from './request.ts';

// What a web page, another program of this machine or a file with bad intent may try. What only concerns Host, Origin,
// Sec-Fetch-Site and the ways out of the client's folder is in preview-server.test.ts.

let project: ProjectCopy;
let preview: Preview;
let readOnly: Preview;
let token: string;
let otherToken: string;
const opened: unknown[][] = [];
const launcher: Launcher = {
  file(...place) {
    opened.push(place);
    return Promise.resolve('editor');
  },
  page: () => Promise.resolve(true),
};

async function start(isReadOnly: boolean): Promise<[Preview, string]> {
  const started = await startPreview({
    request: { region: undefined, period: '2022', theme: 'whitepaper', language: 'zh-CN' },
    host: createHost(project.root),
    language: 'zh',
    port: undefined,
    ...{ readOnly: isReadOnly, launcher },
    onBuild: () => undefined,
  });
  return [started, await tokenOf(started)];
}

async function tokenOf({ address }: Preview): Promise<string> {
  const { body } = await request(address, new URL(address).pathname);
  return /name="preview-token" content="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** An address a route answers at. */
const addressOf = ({ path }: Route, page: string): string =>
  path
    .replace(reportPath, page)
    .replace(/:file\{[^}]*\}/, 'document.docx')
    .replace(/:\w+(?:\{[^}]*\})?/g, 'x')
    .replaceAll('*', 'x');

beforeAll(async () => {
  project = await copyProject();
  [[preview, token], [readOnly, otherToken]] = await Promise.all([start(false), start(true)]);
});
afterAll(async () => {
  await Promise.all([preview.close(), readOnly.close()]);
  await project.remove();
});

const json = { 'Content-Type': 'application/json' };
const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  request(preview.address, path, {
    ...{ method: 'POST', body },
    headers: { ...json, 'X-Preview-Token': token, ...headers },
  });
const open = (body: string, headers?: Record<string, string>): Promise<Answer> =>
  post('/api/open-file', body, headers);
const place = JSON.stringify({ file: 'data/xiamen/2022.yaml', line: 3, column: 2 });

test('the preview’s own page opens a file at its line', async () => {
  opened.length = 0;
  const { status, body } = await open(place);
  expect([status, JSON.parse(body)]).toEqual([200, { opened: 'editor' }]);
  expect(opened).toEqual([[join(project.root, 'data/xiamen/2022.yaml'), 3, 2]]);
});

describe('nothing is opened', () => {
  test.each([
    '../package.json',
    'package.json',
    'data',
    'data/',
    'data/xiamen',
    'data/nothing.yaml',
    'data/../package.json',
    'data/xiamen/../../../../etc/passwd',
    'data//etc/hosts',
    'data/%2e%2e/package.json',
    'data\\xiamen\\2022.yaml',
    '/etc/passwd',
    'data/.hidden.yaml',
    'data/xiamen/run.sh',
    'data/xiamen/2022.yaml\0.css',
    'file:///etc/passwd',
    'seeds/link-out.yaml',
    'templates/outside/secret.yaml',
    'data/folder.yaml',
    '--help.yaml',
  ])('%j is no file of the project', async (file) => {
    opened.length = 0;
    await mkdir(join(project.root, 'elsewhere'), { recursive: true });
    await mkdir(join(project.root, 'data/folder.yaml'), { recursive: true });
    for (const secret of ['elsewhere/secret.yaml', 'data/.hidden.yaml', 'data/xiamen/run.sh'])
      await writeFile(join(project.root, secret), 'secret: 1\n');
    const link = (to: string, at: string): Promise<unknown> =>
      symlink(join(project.root, to), join(project.root, at)).catch(() => undefined);
    await link('elsewhere/secret.yaml', 'seeds/link-out.yaml');
    await link('elsewhere', 'templates/outside');
    expect((await open(JSON.stringify({ file }))).status).toBe(404);
    expect(opened).toEqual([]);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a line of text', JSON.stringify({ file: 'data/units.yaml', line: '1; rm -rf ~' })],
    ['half a line', JSON.stringify({ file: 'data/units.yaml', line: 1.5 })],
    ['a line below one', JSON.stringify({ file: 'data/units.yaml', line: 0 })],
    ['a key nobody knows', JSON.stringify({ file: 'data/units.yaml', editor: 'sh' })],
    ['a file that is none', JSON.stringify({ file: { toString: 1 } })],
    ['depth', '['.repeat(30_000)],
  ])('%s is answered with 400, and neither with a stack nor with what was sent', async (_, body) => {
    opened.length = 0;
    const answer = await open(body);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toMatch(/\bat |node_modules|rm -rf/);
    expect(opened).toEqual([]);
  });

  test('keys of the prototype change nothing', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype'])
      await open(`{"file":"data/units.yaml","${key}":{"readOnly":false,"polluted":1}}`);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((await open('{"__proto__":{"file":"data/units.yaml"}}')).status).toBe(400);
  });

  test.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['an upload', 'multipart/form-data; boundary=x'],
    ['a script that asks nobody', 'text/plain'],
    ['a type that only begins alike', 'application/json-seq'],
    ['no type', ''],
  ])('for %s', async (_, type) => {
    opened.length = 0;
    const headers = { 'Content-Type': type, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' };
    expect((await open(place, headers)).status).toBe(403);
    expect((await open(place, { 'Content-Type': type })).status).toBe(415);
    expect((await open(place, { Origin: 'https://evil.example' })).status).toBe(403);
    expect(opened).toEqual([]);
  });

  test('for a body larger than any, told or not', async () => {
    opened.length = 0;
    const large = JSON.stringify({ file: 'data/units.yaml', padding: 'x'.repeat(200_000) });
    expect((await open(large)).status).toBe(413);
    expect((await open(large, { 'Transfer-Encoding': 'chunked' })).status).toBe(413);
    expect((await open(place)).status).toBe(200);
  });
});

describe('the token', () => {
  test('is asked for by all but the pages and their files, and that of another preview is none', async () => {
    const { pathname: page } = new URL(preview.address);
    const guarded = routes.filter(({ access }) => access !== 'anyone');
    expect(guarded.map(({ path }) => path)).toContain('/api/reports');
    for (const route of guarded) {
      for (const wrong of ['', 'x', token.slice(1), `${token}x`, otherToken, '\u00e9'.repeat(32)]) {
        const { method } = route;
        const headers = { ...(method === 'POST' && json), ...(wrong !== '' && { 'X-Preview-Token': wrong }) };
        const { status, body } = await request(preview.address, addressOf(route, page), { method, headers });
        expect([route.path, wrong, status]).toEqual([route.path, wrong, 403]);
        expect(body).not.toContain(token);
      }
    }
  });

  test('helps nobody who comes from elsewhere, whatever is asked for', async () => {
    const { pathname: page, host } = new URL(preview.address);
    const foreign: Record<string, string>[] = [
      { Host: 'evil.example' },
      { Host: host.replace('127.0.0.1', 'rebound.example') },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
      { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' },
    ];
    for (const route of routes) {
      const { method } = route;
      for (const from of foreign) {
        const headers = { ...(method === 'POST' && json), 'X-Preview-Token': token, ...from };
        const { status } = await request(preview.address, addressOf(route, page), { method, headers });
        expect([route.path, from, status]).toEqual([route.path, from, 403]);
      }
    }
  });

  test('writes nothing where the preview is read-only', async () => {
    const { pathname: page } = new URL(readOnly.address);
    const headers = { ...json, 'X-Preview-Token': otherToken };
    for (const route of routes.filter(({ method }) => method === 'POST')) {
      const { status, body } = await request(readOnly.address, addressOf(route, page), {
        ...{ method: 'POST', headers, body: '{}' },
      });
      const isRefused = status === 403 && body === 'read-only\n';
      expect([route.path, isRefused]).toEqual([route.path, route.access === 'writer']);
    }
  });

  test('is on every route that takes something', () => {
    expect(routes.filter(({ method, access }) => method === 'POST' && access === 'anyone')).toEqual([]);
  });
});

describe('a request is what it says', () => {
  test.each(['TRACE', 'PATCH', 'PROPFIND', 'SEARCH'])('not the method %s', async (method) => {
    const { status, body } = await request(preview.address, '/', { method, headers: { 'X-Secret': 'abc' } });
    expect(status).toBe(405);
    expect(body).not.toContain('abc');
  });

  test('no header turns a look into a change', async () => {
    opened.length = 0;
    const names = ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'];
    const headers = { 'X-Preview-Token': token, ...Object.fromEntries(names.map((name) => [name, 'POST'])) };
    expect((await request(preview.address, '/api/open-file?_method=POST', { headers })).status).toBe(404);
    expect(opened).toEqual([]);
  });

  test('no header makes it come from elsewhere', async () => {
    const headers = { Host: 'evil.example', 'X-Forwarded-Host': new URL(preview.address).host };
    expect((await request(preview.address, '/', { headers })).status).toBe(403);
  });

  test('headers have an end', async () => {
    const headers = { 'X-Much': 'x'.repeat(100_000) };
    const status = await request(preview.address, '/', { headers }).then(
      (answer) => answer.status,
      () => 431,
    );
    expect(status).toBe(431);
    expect((await request(preview.address, '/')).status).toBe(302);
  });

  test('an address of a report is one', async () => {
    for (const path of [
      '/../2022/x/y/',
      '/%2e%2e/2022/x/y/',
      '/a/b/c/d/',
      '/a/2022/..%2f..%2f/zh-CN/',
      '/A/2022/x/y/',
    ])
      expect([path, (await request(preview.address, path)).status]).toEqual([path, 404]);
  });
});

test('of two previews, one ends and the other goes on', async () => {
  const [third, thirdToken] = await start(false);
  const events = `${new URL(third.address).pathname}events?token=`;
  expect((await request(third.address, events + token)).status).toBe(403);
  expect((await request(third.address, events + thirdToken)).status).toBe(200);
  await third.close();
  await expect(request(third.address, '/')).rejects.toThrow();
  expect(
    (await request(preview.address, `${new URL(preview.address).pathname}events?token=${token}`)).status,
  ).toBe(200);
});
