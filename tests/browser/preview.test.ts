import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import { startPreview, type Preview } from '../../src/server/start-preview.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { openBrowser } from './open-browser.ts';

// An officer at work: a browser open on the draft, an editor on the files.

const file = 'data/xiamen/2022.yaml';
const figure = 'granted: { invention: 5274';
const timeout = 60_000;
let browser: Browser;
let project: ProjectCopy;
let preview: Preview;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser();
}, timeout);
afterAll(() => browser.close());

beforeEach(async () => {
  project = await copyProject();
  faults = [];
}, timeout);

afterEach(async () => {
  await page.close();
  await preview.close();
  await project.remove();
  expect(faults).toEqual([]);
});

async function open(): Promise<void> {
  preview = await startPreview({
    request: { region: undefined, period: '2022', theme: 'whitepaper', language: 'zh-CN' },
    host: createHost(project.root),
    language: 'zh',
    port: undefined,
    onBuild: () => undefined,
  });
  page = await browser.newPage();
  page.setDefaultTimeout(timeout);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') faults.push(message.text());
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(preview.address);
}

async function shows(text: string): Promise<void> {
  await page.waitForFunction(`document.body.innerText.includes(${JSON.stringify(text)})`);
}

/** An element of the preview's own corner of the page. */
const own = (part: string): string =>
  `document.querySelector('#whitepaper-preview').shadowRoot.querySelector('[data-part=${part}]')`;

/** Wait for the panel, open or not, and return what it says. */
async function panel(state: 'failed' | 'fine'): Promise<string> {
  await page.waitForFunction(`${own('panel')}.hidden === ${String(state === 'fine')}`);
  return (await page.evaluate(`${own('panel')}.textContent`)) as string;
}

test(
  'a saved figure changes on the page, which neither loads again nor moves',
  async () => {
    await open();
    await shows('5274件');
    await page.evaluate('window.marker = 1; window.scrollTo(0, 1500)');
    await project.edit(file, figure, 'granted: { invention: 5275');
    await shows('5275件');
    expect(await page.evaluate('[window.marker, window.scrollY]')).toEqual([1, 1500]);
    // Elsewhere than beside it, in the report on the checks: there it is what the ledger of the source has.
    const figures = `[...document.querySelectorAll('data')].map(({ textContent }) => textContent)`;
    expect(await page.evaluate(figures)).not.toContain('5274件');
    const lit = `document.getAnimations().filter(({ id }) => id === 'changed-figure').map(({ effect }) => effect.target.dataset.figure)`;
    const keys = (await page.evaluate(lit)) as string[];
    expect(keys).toContain('xiamen/2022/creation.patent.granted.invention');
    expect(keys.every((key) => key.includes('creation.patent.granted'))).toBe(true);
  },
  timeout,
);

test(
  'after every patch the page is what a fresh load gives',
  async () => {
    await open();
    await shows('5274件');
    const report = await project.read('templates/reports/white-paper.hbs');
    const sections = report.split('\n').filter((line) => /sections\/(?:publicity|services)/.test(line));
    expect(sections).toHaveLength(2);
    const body = async (in_: Page): Promise<unknown> =>
      in_.evaluate('[document.documentElement.lang, document.head.innerHTML, document.body.innerHTML]');
    for (const [text, waitFor] of [
      [report.replace(sections[0]!, ''), 'less'],
      [report, 'more'],
    ] as const) {
      const length = Number(await page.evaluate('document.body.innerText.length'));
      await project.write('templates/reports/white-paper.hbs', text);
      const sign = waitFor === 'less' ? '<' : '>';
      await page.waitForFunction(`document.body.innerText.length ${sign} ${String(length)}`);
      const fresh = await browser.newPage();
      await fresh.goto(preview.address);
      expect(await body(page)).toEqual(await body(fresh));
      await fresh.close();
    }
  },
  timeout,
);

test(
  'a mistake is shown with its place over the last good page, and goes when mended',
  async () => {
    await open();
    await shows('5274件');
    const good = await project.read(file);
    await project.write(file, good.replace(figure, 'granted: { inventoin: <b>5274</b>'));
    const said = await panel('failed');
    const line = good.slice(0, good.indexOf(figure)).split('\n').length;
    expect(said).toContain(`${file}:${String(line)}:`);
    expect(said).toContain('INDICATOR_UNKNOWN');
    expect(said).toContain('granted: { inventoin: <b>5274</b>');
    expect(said).toContain('是否想写');
    expect(await page.evaluate(`${own('panel')}.querySelector('b')`)).toBeNull();
    await shows('5274件');

    await page.keyboard.press('Escape');
    await panel('fine');
    await project.write(file, good);
    await page.waitForFunction(`${own('badge')}.dataset.failed === 'false'`);
    await panel('fine');
    await shows('5274件');
  },
  timeout,
);

