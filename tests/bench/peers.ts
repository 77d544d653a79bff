import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser as PuppeteerBrowser } from 'puppeteer';
import { createHost } from '../../src/host.ts';
import { Browser } from '../../src/render/pdf/browser.ts';
import { readDestinations } from '../../src/render/pdf/destinations.ts';
import { openBrowser } from '../browser/open-browser.ts';
import type { Part } from './part.ts';
import { goPdfRoute, printBare } from './pdf-route.ts';
import { servePeers } from './peer-server.ts';
import { composeForBench, writePrintHtml } from './print-html.ts';
import { inTurn } from './run-node.ts';

const modules = fileURLToPath(new URL('peers/node_modules', import.meta.url));
/** Milliseconds after which a peer is taken to be stuck. */
const patience = 90_000;

/**
 * The same HTML made into pages by Paged.js and by Vivliostyle, and by us with page numbers, finish and all, each in a warm browser,
 * beside a bare print. Peers lay out in the page; their command lines start a browser on top of that.
 */
export const peers: Part = async ({ quick, period, folder, add, say }) => {
  const installed = ['pagedjs', '@vivliostyle/viewer'].every((name) => existsSync(join(modules, name)));
  if (!installed) {
    say(
      'left out: Paged.js and Vivliostyle are not installed; npm run bench-peers installs them, for this alone',
    );
    return;
  }
  const composed = await composeForBench(period);
  const html = await readFile(await writePrintHtml(composed, folder), 'utf8');
  const script =
    '<script>window.PagedConfig = { after: () => { window.isLaidOut = true } }</script><script src="/peers/pagedjs/dist/paged.polyfill.js"></script>';
  const server = await servePeers(
    { '/paged.html': html.replace('</head>', `${script}</head>`) },
    folder,
    modules,
  );
  const [theirs, ours] = [await openBrowser(), new Browser(createHost())];
  const pages: Record<string, number> = {};
  const lay = async (name: string, path: string, isDone: string): Promise<number> => {
    const { spent, count } = await layOut(theirs, server.address + path, isDone);
    if (pages[name] === undefined) say(`${name}: ${String(count)} pages`);
    pages[name] = count;
    return spent;
  };
  const rivals: Readonly<Record<string, readonly [path: string, isDone: string]>> = {
    'Paged.js': ['/paged.html', 'window.isLaidOut === true'],
    Vivliostyle: [
      '/peers/@vivliostyle/viewer/lib/index.html#src=/report.html&bookMode=false&renderAllPages=true',
      `document.querySelector('[data-vivliostyle-viewer-status=complete]') !== null`,
    ],
  };
  try {
    const works: Record<string, () => Promise<number>> = {
      bare: () => printBare(theirs, `${server.address}/report.html`),
      ours: async () => {
        const { rendering, pages: count } = await goPdfRoute(ours, composed);
        pages.ours = count;
        return rendering;
      },
    };
    for (const [name, [path, isDone]] of Object.entries(rivals)) {
      try {
        await lay(name, path, isDone);
        works[name] = () => lay(name, path, isDone);
      } catch (error) {
        if ((error as Error).name !== 'TimeoutError') throw error;
        say(`${name}: not laid out after ${String(patience / 1000)} s, left out`);
      }
    }
    const { bare = [], ours: own = [], ...others } = await inTurn(quick ? 1 : 5, works);
    const of = { name: 'bare print', runs: bare };
    add({ name: 'one bare print', unit: 'ms' }, bare);
    add({ name: `this project, ${String(pages.ours)} pages`, unit: 'ms', of }, own);
    for (const [name, runs] of Object.entries(others))
      add({ name: `${name}, ${String(pages[name])} pages`, unit: 'ms', of }, runs);
  } finally {
    await Promise.all([theirs.close(), ours.close()]);
    server.close();
  }
};

/** Milliseconds to load a page, wait until its script has laid it out, and print it. */
async function layOut(
  browser: PuppeteerBrowser,
  address: string,
  isDone: string,
): Promise<{ spent: number; count: number }> {
  const page = await browser.newPage();
  try {
    const start = performance.now();
    await page.goto(address, { timeout: patience });
    await page.waitForFunction(isDone, { timeout: patience, polling: 50 });
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: patience,
    });
    return { spent: performance.now() - start, count: readDestinations(bytes).pageCount };
  } finally {
    // One that is stuck never answers.
    void page.close().catch(() => undefined);
  }
}
