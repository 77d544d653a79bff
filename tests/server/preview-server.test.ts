import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import { PortUnavailable } from '../../src/server/listen.ts';
import { startPreview, type Preview } from '../../src/server/start-preview.ts';
import { request } from './request.ts';

const options = {
  request: { region: undefined, period: '2022', theme: 'whitepaper', language: 'zh-CN' },
  host: createHost(),
  language: 'zh',
  readOnly: false,
  onBuild: () => undefined,
} as const;
let preview: Preview;
let address: string;
let port: string;
let page: string;
let draft: string;
let events: string;
let token: string;

beforeAll(async () => {
  preview = await startPreview({ ...options, port: undefined });
  address = preview.address;
  ({ port, pathname: page } = new URL(address));
  token = /name="preview-token" content="([^"]+)"/.exec((await request(address, page)).body)?.[1] ?? '';
  draft = `${page}draft`;
  events = `${page}events?token=${token}`;
});

afterAll(() => preview.close());

describe('the officer’s own browser', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]'])('reads the page as %s', async (name) => {
    const { status, body } = await request(address, page, { headers: { Host: `${name}:${port}` } });
    expect(status).toBe(200);
    expect(body).toContain(token);
  });

  test('follows a link to the page from another site', async () => {
    const headers = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    expect((await request(address, page, { headers })).status).toBe(200);
  });

  test('gets the client, the style sheet and a face', async () => {
    const script = await request(address, '/client/preview.js', {
      headers: { 'Sec-Fetch-Site': 'same-origin', Origin: `http://127.0.0.1:${port}` },
    });
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toMatch(/^text\/javascript/);
    expect((await request(address, '/client/shell/shell.css')).headers['content-type']).toMatch(/^text\/css/);
    expect((await request(address, '/fonts/sans-400.ttf')).status).toBe(200);
  });

  test('gets the newest state with the token', async () => {
    const { status, body } = await request(address, events);
    expect(status).toBe(200);
    expect(JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? '')).toMatchObject({
      html: (await request(address, draft)).body,
      failed: false,
    });
  });
});

describe('everybody else is refused', () => {
  const origin = (value: string): Record<string, string> => ({ Origin: value });
  const site = (value: string, mode: string, destination: string): Record<string, string> => ({
    'Sec-Fetch-Site': value,
    'Sec-Fetch-Mode': mode,
    'Sec-Fetch-Dest': destination,
  });

  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1.evil.example:PORT',
    '0.0.0.0:PORT',
  ])('by Host: %s', async (host) => {
    for (const path of ['/', page, draft, events, '/client/preview.js']) {
      const { status, body } = await request(address, path, {
        headers: { Host: host.replace('PORT', port) },
      });
      expect(status).toBe(403);
      expect(body).not.toMatch(/<html|data:/);
    }
  });

  test.each(['https://evil.example', 'http://127.0.0.1:1', 'http://localhost:PORT', 'null'])(
    'by Origin: %s, when the page is at 127.0.0.1',
    async (value) => {
      const headers = origin(value.replace('PORT', port));
      for (const path of ['/', page, draft, events])
        expect((await request(address, path, { headers })).status).toBe(403);
    },
  );

  test.each([
    ['a fetch', site('cross-site', 'no-cors', 'empty')],
    ['a script element', site('cross-site', 'no-cors', 'script')],
    ['a frame', site('cross-site', 'navigate', 'iframe')],
    ['another port of this machine', site('same-site', 'cors', 'empty')],
  ])('when it is %s of another site', async (_, headers) => {
    for (const path of [page, draft, events, '/client/preview.js', '/fonts/sans-400.ttf']) {
      expect((await request(address, path, { headers })).status).toBe(403);
    }
  });

  test.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD'])('with the method %s', async (method) => {
    const { status, headers } = await request(address, page, { method });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, POST');
  });

  test.each([
    '/../package.json',
    '/client/../../../package.json',
    '/client/%2e%2e/preview-server.ts',
    '/client/..%2fpreview-server.ts',
    '/fonts/../../../../../etc/passwd',
    '//etc/passwd',
    '/client/tsconfig.json',
    '/client/',
    '/data/xiamen/2022.yaml',
    'http://evil.example/',
  ])('asking for %s', async (path) => {
    expect((await request(address, path)).status).toBe(404);
  });

  test.each(['', '?token=', `?token=${'A'.repeat(32)}`, '?token=TOKENA', '?token=TOKE'])(
    'asking for the stream without the token: %s',
    async (query) => {
      const path = `${page}events${query.replace('TOKEN', token)}`;
      expect((await request(address, path)).status).toBe(403);
    },
  );
});

test('no answer may be read, framed, guessed at or kept by others', async () => {
  for (const path of ['/', page, '/client/preview.js', '/nothing', events]) {
    const { headers } = await request(address, path);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
  }
});

test('the draft may be framed by the preview, and runs no script', async () => {
  const { headers } = await request(address, draft);
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'self'/);
  expect(headers['content-security-policy']).not.toContain('script-src');
});

test('a port in use is said to be in use', async () => {
  const second = startPreview({ ...options, port: Number(port) });
  const error: unknown = await second.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PortUnavailable);
  expect(error).toMatchObject({ port: Number(port), inUse: true });
});
