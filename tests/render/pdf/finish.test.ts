import { h } from 'hastscript';
import type { Root } from 'hast';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHost } from '../../../src/host.ts';
import { Browser } from '../../../src/render/pdf/browser.ts';
import { finishPdf } from '../../../src/render/pdf/finish/finish-pdf.ts';
import { print } from '../../../src/render/pdf/print.ts';
import { sampleDocument } from '../sample-document.ts';
import { inflatePdf } from './inflate-pdf.ts';
import { openPdf } from './read-pdf.ts';
import { paintedOutsideMarks, readTags, type ReadTag } from './read-tags.ts';

const rows = Array.from({ length: 80 }, (_, index) => `<tr><th scope="row">行${String(index)}<td>值`).join(
  '',
);

/** A page with what reports have and what they may come to have. */
const html = `<html lang="zh-CN"><title>t</title><style>
  @page { margin: 20mm; @top-center { content: '页眉（上）' } @bottom-center { content: counter(page) } }
  thead { display: table-header-group } th { border: 1pt solid; background: #eee }</style>
  <h1 id="one">首章</h1><div style="height: 4pt; background: red"></div>
  <ol><li><a href="#two">次章</a><ol><li><a href="#three">分节</a></ol></ol>
  <ol><li>甲<li>丁<ul><li>丙</ul></ol>
  <ul><li><a href="https://example.org/a_(b)">外</a></ul>
  <p>看<a href="#two">这个</a>，<span aria-hidden="true">不读</span>完。<div>散句</div>
  <figure><svg role="img" aria-label="图画" width="40" height="40"><rect width="30" height="30"/><text y="20">图内</text></svg></figure>
  <table><thead><tr><th scope="col">名<th scope="col">数</thead><tbody>${rows}</tbody></table>
  <h2 id="two">次章</h2><h3 id="three">分节</h3>`;

const tree: Root = h(null, h('h2', { id: 'two' }, '次章'), h('h3', { id: 'three' }, '分节'));
const browser = new Browser(createHost());
let bytes: Uint8Array;
let tags: readonly ReadTag[];

beforeAll(async () => {
  const { meta } = sampleDocument();
  const files = new Map([['/', { type: 'text/html; charset=utf-8', body: html }]]);
  const printed = await print(browser, { tree, files, typeHeight: 697, following: new Set() });
  bytes = await finishPdf(printed.bytes, {
    meta: { ...meta, title: '括(号\\' },
    labels: { front: 0, body: 1 },
    tree,
  });
  tags = await readTags(await openPdf(bytes));
}, 60_000);

afterAll(() => browser.close());

const texts = (role: string): string[] => tags.filter((tag) => tag.role === role).map(({ text }) => text);

test('lists have labels and bodies; those of nothing but links within the file are contents', () => {
  expect(texts('TOCI')).toEqual(['1.次章1.分节', '1.分节']);
  expect(tags.filter(({ role }) => role === 'Reference')).toHaveLength(2);
  expect(texts('LBody')).toEqual(['甲', '丁丙', '丙', '外']);
  expect(texts('Lbl')).toEqual(['1.', '1.', '1.', '2.']);
});

test('what is hidden from readers, decoration and repeated heads are artifacts, and nothing is neither', async () => {
  expect(await paintedOutsideMarks(await openPdf(bytes))).toBe(0);
  expect(tags.map(({ text }) => text).join('')).not.toContain('不读');
  expect(texts('TH').filter((text) => text === '名' || text === '数')).toEqual(['名', '数']);
  expect(Math.max(...tags.filter(({ role }) => role === 'Table').map(({ page }) => page))).toBeGreaterThan(1);
  expect(texts('P')).toEqual(['看这个，完。', '散句']);
  expect(tags.filter(({ role }) => role === 'Figure').map(({ alt, text }) => [alt, text])).toEqual([
    ['图画', '图内'],
  ]);
});

test('running heads and folios are artifacts that say so', () => {
  const file = inflatePdf(bytes);
  expect(file.match(/\/Subtype\/Header>>BDC/g)?.length).toBeGreaterThan(1);
  expect(file.match(/\/Subtype\/Footer>>BDC/g)?.length).toBeGreaterThan(1);
});

test('links say where they lead', async () => {
  const annotations = (await (await (await openPdf(bytes)).getPage(1)).getAnnotations()) as {
    contentsObj: { str: string };
  }[];
  const named = annotations.map(({ contentsObj }) => contentsObj.str);
  expect(named).toEqual(['次章', '分节', 'https://example.org/a_(b)', '次章']);
});

test('pages are labelled from where the body begins, and odd titles come through', async () => {
  const pdf = await openPdf(bytes);
  expect((await pdf.getPageLabels())?.slice(0, 3)).toEqual(['i', '1', '2'].slice(0, pdf.numPages));
  const { info, metadata } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: '括(号\\' });
  expect((metadata as { get: (name: string) => unknown }).get('dc:title')).toBe('括(号\\');
});
