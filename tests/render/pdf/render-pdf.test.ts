import { toString } from 'hast-util-to-string';
import { markedElements } from '../../../src/document/printed-places.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { subsetFonts, type FontSubset } from '../../../src/fonts/subset.ts';
import { createHost } from '../../../src/host.ts';
import { documentCharacters } from '../../../src/render/html/document-characters.ts';
import { Browser } from '../../../src/render/pdf/browser.ts';
import { printIn } from '../../../src/render/pdf/print-in.ts';
import { renderPdf, type RenderedPdf } from '../../../src/render/pdf/render-pdf.ts';
import { select } from '../html/select.ts';
import { sampleDocument } from '../sample-document.ts';
import { sampleTheme } from '../sample-theme.ts';
import { inflatePdf } from './inflate-pdf.ts';
import { openPdf, readPages, type ReadPage } from './read-pdf.ts';

const host = createHost();
const document = sampleDocument();
const theme = sampleTheme();
let browser: Browser;
let fonts: FontSubset;
let printed: RenderedPdf;
let pages: ReadPage[];

beforeAll(async () => {
  browser = new Browser(host);
  fonts = await subsetFonts(host, documentCharacters(document));
  printed = await renderPdf(document, theme, {
    print: printIn(browser),
    fonts,
    diagnostics: new Diagnostics(),
  });
  pages = await readPages(await openPdf(printed.bytes));
}, 120_000);

afterAll(() => browser.close());

test('the page count is the file’s own', () => {
  expect(printed.pages).toBe(pages.length);
  expect(pages.length).toBeGreaterThan(15);
});

test('the contents give each heading the number printed at the foot of its page', () => {
  const contents = pages.find(({ lines }) => lines.some(({ text }) => text === '目录'))!;
  const links = select(document.tree, 'a');
  expect(links.length).toBeGreaterThan(15);
  for (const link of links) {
    const id = String(link.properties.href).slice(1);
    const heading = toString(link);
    const candidates = pages.filter(({ lines }) =>
      lines.some(({ text, size }) => text === heading && size > 14),
    );
    const folios = candidates.map(({ lines }) => lines.at(-1)?.text);
    expect(folios, heading).toContain(printed.pageOf[id]);
    expect(contents.lines.map(({ text }) => text)).toContain(heading + printed.pageOf[id]!);
  }
});

test('front matter is numbered in roman figures, the body from 1, the cover and the back not at all', () => {
  expect(printed.pageOf).toMatchObject({ note: 'i', foreword: 'iii', highlights: '1' });
  expect(pages[1]?.lines.at(-1)?.text).toBe('i');
  expect(pages[0]?.lines.some(({ text }) => /^[ivx\d]+$/.test(text))).toBe(false);
  expect(pages.at(-1)?.lines.some(({ text }) => /^[ivx\d]+$/.test(text))).toBe(false);
});

test('every figure and chart is said to be on the page it is on, and the file bears no trace of the asking', () => {
  const marked = markedElements(document.tree);
  expect(marked.length).toBeGreaterThan(30);
  for (const [mark, element] of marked.entries()) {
    if (element.properties.dataPart === 'motif') continue;
    const page = printed.marks.get(mark)!;
    const { lines } = pages[page.number - 1]!;
    const seen = element.tagName === 'figure' ? toString(element.children[0]!) : toString(element);
    expect(lines.map(({ text }) => text).join('')).toContain(seen.replace(/\s/g, ''));
    expect(page.label === '' || lines.at(-1)?.text === page.label).toBe(true);
  }
  const file = inflatePdf(printed.bytes);
  expect(file).toContain('/note');
  expect(file).not.toContain('mark-');
});

test('running heads name the chapter; a long table repeats its head', () => {
  const appendix = pages.filter(({ lines }) => lines[0]?.text.startsWith('附录一、数据表'));
  expect(appendix.length).toBeGreaterThan(2);
  for (const { lines } of appendix)
    expect(lines.some(({ text }) => text.startsWith('指标单位2021年2022年'))).toBe(true);
  expect(pages[1]?.lines[0]?.text).toBe('编写说明');
});

test('no heading stands alone at the foot of a page', () => {
  for (const { lines } of pages.slice(4, -1)) expect(lines.at(-2)!.size).toBeLessThan(14);
});

test('text comes out of the file as it went in', () => {
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('');
  expect(text).toContain('每万人口高价值发明专利拥有量达到20.8件');
  expect(text).toContain('“铁拳”“蓝天”“龙腾”等专项行动');
  expect(text).toContain('什么是高价值发明专利');
});

test('fonts are embedded TrueType, none is Type 3', () => {
  const file = inflatePdf(printed.bytes);
  expect(file).not.toMatch(/\/Subtype\s*\/Type3/);
  const names = [...file.matchAll(/\/FontName\s*\/\w+\+([^\s/]+)/g)].map(([, name]) => name);
  expect(new Set(names)).toEqual(new Set(['NotoSansSC-Regular', 'NotoSansSC-Bold', 'NotoSerifSC-Regular']));
  expect(file.match(/\/FontFile2/g)).toHaveLength(names.length);
});

test('the file is tagged, in Chinese, titled and dated, with an outline and alternative texts', async () => {
  const pdf = await openPdf(printed.bytes);
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({
    Title: document.meta.title,
    Language: 'zh-CN',
    CreationDate: "D:20230426000000+00'00'",
    ModDate: "D:20230426000000+00'00'",
  });
  expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  const outline = await pdf.getOutline();
  expect(JSON.stringify(outline.map(({ title }) => title))).toContain('一、知识产权创造');
  const structure = JSON.stringify(
    await Promise.all(pages.map(async (_, index) => (await pdf.getPage(index + 1)).getStructTree())),
  );
  expect(structure).toContain(document.drawings['patent-grants']!.alt);
  expect(structure).toContain('"role":"TH"');
  expect(structure).not.toContain('"role":"Strong"');
});

test('two builds are the same, byte for byte, in the same browser and in another', async () => {
  const again = await renderPdf(document, theme, {
    print: printIn(browser),
    fonts,
    diagnostics: new Diagnostics(),
  });
  expect(Buffer.compare(again.bytes, printed.bytes)).toBe(0);
  const other = new Browser(host);
  try {
    const third = await renderPdf(document, theme, {
      print: printIn(other),
      fonts,
      diagnostics: new Diagnostics(),
    });
    expect(Buffer.compare(third.bytes, printed.bytes)).toBe(0);
  } finally {
    await other.close();
  }
}, 60_000);
