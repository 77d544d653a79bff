import { h } from 'hastscript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginAudit } from '../../../src/audit/index.ts';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../../src/host.ts';
import { Browser } from '../../../src/render/pdf/browser.ts';
import { sampleDocument } from '../sample-document.ts';
import { chapterOf, longTable, longTableHead } from '../sample-long-table.ts';
import { sampleTheme } from '../sample-theme.ts';
import { printDocument } from './print-document.ts';
import { openPdf, readPages, type ReadPage } from './read-pdf.ts';

const browser = new Browser(createHost());
afterAll(() => browser.close());

const prose = h('p', '行政机关和司法机关的协作更加紧密，证据互认成为常态。'.repeat(24));
const document = sampleDocument({
  tree: h(
    null,
    chapterOf([prose, longTable(60, { dataOrientation: 'landscape' }), prose, prose]),
    chapterOf([prose], 'services', '二、服务'),
  ),
});

let bytes: Uint8Array;
let pages: ReadPage[];
/** Whether each page lies across. */
let across: boolean[];

beforeAll(async () => {
  ({ bytes } = await printDocument(browser, document));
  const pdf = await openPdf(bytes);
  pages = await readPages(pdf);
  const numbers = pages.map((_, index) => index + 1);
  const views = await Promise.all(numbers.map(async (number) => (await pdf.getPage(number)).view));
  across = views.map(([, , width = 0, height = 0]) => {
    expect([Math.round(width), Math.round(height)].sort()).toEqual([595, 842]);
    return width > height;
  });
}, 60_000);

test('a wide table lies across on pages of its own, the text before and behind it upright', () => {
  const first = across.indexOf(true);
  const last = across.lastIndexOf(true);
  expect(first).toBeGreaterThan(0);
  expect(last).toBeGreaterThan(first + 1);
  expect(across.slice(first, last + 1)).not.toContain(false);
  expect(across.slice(last + 1)).toEqual([false, false]);
  for (const [index, { lines }] of pages.entries())
    expect(lines.some(({ text }) => text.startsWith(longTableHead.join('')))).toBe(across[index]);
});

test('its pages bear the running head and the page number of the chapter, and count on', () => {
  for (const [index, { lines }] of pages.entries()) {
    const chapter = index === pages.length - 1 ? '二、服务' : '一、案件';
    expect(lines[0]?.text).toBe(`${chapter}${document.meta.title}`);
    expect(lines.at(-1)?.text).toBe(String(index + 1));
  }
});

test('each page it runs on to says so above its head', () => {
  const wide = pages.filter((_, index) => across[index]);
  expect(wide[0]?.lines[1]?.text).toBe('表1-1各区案件单位：件');
  for (const { lines } of wide.slice(1))
    expect(lines.slice(1, 3).map(({ text }) => text)).toEqual(['续表1-1单位：件', longTableHead.join('')]);
});

test('the audit finds every word and every line in its place', async () => {
  const diagnostics = new Diagnostics();
  const audit = beginAudit(document, ['pdf'], diagnostics, sampleTheme().tokens);
  audit.take('pdf', { bytes });
  await audit.finish();
  expect(diagnostics.all.map(({ message }) => message)).toEqual([]);
});
