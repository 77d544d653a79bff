import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import { loadAssets } from '../../src/server/assets.ts';
import { newEventsPath, PortUnavailable, PreviewServer } from '../../src/server/preview-server.ts';
import type { PreviewState } from '../../src/server/preview-state.ts';
import { request } from './request.ts';

const state: PreviewState = {
  page: 1,
  html: '<!doctype html><p>草稿</p>',
  failed: false,
  problems: [],
  checks: [],
};
const events = newEventsPath();
let server: PreviewServer;
let address: string;
let port: string;

beforeAll(async () => {
  server = new PreviewServer(await loadAssets(createHost()), events, state);
  address = await server.listen(0);
  ({ port } = new URL(address));
});

afterAll(() => server.close());

describe('the officer’s own browser', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]'])('reads the page as %s', async (name) => {
    const { status, body } = await request(address, '/', { headers: { Host: `${name}:${port}` } });
    expect(status).toBe(200);
    expect(body).toBe(state.html);
  });

  test('follows a link to the page from another site', async () => {
    const headers = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    expect((await request(address, '/', { headers })).status).toBe(200);
  });

  test('gets the client, the style sheet and a face', async () => {
    const script = await request(address, '/client/preview.js', {
      headers: { 'Sec-Fetch-Site': 'same-origin', Origin: `http://127.0.0.1:${port}` },
    });
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toMatch(/^text\/javascript/);
    expect((await request(address, '/client/panel.css')).headers['content-type']).toMatch(/^text\/css/);
    expect((await request(address, '/fonts/sans-400.ttf')).status).toBe(200);
  });

  test('gets the newest state with the token', async () => {
    const { status, body } = await request(address, events);
    expect(status).toBe(200);
    expect(JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? '')).toEqual(state);
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
    for (const path of ['/', events, '/client/preview.js']) {
      const { status, body } = await request(address, path, {
        headers: { Host: host.replace('PORT', port) },
      });
      expect(status).toBe(403);
      expect(body).not.toContain('草稿');
    }
  });

  test.each(['https://evil.example', 'http://127.0.0.1:1', 'http://localhost:PORT', 'null'])(
    'by Origin: %s, when the page is at 127.0.0.1',
    async (value) => {
      const headers = origin(value.replace('PORT', port));
      for (const path of ['/', events]) expect((await request(address, path, { headers })).status).toBe(403);
    },
  );

  test.each([
    ['a fetch', site('cross-site', 'no-cors', 'empty')],
    ['a script element', site('cross-site', 'no-cors', 'script')],
    ['a frame', site('cross-site', 'navigate', 'iframe')],
    ['another port of this machine', site('same-site', 'cors', 'empty')],
  ])('when it is %s of another site', async (_, headers) => {
    for (const path of ['/', events, '/client/preview.js', '/fonts/sans-400.ttf']) {
      expect((await request(address, path, { headers })).status).toBe(403);
    }
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('with the method %s', async (method) => {
    const { status, headers } = await request(address, '/', { method });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET');
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

  test.each(['/events', '/events?token=', `/events?token=${'A'.repeat(32)}`, `${events}A`, `${events}&x=1`])(
    'asking for the stream without the token: %s',
    async (path) => {
      expect((await request(address, path)).status).toBe(403);
    },
  );
});

test('no answer may be read, framed, guessed at or kept by others', async () => {
  for (const path of ['/', '/client/preview.js', '/nothing', events]) {
    const { headers } = await request(address, path);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
  }
});

test('a port in use is said to be in use', async () => {
  const second = new PreviewServer(new Map(), newEventsPath(), state);
  const error: unknown = await second.listen(Number(port)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PortUnavailable);
  expect(error).toMatchObject({ port: Number(port), inUse: true });
});
