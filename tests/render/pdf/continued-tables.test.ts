import { h } from 'hastscript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../../src/audit/read-pdf.ts';
import { createHost } from '../../../src/host.ts';
import { Browser } from '../../../src/render/pdf/browser.ts';
import { sampleDocument } from '../sample-document.ts';
import { chapterOf, longTable, longTableHead } from '../sample-long-table.ts';
import { printDocument } from './print-document.ts';
import { openPdf, readPages, type ReadPage } from './read-pdf.ts';

const browser = new Browser(createHost());
afterAll(() => browser.close());

const words = '续表1-1单位：件';
const head = longTableHead.join('');

let bytes: Uint8Array;
let pages: ReadPage[];

beforeAll(async () => {
  const tree = h(null, chapterOf([h('p', '下表按区列出全部案件。'), longTable(90)]));
  ({ bytes } = await printDocument(browser, sampleDocument({ tree })));
  pages = await readPages(await openPdf(bytes));
}, 120_000);

test('each page a table runs on to says so between the running head and the table’s', () => {
  expect(pages.length).toBeGreaterThan(3);
  const [first, ...more] = pages.map(({ lines }) => lines.map(({ text }) => text));
  expect(first).toContain('表1-1各区案件单位：件');
  expect(first?.join('')).not.toContain('续');
  for (const lines of more) {
    expect(lines.slice(1, 3)).toEqual([words, head]);
    expect(lines.filter((line) => line.includes('续'))).toHaveLength(1);
  }
});

test('on left and right pages and in any print the words stand at the top of the type area', async () => {
  const pdf = await openPdf(bytes);
  const heights = [];
  for (let number = 2; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items)
      if ('str' in item && item.str.startsWith('续')) heights.push(Number(item.transform[5]));
  }
  expect(heights).toHaveLength(pdf.numPages - 1);
  // The type area begins 27 mm below the upper edge of A4: its first baseline lies a line further down.
  for (const height of heights) {
    expect(height).toBeLessThan(841.9 - 76.5 - 6);
    expect(height).toBeGreaterThan(841.9 - 76.5 - 22);
  }
});

test('it is no part of the table for those who have the file read to them', async () => {
  const { pieces, margins } = await readPdf(bytes);
  expect(pieces.map(({ text }) => text).join('')).not.toContain('续');
  expect(margins.filter(({ head: margin }) => margin.includes('续表 1-1'))).toHaveLength(pages.length - 1);
});

test('a table that stays on one page keeps its caption where it was, and nothing is left free above its head', async () => {
  const table = longTable(4);
  const distance = async (): Promise<number> => {
    const printed = await printDocument(browser, sampleDocument({ tree: h(null, chapterOf([table])) }));
    const { items } = await (await (await openPdf(printed.bytes)).getPage(1)).getTextContent();
    const baseline = (text: string): number => {
      const item = items.find((one) => 'str' in one && one.str.includes(text));
      return item && 'str' in item ? Number(item.transform[5]) : Number.NaN;
    };
    return baseline('各区案件') - baseline('案件来源');
  };
  const reserved = await distance();
  delete table.properties.dataContinued;
  expect(Math.abs(reserved - (await distance()))).toBeLessThan(1);
}, 60_000);