test(
  'warnings are a badge that opens a list',
  async () => {
    await project.edit(file, 'narrative:\n', 'narrative:\n  creation_: { nowhere: 没有位置的一段。 }\n');
    await open();
    await page.waitForFunction(`!${own('badge')}.hidden`);
    expect(await page.evaluate(`${own('badge')}.textContent`)).toMatch(/^\d+ 处警告$/);
    await panel('fine');
    await page.evaluate(`${own('badge')}.click()`);
    expect(await page.evaluate(`${own('panel')}.hidden`)).toBe(false);
    expect(await page.evaluate(`${own('list')}.textContent`)).toContain(`${file}:`);
  },
  timeout,
);

test(
  'the checks are listed by verdict, and a figure whose failing is waived is marked where it stands',
  async () => {
    await open();
    await page.waitForFunction(`!${own('badge')}.hidden`);
    await page.evaluate(`${own('badge')}.click()`);
    const groups = (await page.evaluate(
      `[...${own('check-groups')}.querySelectorAll('details')].map((group) => [group.dataset.verdict, group.open, group.querySelectorAll('li').length, group.textContent])`,
    )) as [verdict: string, open: boolean, count: number, text: string][];
    expect(groups.map(([verdict, isOpen]) => [verdict, isOpen])).toEqual([
      ['waived', true],
      ['not-checkable', false],
      ['holds', false],
    ]);
    const [verdict, , count, text] = groups[0]!;
    expect([verdict, count]).toEqual(['waived', 1]);
    expect(text).toContain('调撤率 所载 65.54%，核对所得 65.55%');
    expect(text).toMatch(/data\/xiamen\/2022\.yaml:\d+:\d+/);
    expect(groups[2]![2]).toBeGreaterThan(100);
    const marked = `[...document.querySelectorAll('[data-check]')].map(({ dataset, title }) => [dataset.figure, dataset.check, title])`;
    const marks = (await page.evaluate(marked)) as string[][];
    expect(marks.length).toBeGreaterThan(1);
    for (const mark of marks)
      expect(mark).toEqual([
        'xiamen/2022/protection.court.mediated_or_withdrawn.rate',
        'waived',
        expect.stringContaining('所载 65.54%，核对所得 65.55%'),
      ]);
  },
  timeout,
);

test(
  'a preview that begins with a mistake shows it and recovers without a reload',
  async () => {
    const good = await project.read(file);
    await project.write(file, good.slice(0, good.indexOf(figure) + 4));
    await open();
    expect(await panel('failed')).toContain('改好并保存后');
    await page.evaluate('window.marker = 1');
    await project.write(file, good);
    await shows('5274件');
    await panel('fine');
    expect(await page.evaluate('[window.marker, document.title]')).toEqual([
      1,
      expect.stringContaining('白皮书'),
    ]);
  },
  timeout,
);

test(
  'a burst of saves, some of them half-written, ends with the last',
  async () => {
    await open();
    await shows('5274件');
    const good = await project.read(file);
    for (let save = 1; save <= 20; save += 1) {
      const text = good.replace(figure, `granted: { invention: ${String(5274 + save)}`);
      await project.write(file, text.slice(0, text.length / 2));
      await new Promise((resolve) => setTimeout(resolve, save % 4 === 0 ? 90 : 5));
      await project.write(file, text);
    }
    await shows('5294件');
    await panel('fine');
  },
  timeout,
);

test(
  'a page left open goes on when the preview is started again at its port',
  async () => {
    await open();
    await shows('5274件');
    const { port } = new URL(preview.address);
    await preview.close();
    await page.waitForFunction(`!${own('lost')}.hidden`);
    faults = []; // The browser notes that the connection is gone.
    await project.edit(file, figure, 'granted: { invention: 5276');
    preview = await startPreview({
      request: { region: undefined, period: '2022', theme: 'whitepaper', language: 'zh-CN' },
      host: createHost(project.root),
      language: 'zh',
      port: Number(port),
      onBuild: () => undefined,
    });
    await shows('5276件');
    faults = [];
  },
  timeout,
);
