import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtReports, type BuiltReports } from '../built-reports.ts';
import { openBrowser } from './open-browser.ts';

// The file a reader saves: it needs no network, shows what it knows of its figures, and prints like the PDF.

const timeout = 180_000;
let browser: Browser;
let pages: BuiltReports;

beforeAll(async () => {
  browser = await openBrowser();
  pages = await builtReports('whitepaper');
}, timeout);
afterAll(() => browser.close());

async function open(name: string, onRequest: (address: string) => void = () => undefined): Promise<Page> {
  const page = await browser.newPage();
  page.on('request', (asked) => {
    onRequest(asked.url());
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`file://${pages.path(name, 'html')}`);
  return page;
}

async function openPdf<Result>(
  bytes: Uint8Array,
  read: (pdf: PDFDocumentProxy) => Promise<Result> | Result,
): Promise<Result> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  try {
    return await read(pdf);
  } finally {
    await pdf.destroy();
  }
}

const countPages = (bytes: Uint8Array): Promise<number> => openPdf(bytes, ({ numPages }) => numPages);

function printed(bytes: Uint8Array): Promise<{ count: number; text: string }> {
  return openPdf(bytes, async (pdf) => {
    const texts: string[] = [];
    for (let index = 1; index <= pdf.numPages; index += 1) {
      const { items } = await (await pdf.getPage(index)).getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    return { count: pdf.numPages, text: texts.join('\n') };
  });
}

test(
  'opened from the disk it asks for nothing',
  async () => {
    for (const name of pages.names) {
      const asked: string[] = [];
      const page = await open(name, (address) => asked.push(address));
      await page.evaluate(`document.fonts.ready`);
      await page.evaluate(`scrollTo(0, document.body.scrollHeight)`);
      expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([
        `file://${pages.path(name, 'html')}`,
      ]);
      await page.close();
    }
  },
  timeout,
);

test(
  'printed from the browser it is the PDF, page for page or nearly, without what only screens need',
  async () => {
    for (const name of pages.names) {
      const page = await open(name);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      const own = await printed(await page.pdf({ preferCSSPageSize: true, printBackground: true, timeout }));
      const count = await countPages(await pages.read(name, 'pdf'));
      expect(Math.abs(own.count - count), `${name}: ${String(own.count)} and ${String(count)} pages`).toBeLessThanOrEqual(2); // prettier-ignore
      expect(own.text).not.toMatch(/跳到正文|显示数据/);
      await page.close();
    }
  },
  timeout,
);

test(
  'figures a reader has unfolded are printed',
  async () => {
    const page = await open('xiamen-2022');
    await page.evaluate(`document.querySelector('#fig-patent-grants details').open = true`);
    const { text } = await printed(
      await page.pdf({ preferCSSPageSize: true, printBackground: true, timeout }),
    );
    expect(text.match(/数值/g)?.length).toBeGreaterThan(0);
    expect(text).toMatch(/外观设计\s*2022年\s*8025件/);
    await page.close();
  },
  timeout,
);

test(
  'a pointer over a mark or a figure is told what it is; on paper nothing is',
  async () => {
    const page = await open('xiamen-2022');
    const marks = `[...document.querySelectorAll('#fig-patent-grants svg title')].map(({ textContent }) => textContent)`;
    expect(await page.evaluate(marks)).toContain(
      '实用新型 25143件\n实用新型专利授权量；2022年；单位：件；资料来源：[1]',
    );
    const without = `[...document.querySelectorAll('data[data-figure]')].filter(({ title }) => title === '').length`;
    expect(await page.evaluate(without)).toBe(0);
    const computed = `document.querySelector('[data-figure="xiamen/2022/creation.patent.granted.total"]').title`;
    expect(await page.evaluate(computed)).toBe('三种专利授权合计；2022年；单位：件；测算；资料来源：[1]');
    await page.close();
  },
  timeout,
);
