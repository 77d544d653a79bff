import { networkInterfaces } from 'node:os';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import { AddressUnavailable, isLoopback, reachOf } from '../../src/server/reach.ts';
import { startPreview, type Preview, type PreviewOptions } from '../../src/server/start-preview.ts';
import { request, type Answer } from './request.ts';

// Who gets in, where a preview answers others than its own machine.

describe('where a preview answers', () => {
  test.each([
    [undefined, '127.0.0.1', '127.0.0.1'],
    ['localhost', '127.0.0.1', 'localhost'],
    ['LocalHost', '127.0.0.1', 'localhost'],
    ['::1', '::1', '[::1]'],
    ['[::1]', '::1', '[::1]'],
    ['0:0:0:0:0:0:0:1', '::1', '[::1]'],
    ['127.1', '127.0.0.1', '127.0.0.1'],
  ])('%s is this machine alone, and needs no key', (asked, listenAt, name) => {
    const reach = reachOf(asked);
    expect(reach).toMatchObject({ listenAt, name, elsewhere: [], key: undefined });
    expect(['127.0.0.1', 'localhost', '[::1]'].every(reach.isOwn)).toBe(true);
    expect(
      ['evil.example', '0.0.0.0', '[::]', '', 'localhost.evil.example', '127.0.0.2'].some(reach.isOwn),
    ).toBe(false);
  });

  test.each([
    ['192.168.7.8', '192.168.7.8'],
    ['Office-PC.lan', 'office-pc.lan'],
    ['2001:DB8::0:7', '[2001:db8::7]'],
    ['127.0.0.9', '127.0.0.9'],
  ])('%s is that name and no other, by a key', (asked, name) => {
    const reach = reachOf(asked);
    expect(reach).toMatchObject({
      name,
      elsewhere: [name],
      key: expect.stringMatching(/^[\w-]{32}$/) as string,
    });
    expect(reach.isOwn(name)).toBe(true);
    expect(['127.0.0.1', 'localhost', '192.168.7.9', 'evil.example'].some(reach.isOwn)).toBe(false);
  });

  test.each(['0.0.0.0', '::', '0'])('%s is every address this machine has', (asked) => {
    const reach = reachOf(asked);
    expect(reach.key).toBeDefined();
    const own = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
    for (const { address, family } of own.filter(({ internal }) => !internal))
      if (family === 'IPv4') expect([address, reach.isOwn(address)]).toEqual([address, true]);
    expect(['localhost', '127.0.0.1', '[::1]'].every(reach.isOwn)).toBe(true);
    expect(['evil.example', '203.0.113.9', '0.0.0.0', '[::]'].some(reach.isOwn)).toBe(false);
  });

  test.each(['a/b', 'a b', 'user@host', 'host:80', 'host?x', '%2e', ''])('%j is no address', (asked) => {
    expect(() => reachOf(asked)).toThrow(AddressUnavailable);
  });

  test('a connection of this machine is known by its address', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
    expect(['', '10.0.0.1', '1127.0.0.1', '::ffff:10.0.0.127', '::2', '127x'].some(isLoopback)).toBe(false);
  });
});

