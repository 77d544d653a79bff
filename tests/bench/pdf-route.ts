import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, PDFOptions } from 'puppeteer';
import { readPdf } from '../../src/audit/read-pdf.ts';
import { expectedText } from '../../src/audit/expected.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { ReportDocument } from '../../src/document/document.ts';
import { bundledFaces } from '../../src/fonts/faces.ts';
import { fontFaceCss, type FontSubset } from '../../src/fonts/subset.ts';
import { createHost } from '../../src/host.ts';
import { composeReport, examineReport } from '../../src/pipeline.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { prepareFonts } from '../../src/render/index.ts';
import { Browser } from '../../src/render/pdf/browser.ts';
import { printIn } from '../../src/render/pdf/print-in.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import type { Theme } from '../../src/validate/schema/theme.ts';
import { median, print } from './measures.ts';
import { stressDocument } from './stress-document.ts';

/**
 * How much longer the way to a finished PDF is than the least it could be: one tagged print of the same HTML in a warm
 * browser, loading included. Both in turn, in one run; read the ratios. How often chapters are repeated: `-- 1 3 6`.
 */
const rounds = 5;
const times = process.argv.slice(2).map(Number);
const host = createHost();
const folder = await mkdtemp(join(tmpdir(), 'whitepaper-bench-'));

/** Names the calls a print makes: the first print is untagged and measures, a third one would be final, too. */
class TimedBrowser extends Browser {
  readonly steps = new Map<string, number>();

  add(step: string, start: number): void {
    this.steps.set(step, (this.steps.get(step) ?? 0) + performance.now() - start);
  }

  override async newPage(): Promise<Page> {
    const opening = performance.now();
    const page = await super.newPage();
    this.add('open', opening);
    const goto = page.goto.bind(page);
    page.goto = async (...call) => {
      const start = performance.now();
      const answer = await goto(...call);
      this.add('load', start);
      return answer;
    };
    const pdf = page.pdf.bind(page);
    page.pdf = async (options?: PDFOptions) => {
      const start = performance.now();
      const bytes = await pdf(options);
      this.add(options?.tagged === true ? 'final print' : 'measuring print', start);
      return bytes;
    };
    return page;
  }
}

const browser = new TimedBrowser(host);
try {
  const diagnostics = new Diagnostics();
  const run = { host, diagnostics, onStage: () => undefined };
  const examined = await examineReport({ period: '2022', theme: 'whitepaper', language: 'zh-CN' }, run);
  const document = await composeReport(examined, run);
  const fonts = await prepareFonts(document, examined.inputs.theme, host, diagnostics);
  for (const repeat of times.length > 0 ? times : [1, 3, 6])
    await measure(stressDocument(document, repeat), examined.inputs.theme, fonts);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(document: ReportDocument, theme: Theme, fonts: FontSubset): Promise<void> {
  const file = await writePrintHtml(document, theme, fonts);
  const all: Record<string, number[]> = {};
  const note = (name: string, milliseconds: number): void => void (all[name] ??= []).push(milliseconds);
  let pages = 0;
  let size = 0;
  for (let round = 0; round <= rounds; round++) {
    const bare = await printBare(file);
    browser.steps.clear();
    const start = performance.now();
    const rendered = await renderPdf(document, theme, {
      print: printIn(browser),
      fonts,
      diagnostics: new Diagnostics(),
    });
    const rendering = performance.now() - start;
    const reading = performance.now();
    const expected = expectedText(document, { pages: true, indexPages: true, draws: () => true });
    await readPdf(rendered.bytes, (page) => expected.text.includes(page));
    const read = performance.now() - reading;
    ({ pages } = rendered);
    size = rendered.bytes.length;
    if (round === 0) continue; // Warms caches.
    note('bare', bare);
    for (const [step, spent] of browser.steps) note(step, spent);
    const steps = [...browser.steps.values()].reduce((sum, spent) => sum + spent, 0);
    note('HTML, numbers, finish', rendering - steps);
    note('PDF route', rendering);
    note('reading back', read);
    note('both', rendering + read);
  }
  const bare = median(all.bare ?? []);
  print(`${String(pages)} pages, ${(size / 1024 / pages).toFixed(1)} KB a page`);
  for (const [name, spent] of Object.entries(all)) {
    const milliseconds = median(spent);
    const each = (milliseconds / pages).toFixed(1);
    print(
      `  ${name.padEnd(22)} ${milliseconds.toFixed(0).padStart(6)} ms  ${each.padStart(5)} a page  ${(milliseconds / bare).toFixed(2)} × bare`,
    );
  }
}

/** Load and print, as little as can be done. */
async function printBare(file: string): Promise<number> {
  const page = await browser.newPage();
  const start = performance.now();
  await page.goto(`file://${file}`);
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

async function writePrintHtml(document: ReportDocument, theme: Theme, fonts: FontSubset): Promise<string> {
  for (const { id: face } of bundledFaces)
    await writeFile(join(folder, `${face}.ttf`), fonts.files[face] ?? '');
  const file = join(folder, 'report.html');
  const css = fontFaceCss(({ id: face }) => `${face}.ttf`);
  const page = renderHtml(document, theme, { mode: 'print', fonts: { css } });
  await writeFile(file, page.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, ''));
  return file;
}
