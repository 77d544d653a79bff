import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { composeReport, examineReport } from '../../src/pipeline.ts';
import type { Draft } from '../../src/server/build-preview.ts';
import { search, type Found } from '../../src/server/search/search.ts';
import { startPreview } from '../../src/server/start-preview.ts';
import { createHost } from '../../src/host.ts';
import { quietRun, request } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';
import { request as ask } from './request.ts';

// What an officer types into the field of the preview, over the report of Xiamen 2022.

const granted = 'xiamen/2022/creation.patent.granted.invention';
let draft: Draft;

beforeAll(async () => {
  const run = quietRun(projectRoot);
  const examined = await examineReport(request, run);
  draft = { examined, document: await composeReport(examined, run), files: new Map() };
});

const keys = (typed: string): string[] =>
  search(draft, typed).found.map((found) => (found.type === 'figure' ? found.key : `#${found.id}`));

describe('a figure is found first', () => {
  test.each([
    ['by its name', '发明专利授权量'],
    ['by the beginning of its name', '发明专利授权'],
    ['by characters of its name, others between', '发明授权'],
    ['by another name sources use', '新增发明专利授权'],
    ['by the first letters of its syllables', 'fmzlsql'],
    ['by its English name', 'invention patents granted'],
    ['by its key', granted],
    ['by its indicator', 'creation.patent.granted.invention'],
    ['by its number', '5274'],
    ['by its number, grouped', '5,274'],
    ['by its number in full width', '５２７４'],
    ['by its number and unit', '5274件'],
    ['by a word and its number', '发明 5274'],
  ])('%s: %s', (_, typed) => {
    expect(keys(typed)[0]).toBe(granted);
  });
});

test('says what it reads, when it is of, and where it is printed', () => {
  const [found] = search(draft, granted).found;
  expect(found).toMatchObject({ type: 'figure', name: '发明专利授权量', text: '5274件', time: '2022年' });
  const { places, more } = found as Extract<Found, { type: 'figure' }>;
  expect(places).toContain('二、知识产权创造');
  expect([places.length, more > 0]).toEqual([3, true]);
});

test('as printed in 亿 or 万, or part of a number, finds it too', () => {
  const scaled = draft.document.tree;
  const printed = /\d+\.\d+亿元/.exec(JSON.stringify(scaled))?.[0] ?? '';
  expect(printed).not.toBe('');
  for (const typed of [printed, printed.slice(0, -2), printed.slice(0, -3)]) {
    const texts = search(draft, typed).found.map(({ text }) => text);
    expect(texts.length, typed).toBeGreaterThan(0);
  }
  expect(keys('274')).toContain(granted);
});

test('every figure of the report’s file and of the page is found by its key and by what it reads', () => {
  const { facts } = draft.examined;
  const own = [...facts.figures.values()].filter(
    ({ region, writtenIn }) => region === 'xiamen' && writtenIn === '2022',
  );
  const all = new Set([...own.map(({ key }) => key), ...Object.keys(draft.document.figures)]);
  expect(all.size).toBeGreaterThan(150);
  for (const key of all) expect(keys(key)[0]).toBe(key);
});

test('a figure that is not printed is found and says so', () => {
  const { facts } = draft.examined;
  const silent = [...facts.figures.values()].find(
    ({ key, region, writtenIn }) =>
      region === 'xiamen' && writtenIn === '2022' && !Object.hasOwn(draft.document.figures, key),
  );
  if (silent) expect(search(draft, silent.key).found[0]).toMatchObject({ key: silent.key, places: [] });
});

test('headings are found by their words', () => {
  expect(keys('知识产权创造').some((key) => key.startsWith('#'))).toBe(true);
});

test('shows the best fifty and says how many there are', () => {
  const { found, count } = search(draft, '专利');
  expect(found).toHaveLength(50);
  expect(count).toBeGreaterThan(50);
});

test.each([
  '',
  '   ',
  '没有这样的词',
  '<img src=x onerror=alert(1)>',
  '(.*',
  '\\',
  '__proto__',
  '5274 没有这样的词',
])('finds nothing for %j', (typed) => {
  expect(search(draft, typed)).toEqual({ found: [], count: 0 });
});

test('the preview answers its own page, as JSON, and nobody else', async () => {
  const preview = await startPreview({
    request: { region: undefined, ...request },
    host: createHost(projectRoot),
    language: 'zh',
    port: undefined,
    readOnly: true,
    onBuild: () => undefined,
  });
  const { address } = preview;
  const { pathname } = new URL(address);
  const token = /name="preview-token" content="([^"]+)"/.exec((await ask(address, pathname)).body)?.[1] ?? '';
  const path = `${pathname}api/search?q=5274`;
  expect((await ask(address, path)).status).toBe(403);
  // Before there is a draft nothing is found.
  let answer: unknown;
  do {
    const { status, headers, body } = await ask(address, path, { headers: { 'X-Preview-Token': token } });
    expect([status, headers['content-type']]).toEqual([200, 'application/json']);
    answer = JSON.parse(body);
    await setTimeout(50);
  } while ((answer as { count: number }).count === 0);
  expect(answer).toMatchObject({ found: [{ key: granted }] });
  await preview.close();
});
