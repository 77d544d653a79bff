import type { Element } from 'hast';
import { h } from 'hastscript';
import { afterAll, expect, test } from 'vitest';
import type { LayoutCode } from '../../../src/audit/layout/index.ts';
import { createHost } from '../../../src/host.ts';
import { Browser } from '../../../src/render/pdf/browser.ts';
import { barDrawing } from '../../render/sample-drawings.ts';
import { sampleDocument } from '../../render/sample-document.ts';
import { chapterOf, longTable } from '../../render/sample-long-table.ts';
import { figure } from '../../render/sample-sections.ts';
import { lintPages, type Planted } from './lint-pages.ts';

const browser = new Browser(createHost());
afterAll(() => browser.close());

/** Fills a third of a page. */
const prose = (id?: string): Element =>
  h(
    'p',
    id === undefined ? {} : { id },
    '行政机关和司法机关的协作更加紧密，证据互认、线索互移成为常态。'.repeat(18),
  );
const heading = h('h2', { id: 'cases-1' }, '（一）受理');
const number = '12345678901234567890';

/** A table of one row and its head, the cells of a first column as narrow as `share` of the whole. */
function narrow(share: number, first: string | Element, second: string | Element = '说明'): Element {
  return h('figure', { dataPart: 'table', id: 'tab-narrow' }, [
    h('figcaption', h('p', { dataPart: 'caption' }, [h('span', { dataPart: 'number' }, '表 1-1　'), '数量'])),
    h('table', { dataColumns: `${share} ${100 - share}` }, [
      h('thead', h('tr', [h('th', { scope: 'col' }, '数'), h('th', { scope: 'col' }, '说明')])),
      h('tbody', h('tr', [h('td', first), h('td', second)])),
    ]),
    h('p', { dataPart: 'source' }, '资料来源：示例'),
  ]);
}

function contentsWith(title: string): Element {
  const entry = h('a', { href: '#cases' }, [
    h('span', { dataPart: 'entry' }, title),
    h('span', { dataPart: 'page' }),
  ]);
  return h('nav', { dataPart: 'contents', id: 'contents' }, [h('h1', '目录'), h('ol', h('li', entry))]);
}

function chartOf(
  texts: readonly (readonly [y: number, text: string])[],
): Pick<Planted, 'blocks' | 'drawings'> {
  const marks = texts.map(([y, text]) => `<text x="100" y="${y}" font-size="12">${text}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200" viewBox="0 0 600 200">${marks}</svg>`;
  const chart = h('figure', { dataPart: 'chart', id: 'fig-x', dataChart: 'x' }, [
    h('figcaption', [
      h('p', { dataPart: 'message' }, '假冒专利占三分之二'),
      h('p', { dataPart: 'caption' }, [h('span', { dataPart: 'number' }, '图 1-1　'), '立案']),
    ]),
    h('p', { dataPart: 'source' }, '资料来源：示例'),
  ]);
  return { blocks: [prose(), chart], drawings: { x: { ...barDrawing('x', [], '横条图'), svg } } };
}

/** For each rule a page that breaks it, and the text it has to name. */
const planted: Readonly<Record<LayoutCode, Planted & { readonly says: string }>> = {
  LAYOUT_SHRUNK: { blocks: [prose(), narrow(90, '5', figure(number)), prose()], says: '12345' },
  LAYOUT_OUTSIDE: {
    blocks: [prose(), h('p', { id: 'far' }, '挪到左边的一段。'), prose()],
    css: '#far { position: relative; left: -20mm }',
    says: '一段。',
  },
  LAYOUT_OVERLAP: { ...chartOf([[50, '假冒专利'], [54, '专利侵权']]), says: '假冒专利 / 专利侵权' }, // prettier-ignore
  LAYOUT_CELL: { blocks: [prose(), narrow(10, figure(number))], says: number },
  LAYOUT_BROKEN: { blocks: [prose(), narrow(10, number)], says: number },
  LAYOUT_ALONE: {
    blocks: [prose(), heading, prose('next'), prose()],
    css: 'h2 { break-after: auto } #next { break-before: page }',
    says: '（一）受理',
  },
  LAYOUT_APART: {
    blocks: [prose(), narrow(50, '5'), prose(), prose()],
    css: 'figure > [data-part="source"] { break-before: page !important }',
    says: '资料来源：示例',
  },
  LAYOUT_WIDOW: {
    blocks: [h('ul', { id: 'filler' }), h('p', { id: 'widow' }, `${'一'.repeat(100)}末行`), prose(), prose()],
    // Two lines of 18 pt fit under it.
    css: 'p { orphans: 1; widows: 1; break-inside: auto !important } #filler { break-before: page; height: calc(246mm - 40pt); margin: 0 }',
    says: '末行',
  },
  LAYOUT_EMPTY: {
    blocks: [prose(), prose(), h('p', { id: 'last' }, '末段。')],
    css: '#last { break-before: page }',
    says: '%',
  },
  LAYOUT_CONTENTS: {
    tree: h(null, contentsWith('案件'.repeat(40)), chapterOf([prose()])),
    says: '案件',
  },
};

const cases = Object.entries(planted) as [LayoutCode, (typeof planted)[LayoutCode]][];

test.each(cases)(
  '%s is found where it is planted',
  async (code, { says, ...page }) => {
    const found = (await lintPages(browser, page)).filter((one) => one.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatchObject({ severity: 'warning' });
    expect(found[0]?.message).toMatch(/^PDF page \d/);
    expect(found[0]?.message).toContain(says);
  },
  60_000,
);

test('pages as they should be are passed over in silence', async () => {
  const fine = chartOf([[50, '假冒专利'], [70, '专利侵权']]); // prettier-ignore
  const blocks = [
    heading,
    ...(fine.blocks ?? []),
    longTable(60),
    prose(),
    narrow(50, figure('38442')),
    prose(),
  ];
  const tree = h(null, contentsWith('案件'), chapterOf(blocks));
  expect(await lintPages(browser, { ...fine, tree })).toEqual([]);
}, 60_000);

test('so is a whole report with every part of the vocabulary', async () => {
  const found = await lintPages(browser, {
    tree: sampleDocument().tree,
    drawings: sampleDocument().drawings,
  });
  expect(found.map(({ message }) => message)).toEqual([]);
}, 60_000);

test('a finding names the page, the heading or caption and what to do, in Chinese too', async () => {
  const [found] = (await lintPages(browser, planted.LAYOUT_CELL, 'zh')).filter(
    ({ code }) => code === 'LAYOUT_CELL',
  );
  expect(found?.message).toContain('PDF 第 1 页（页码 1），“表 1-1　数量”');
  expect(found?.hint).toContain('columns=');
}, 60_000);
