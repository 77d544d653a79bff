import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launcher } from '../../src/server/launch.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { openBrowser } from './open-browser.ts';
import { Desk, patience as timeout } from './preview-desk.ts';

// From one report to another, and from the page to the editor. The steps follow on one another at one desk.

let browser: Browser;
let project: ProjectCopy;
let desk: Desk;
/** Where the white paper of 2022 is. */
let address: string;
const opened: unknown[] = [];
let answer: 'editor' | 'nothing' = 'editor';
const launcher: Launcher = {
  file(...place) {
    opened.push(place);
    return Promise.resolve(answer);
  },
  page: () => Promise.resolve(true),
};

beforeAll(async () => {
  browser = await openBrowser();
  project = await copyProject();
  desk = await Desk.open(browser, { project, launcher, request: { period: '1999', region: 'nowhere' } });
  address = new URL('/xiamen/2022/whitepaper/zh-CN/', desk.preview.address).href;
}, timeout);
afterAll(async () => {
  await desk.leave();
  await browser.close();
});

const pane = '[data-pane=reports]:not(button)';
const list = `[...document.querySelectorAll('${pane} [data-region]')].map((region) => [region.querySelector('h3').textContent, ...[...region.querySelectorAll('[data-part=report-link]')].map(({ textContent }) => textContent)])`;

test(
  'a report that is not there says so, and what there is',
  async () => {
    await desk.page.waitForFunction(
      `document.querySelector('[data-pane=problems]:not(button)')?.textContent.includes('REGION_UNKNOWN')`,
    );
    expect(await desk.text(`${pane} [data-region=xiamen] [data-part=report-link]`)).toContain('2022-2025');
    expect(await desk.text('[data-part=banner]')).toContain('REGION_UNKNOWN');
    // Asked for a language of the interface, the preview's own address leads on in it.
    await desk.page.goto(new URL('/?ui=en', desk.preview.address).href);
    expect(new URL(desk.page.url())).toMatchObject({
      pathname: '/nowhere/1999/whitepaper/zh-CN/',
      search: '?ui=en',
    });
    expect(await desk.text('#pane-title')).toBe('All reports');
  },
  timeout,
);

test(
  'the place of a check is opened in the editor, and copied where there is none',
  async () => {
    await desk.page.goto(address);
    await desk.shows('5274件');
    await desk.page.evaluate(
      `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => void (window.copied = text) } })`,
    );
    await desk.page.click('button[data-pane=problems]');
    const place = '[data-verdict=waived] button[data-part=place]';
    const said = await desk.text(place);
    const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(said)!;
    await desk.page.click(place);
    expect(await desk.text('[data-part=notice]')).toBe('已在编辑器中打开');
    expect(opened).toEqual([[`${project.root}/${file!}`, Number(line), Number(column)]]);
    answer = 'nothing';
    await desk.page.focus(place);
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForFunction(
      `document.querySelector('[data-part=notice]').textContent.includes('位置已复制')`,
    );
    expect(await desk.page.evaluate('window.copied')).toBe(said);
  },
  timeout,
);

test(
  'every report and edition of the project is one click away, also while data are broken; names are no markup',
  async () => {
    await project.edit(
      'data/regions.yaml',
      'name: { zh: 泉州市,',
      `name: { zh: '<img src=x onerror="document.title=1">泉州市',`,
    );
    await desk.page.goto(address);
    await desk.page.click('button[data-pane=reports]');
    await desk.text(`${pane} [data-region=quanzhou] [data-part=report-link]`);
    const found = (await desk.page.evaluate(list)) as string[][];
    expect(found).toEqual([
      [
        '厦门市',
        expect.stringMatching(/^2022-2025 /),
        expect.stringMatching(/^2022 /),
        '2017 厦门市2017年知识产权工作总结与2018年工作计划',
      ],
      ['<img src=x onerror="document.title=1">泉州市', expect.stringMatching(/^2021 泉州市2021年/)],
      ['宁波市', expect.stringMatching(/^2020 宁波市2020年/)],
    ]);
    expect(await desk.page.evaluate(`document.querySelector('${pane} img')`)).toBeNull();
    expect(await desk.text(`${pane} [data-current] [aria-current=page]`)).toBe('白皮书');
    await project.edit('data/regions.yaml', `'<img src=x onerror="document.title=1">泉州市'`, '泉州市');
    // Another look of the same report, with the language of the interface kept.
    await desk.page.goto(`${address}?ui=en`);
    await desk.page.click('button[data-pane=reports]');
    expect(await desk.text('#pane-title')).toBe('All reports');
    await desk.text(`${pane} [data-current] [data-part=edition]`);
    const edition = `${pane} [data-current] [data-part=edition]:not([aria-current])`;
    await Promise.all([desk.page.waitForNavigation(), desk.page.click(edition)]);
    expect(new URL(desk.page.url())).toMatchObject({
      pathname: '/xiamen/2022/gongwen/zh-CN/',
      search: '?ui=en',
    });
    await desk.shows('5274件');

    // What cannot be read is in the list, by what its file is called; its page says what is wrong.
    await project.write('data/quanzhou/2021.yaml', 'report: {');
    await project.write('data/regions.yaml', 'regions: [');
    await desk.page.goto(address);
    await desk.page.click('button[data-pane=reports]');
    const broken = await desk.text(`${pane} [data-region=quanzhou] [data-unreadable]`);
    expect(broken).toContain('2021');
    const link = `${pane} [data-region=quanzhou] [data-part=report-link]`;
    await Promise.all([desk.page.waitForNavigation(), desk.page.click(link)]);
    expect(new URL(desk.page.url()).pathname).toBe('/quanzhou/2021/whitepaper/zh-CN/');
    await desk.page.waitForFunction(
      `document.querySelector('[data-pane=problems]:not(button)')?.textContent.includes('data/regions.yaml:1:')`,
    );
  },
  timeout,
);