describe('a preview others can reach', () => {
  let preview: Preview;
  let port: string;
  let page: string;
  let key: string;
  const options: PreviewOptions = {
    request: { region: undefined, period: '2022', theme: 'whitepaper', language: 'zh-CN' },
    host: createHost(),
    ...{ language: 'zh', readOnly: false, port: undefined, address: '0.0.0.0' },
    onBuild: () => undefined,
  };

  beforeAll(async () => {
    preview = await startPreview(options);
    const url = new URL(preview.address);
    [port, page, key] = [url.port, url.pathname, url.searchParams.get('key') ?? ''];
  });
  afterAll(() => preview.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    request(preview.address, path, { headers });
  const cookie = (value: string): Record<string, string> => ({ Cookie: `preview-key-${port}=${value}` });

  test('says how it is reached, with a key no other run has', async () => {
    expect(key).toMatch(/^[\w-]{32}$/);
    for (const address of preview.elsewhere)
      expect(address).toMatch(new RegExp(`:${port}${page}\\?key=${key}$`));
    const other = await startPreview(options);
    expect(new URL(other.address).searchParams.get('key')).not.toBe(key);
    expect((await request(other.address, page, { headers: cookie(key) })).status).toBe(403);
    await other.close();
  });

  test('tells nothing to whoever has neither key nor cookie', async () => {
    const paths = [
      '/',
      page,
      `${page}draft`,
      `${page}events`,
      '/client/preview.js',
      '/fonts/sans-400.ttf',
      '/nothing',
    ];
    for (const path of paths) {
      for (const headers of [
        {},
        cookie(''),
        cookie('x'),
        cookie(key.slice(1)),
        { Cookie: `preview-key-1=${key}` },
      ]) {
        const { status, body } = await get(path, headers);
        expect([path, status]).toEqual([path, 403]);
        expect(body).not.toMatch(/<|token/);
        expect(body).not.toContain(key);
      }
    }
    expect((await get(`${page}?key=${key.slice(1)}`)).status).toBe(403);
    const { status } = await request(preview.address, `/api/open-file?key=${key}`, {
      ...{ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' },
    });
    expect(status).toBe(403);
  });

  test('takes the key out of the address and keeps it in a cookie only it reads', async () => {
    const { status, headers, body } = await get(`${page}?ui=en&key=${key}`);
    expect(status).toBe(200);
    expect(body).toContain(`content="0; url=${page}?ui=en"`);
    expect(body).not.toContain(key);
    const [set = ''] = headers['set-cookie'] ?? [];
    expect(set).toBe(`preview-key-${port}=${key}; Path=/; HttpOnly; SameSite=Strict`);
    const opened = await get(`${page}?ui=en`, cookie(key));
    expect(opened.status).toBe(200);
    expect(opened.body).toContain('preview-token');
    expect((await get('/client/preview.js', cookie(key))).status).toBe(200);
  });

  test('never leads to another server, nor has what the address says as markup', async () => {
    const paths = [
      `//evil.example/?key=${key}`,
      `/%22%3E%3Cscript%3E/?key=${key}&a=%22%3E%3Cb%3E`,
      `/"><b>?x="><b>&key=${key}`,
    ];
    for (const path of paths) {
      const { body } = await get(path);
      expect(body).not.toMatch(/url=\/\/|<b>|<script/);
      expect(body).toMatch(/content="0; url=\/[^"<>]*">$/);
    }
  });

  test('still asks for the token, and for its own names', async () => {
    expect((await get('/api/reports', cookie(key))).status).toBe(403);
    expect((await get(`${page}events`, cookie(key))).status).toBe(403);
    for (const host of [`evil.example:${port}`, `0.0.0.0:${port}`, `203.0.113.9:${port}`])
      expect((await get(page, { ...cookie(key), Host: host })).status).toBe(403);
    expect((await get(page, { ...cookie(key), Host: `localhost:${port}` })).status).toBe(200);
  });

  test('opens an editor for nobody but those who sit before it', async () => {
    const token =
      /name="preview-token" content="([^"]+)"/.exec((await get(page, cookie(key))).body)?.[1] ?? '';
    const lan = preview.elsewhere
      .map((address) => new URL(address))
      .find(({ hostname }) => /^[\d.]+$/.test(hostname));
    if (!lan) return; // A machine without a network has nobody else.
    const { hostname } = lan;
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest({
        ...{ hostname, port, path: '/api/open-file', method: 'POST', agent: false, localAddress: hostname },
        headers: { ...cookie(key), 'Content-Type': 'application/json', 'X-Preview-Token': token },
      });
      sent.on('response', ({ statusCode }) => {
        resolve(statusCode);
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ file: 'data/units.yaml' }));
    });
    expect(status).toBe(403);
  });

  test('an address of another machine is refused', async () => {
    await expect(startPreview({ ...options, address: '203.0.113.9' })).rejects.toThrow(AddressUnavailable);
  });
});
