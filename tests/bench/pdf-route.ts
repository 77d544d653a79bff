import { expectedText } from '../../src/audit/expected.ts';
import { readPdf } from '../../src/audit/read-pdf.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Browser } from '../../src/render/pdf/browser.ts';
import { printIn } from '../../src/render/pdf/print-in.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import type { Composed } from './print-html.ts';

/** What it took to make a PDF and to read it back, in milliseconds. */
export interface Route {
  readonly rendering: number;
  readonly reading: number;
  readonly pages: number;
  readonly bytes: number;
}

/** The way to a finished PDF and back, as a build goes it. */
export async function goPdfRoute(browser: Browser, { document, theme, fonts }: Composed): Promise<Route> {
  const start = performance.now();
  const rendered = await renderPdf(document, theme, {
    print: printIn(browser),
    fonts,
    diagnostics: new Diagnostics(),
  });
  const between = performance.now();
  const expected = expectedText(document, { pages: true, indexPages: true, draws: () => true });
  await readPdf(rendered.bytes, (page) => expected.text.includes(page));
  const end = performance.now();
  const { pages, bytes } = rendered;
  return { rendering: between - start, reading: end - between, pages, bytes: bytes.length };
}

/** Load and print a page, as little as can be done; in milliseconds. */
export async function printBare(browser: Pick<Browser, 'newPage'>, address: string): Promise<number> {
  const page = await browser.newPage();
  const start = performance.now();
  await page.goto(address);
  await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 180_000,
  });
  const spent = performance.now() - start;
  await page.close();
  return spent;
}
