import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import { createApp } from '../../src/server/app.ts';
import { Documents } from '../../src/server/documents/documents.ts';
import { EditHistory } from '../../src/server/edit/edit-history.ts';
import { listen, type Listening } from '../../src/server/listen.ts';
import type { PreviewState } from '../../src/server/preview-state.ts';
import { launcher } from '../../src/server/launch.ts';
import { reachOf } from '../../src/server/reach.ts';
import type { Sessions } from '../../src/server/sessions.ts';

// A stream over a session whose states the test makes itself.

const page = '/a/2022/b/zh-CN/';
const token = 'T'.repeat(32);
const listeners = new Set<() => void>();
let state: PreviewState;
let server: Listening;

const filling = 'x'.repeat(2_000_000);

/** The next page: two megabytes, as a large report has, unless a reader need not be slow. */
function save(rest = filling): void {
  const number = state.page + 1;
  state = { ...state, page: number, html: `${String(number)} ${rest}` };
  for (const listener of [...listeners]) listener();
}

beforeAll(async () => {
  state = { page: 0, html: '', failed: false, problems: [], checks: [] };
  const session = {
    get state() {
      return state;
    },
    listen(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const host = createHost();
  const app = createApp({
    ...{ host, language: 'zh', token, reach: reachOf(), readOnly: false, home: page, launcher },
    assets: new Map(),
    edits: new EditHistory(),
    documents: new Documents(host),
    sessions: { get: () => session } as unknown as Sessions,
  });
  server = await listen(app, '127.0.0.1', 0);
});
afterAll(() => server.close());

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('a reader slower than the saves is sent the newest page, and few of those before it', async () => {
  const socket = connect(server.port, '127.0.0.1');
  const host = `127.0.0.1:${String(server.port)}`;
  socket.write(`GET ${page}events?token=${token} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  for (let count = 0; count < 40; count += 1) {
    save();
    await turn();
  }
  const pages: number[] = [];
  let text = '';
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      let end = 0;
      for (const { 0: found, 1: number, index } of text.matchAll(/"html":"(\d+) /g)) {
        pages.push(Number(number));
        end = index + found.length;
      }
      // What is left may begin the next page, and is short: megabytes would be searched again with every chunk.
      text = text.slice(end).slice(-40);
      if (pages.at(-1) === 40) resolve();
    });
    socket.resume();
  });
  expect(pages.length).toBeLessThan(20);
  socket.destroy();
  while (listeners.size > 0) await turn();
});

test('readers that leave are forgotten, however many they are, and the end of the server ends all', async () => {
  // Thirty readers of a large page would be sixty megabytes, and show nothing more.
  save('x');
  const controllers = Array.from({ length: 30 }, () => new AbortController());
  const address = `http://127.0.0.1:${String(server.port)}${page}events?token=${token}`;
  const answers = await Promise.all(controllers.map(({ signal }) => fetch(address, { signal })));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  while (listeners.size < 30) await turn();
  for (const controller of controllers.slice(1)) controller.abort();
  while (listeners.size > 1) await turn();
  await server.close();
  while (listeners.size > 0) await turn();
  await expect(answers[0]!.text()).rejects.toThrow();
});
