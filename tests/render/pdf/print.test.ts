import { h } from 'hastscript';
import type { Page } from 'puppeteer';
import { afterAll, expect, test } from 'vitest';
import { Diagnostics, ReportError } from '../../../src/diagnostics/diagnostic.ts';
import { subsetFonts } from '../../../src/fonts/subset.ts';
import { createHost, type Host } from '../../../src/host.ts';
import { documentCharacters } from '../../../src/render/html/document-characters.ts';
import { BrowserBroke } from '../../../src/render/pdf/browser-broke.ts';
import { Browser } from '../../../src/render/pdf/browser.ts';
import { print } from '../../../src/render/pdf/print.ts';
import { printIn } from '../../../src/render/pdf/print-in.ts';
import { renderPdf, type RenderedPdf } from '../../../src/render/pdf/render-pdf.ts';
import { sampleDocument } from '../sample-document.ts';
import { sampleTheme } from '../sample-theme.ts';
import { openPdf, readPages } from './read-pdf.ts';

const host = createHost();
const browser = new Browser(host);
afterAll(() => browser.close());

const typeHeight = 697;
const following = new Set<string>();
const files = (html: string) => new Map([['/', { type: 'text/html; charset=utf-8', body: html }]]);

test('a hostile page reads no file, runs no script and reaches nobody', async () => {
  const html = `<title>t</title><p>before</p><iframe src="file:///etc/hostname"></iframe><img src="file:///etc/passwd" alt="">
    <object data="file:///etc/hostname"></object><iframe src="http://127.0.0.1:1/"></iframe><link rel=stylesheet href="file:///etc/x.css">
    <script>document.body.append('ran')</script><svg><image href="file:///etc/hostname"/></svg>`;
  const requests: string[] = [];
  const { bytes } = await print(
    browser,
    { tree: h(null), files: files(html), typeHeight, following },
    (page) => {
      page.on('requestfinished', (request) => requests.push(request.url()));
    },
  );
  const text = (await readPages(await openPdf(bytes))).flatMap(({ lines }) => lines.map((line) => line.text));
  expect(text).toEqual(['before']);
  expect(requests).toEqual(['http://report.invalid/']);
}, 60_000);

/** A browser whose first `crashes` pages lose their process as soon as they are asked to print. */
class FragileBrowser extends Browser {
  #crashes: number;
  readonly #how: (page: Page) => Promise<unknown>;
  pages = 0;

  constructor(fragileHost: Host, crashes: number, how: (page: Page) => Promise<unknown>) {
    super(fragileHost);
    this.#crashes = crashes;
    this.#how = how;
  }

  override async newPage(): Promise<Page> {
    const page = await super.newPage();
    this.pages += 1;
    if (this.#crashes > 0) {
      this.#crashes -= 1;
      page.pdf = () => {
        void this.#how(page).catch(() => undefined);
        return new Promise(() => undefined); // As puppeteer does: it is never answered.
      };
    }
    return page;
  }
}

const crashRenderer = async (page: Page): Promise<unknown> =>
  (await page.createCDPSession()).send('Page.crash');
const killBrowser = (page: Page): Promise<unknown> =>
  Promise.resolve(page.browser().process()?.kill('SIGKILL'));

async function renderIn(fragile: Browser, diagnostics = new Diagnostics()): Promise<RenderedPdf> {
  const document = sampleDocument();
  const fonts = await subsetFonts(host, documentCharacters(document));
  try {
    return await renderPdf(document, sampleTheme(), { print: printIn(fragile), fonts, diagnostics });
  } finally {
    await fragile.close();
  }
}

test.each([
  ['the page’s process', crashRenderer],
  ['the browser', killBrowser],
])(
  'when %s dies it is noticed at once and tried again in a new browser',
  async (_, how) => {
    const fragile = new FragileBrowser(host, 1, how);
    expect((await renderIn(fragile)).pages).toBeGreaterThan(15);
    expect(fragile.pages).toBe(2);
  },
  60_000,
);

test('a browser that was killed between two reports is replaced once, for all who ask', async () => {
  const idle = new Browser(host);
  try {
    const page = await idle.newPage();
    const ended = new Promise((resolve) => page.browser().once('disconnected', resolve));
    await Promise.all([ended, killBrowser(page)]);
    const job = { tree: h(null), files: files('<title>t</title><p>text</p>'), typeHeight, following };
    const print = printIn(idle);
    expect(await Promise.all([print(job), print(job)])).toMatchObject([{ pages: 1 }, { pages: 1 }]);
  } finally {
    await idle.close();
  }
}, 60_000);

test('two crashes are reported as BROWSER_CRASHED', async () => {
  const diagnostics = new Diagnostics();
  await expect(renderIn(new FragileBrowser(host, 2, crashRenderer), diagnostics)).rejects.toThrow(
    ReportError,
  );
  expect(diagnostics.all.map(({ code }) => code)).toEqual(['BROWSER_CRASHED']);
}, 60_000);

test('an abort ends the job with its own reason', async () => {
  const controller = new AbortController();
  const reason = new Error('newer draft');
  const job = {
    tree: h(null),
    files: files('<title>t</title>'),
    typeHeight,
    following,
    signal: controller.signal,
  };
  const printing = print(browser, job, () => {
    controller.abort(reason);
  });
  await expect(printing).rejects.toBe(reason);
  expect(reason).not.toBeInstanceOf(BrowserBroke);
}, 60_000);
