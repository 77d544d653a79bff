import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeReport, examineReport } from '../../src/pipeline.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { quietRun, request } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';
import { builtReports, type BuiltReports } from '../built-reports.ts';
import { moreOrLess } from '../more.ts';
import { openBrowser } from './open-browser.ts';

// Every report as it is saved on a reader's disk, by the rules of WCAG 2.2 and good practice that a program can check.

const timeout = 120_000;
const schemes = ['light', 'dark'] as const;
let browser: Browser;
let pages: BuiltReports;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await openBrowser();
  pages = await builtReports('whitepaper');
}, timeout);
afterAll(() => browser.close());

async function open(
  name: string,
  { width = 1280, scheme = 'light' }: { width?: number; scheme?: string } = {},
): Promise<Page> {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`file://${pages.path(name, 'html')}`);
  return page;
}

/** What axe finds, a line a fault. */
async function faults(page: Page, options: object = {}): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  return (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ' ' + html.slice(0, 200) + ' ' + failureSummary)))`,
  )) as string[];
}

/** For each text of a drawing its contrast with the shape it lies on, or with the page; those below `least`. */
const paleTexts = (least: number): string => `(() => {
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map((part) => channel(Number(part) / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  for (const svg of document.querySelectorAll('[data-part=drawing] > svg[role=img]')) {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const shapes = [...svg.querySelectorAll('path, rect, circle')].filter((shape) => getComputedStyle(shape).fill !== 'none');
    for (const text of svg.querySelectorAll('text')) {
      const shown = [...text.childNodes].filter(({ nodeName }) => nodeName !== 'title').map(({ textContent }) => textContent).join('');
      if (shown.trim() === '') continue;
      const box = text.getBoundingClientRect();
      const x = box.x + box.width / 2, y = box.y + box.height / 2;
      const below = shapes.filter((shape) => {
        const area = shape.getBoundingClientRect();
        return area.x <= x && x <= area.right && area.y <= y && y <= area.bottom;
      }).at(-1);
      const grounds = [below ? getComputedStyle(below).fill : paper, getComputedStyle(text).fill].map(light);
      const ratio = (Math.max(...grounds) + 0.05) / (Math.min(...grounds) + 0.05);
      if (ratio < ${String(least)}) found.push(shown + ' ' + ratio.toFixed(2));
    }
  }
  return found;
})()`;

// What depends on the width of the window and not on the colours; everything else was seen on the desk.
const byWidth = ['target-size', 'scrollable-region-focusable', 'meta-viewport', 'css-orientation-lock'];

test(
  'the reports are free of faults, on desks and telephones, by day and by night',
  async () => {
    expect(pages.names.length).toBeGreaterThan(4);
    // The largest and the one with the most kinds of parts stand for the others, which are made by the same templates.
    const names = moreOrLess('accessibility of every report', pages.names, ['xiamen-2022', 'ningbo-2020']);
    for (const [index, name] of names.entries()) {
      const scheme = schemes[index % schemes.length]!;
      const page = await open(name, { scheme });
      expect(await faults(page), `${name} ${scheme}`).toEqual([]);
      await page.setViewport({ width: 390, height: 900 });
      expect(await faults(page, { runOnly: byWidth }), `${name} 390`).toEqual([]);
      await page.close();
    }
  },
  timeout,
);

test(
  'so is a page on a telephone, by day and by night, with its charts’ figures unfolded',
  async () => {
    for (const scheme of schemes) {
      const page = await open('xiamen-2022', { width: 390, scheme });
      await page.evaluate(`for (const data of document.querySelectorAll('details')) data.open = true`);
      // By night only the colours are others.
      const rules = scheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
      expect(await faults(page, rules), scheme).toEqual([]);
      await page.close();
    }
  },
  timeout,
);

test(
  'so is the page the PDF is printed from',
  async () => {
    const run = quietRun(projectRoot);
    const examined = await examineReport({ ...request, period: '2021', region: 'quanzhou' }, run);
    const html = renderHtml(await composeReport(examined, run), examined.inputs.theme, { mode: 'print' });
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    await page.setViewport({ width: 1280, height: 900 });
    await page.setContent(html);
    // Numbers the printer knows only later.
    await page.evaluate(
      `for (const number of document.querySelectorAll('[data-part="page"]:empty')) number.textContent = '1'`,
    );
    // As groups figures are tagged rightly in the PDF, and nobody reads this page but the printer.
    expect(await faults(page, { rules: { 'aria-allowed-role': { enabled: false } } })).toEqual([]);
    await page.close();
  },
  timeout,
);

test(
  'every text in a chart stands out from what it lies on, 4.5 to 1, and no page is wider than its window',
  async () => {
    for (const name of pages.names) {
      const page = await open(name);
      for (const scheme of schemes) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        expect(await page.evaluate(paleTexts(4.5)), `${name} ${scheme}`).toEqual([]);
      }
      for (const width of [320, 390, 600, 660, 768, 1024, 1100, 1280, 1440]) {
        await page.setViewport({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${name} ${String(width)}`).toBe(
          width,
        );
      }
      await page.close();
    }
  },
  timeout,
);

describe('with the keyboard alone', () => {
  const focused = `(() => { const { dataset, tagName } = document.activeElement; return dataset.part ?? tagName.toLowerCase(); })()`;

  test(
    'the first stop skips to the text, and can be seen when it has the focus',
    async () => {
      const page = await open('xiamen-2022');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focused)).toBe('skip');
      const box = `(() => { const { x, y, width } = document.activeElement.getBoundingClientRect(); return x >= 0 && y >= 0 && width > 0; })()`;
      expect(await page.evaluate(box)).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate('location.hash')).toBe('#main');
      await page.close();
    },
    timeout,
  );

  test(
    'a chart’s figures unfold and are a table with heads and a name',
    async () => {
      const page = await open('xiamen-2022');
      await page.focus('#fig-patent-grants summary');
      await page.keyboard.press('Enter');
      const rows = `[...document.querySelectorAll('#fig-patent-grants details[open] tbody tr')].map((row) => row.innerText.split('\\t').map((cell) => cell.trim()))`;
      expect(await page.evaluate(rows)).toEqual([
        ['发明专利', '2022年', '5274件', '[1]'],
        ['实用新型', '2022年', '25143件', '[1]'],
        ['外观设计', '2022年', '8025件', '[1]'],
      ]);
      const name = `document.querySelector('#fig-patent-grants table').ariaLabel`;
      expect(await page.evaluate(name)).toContain('图 2-1');
      await page.close();
    },
    timeout,
  );

  test(
    'boxes are stops where they scroll, and only there; every stop shows that it has the focus',
    async () => {
      for (const [width, scrolls] of [
        [1280, false],
        [390, true],
      ] as const) {
        const page = await open('xiamen-2022', { width });
        const stops: string[] = [];
        const ringless: string[] = [];
        for (let stop = 0; stop < 400; stop += 1) {
          await page.keyboard.press('Tab');
          const [part, ring] = (await page.evaluate(
            `[${focused}, getComputedStyle(document.activeElement).outlineStyle]`,
          )) as [string, string];
          if (part === 'body') break;
          stops.push(part);
          if (ring === 'none') ringless.push(part);
        }
        expect(ringless).toEqual([]);
        expect(stops.includes('scroll'), String(width)).toBe(scrolls);
        expect(stops.includes('drawing'), String(width)).toBe(scrolls);
        expect(stops).not.toContain('self');
        await page.close();
      }
    },
    timeout,
  );
});
