import type { Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Launcher } from '../../src/server/launch.ts';
import { copyProject } from '../project-copy.ts';
import { openBrowser } from './open-browser.ts';
import { Desk, patience as timeout } from './preview-desk.ts';

// From one report to another, and from the page to the editor.

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
}, timeout);
afterAll(() => browser.close());
afterEach(() => desk.leave());

const pane = '[data-pane=reports]:not(button)';
const list = `[...document.querySelectorAll('${pane} [data-region]')].map((region) => [region.querySelector('h3').textContent, ...[...region.querySelectorAll('[data-part=report-link]')].map(({ textContent }) => textContent)])`;

test(
  'every report and edition of the project is one click away, also while data are broken; names are no markup',
  async () => {
    const project = await copyProject();
    await project.edit(
      'data/regions.yaml',
      'name: { zh: 泉州市,',
      `name: { zh: '<img src=x onerror="document.title=1">泉州市',`,
    );
    desk = await Desk.open(browser, { project });
    await desk.page.click('button[data-pane=reports]');
    await desk.text(`${pane} [data-part=report-link]`);
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
    await desk.page.goto(`${desk.preview.address}?ui=en`);
    await desk.page.click('button[data-pane=reports]');
    expect(await desk.text(`${pane} h2`)).toBe('All reports');
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
    await desk.page.goto(desk.preview.address);
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

test(
  'a report that is not there says so, and what there is',
  async () => {
    desk = await Desk.open(browser, { request: { period: '1999', region: 'nowhere' } });
    await desk.page.waitForFunction(
      `document.querySelector('[data-pane=problems]:not(button)')?.textContent.includes('REGION_UNKNOWN')`,
    );
    await desk.page.click('button[data-pane=reports]');
    expect(await desk.text(`${pane} [data-region=xiamen] [data-part=report-link]`)).toContain('2022-2025');
  },
  timeout,
);

test(
  'the place of a check is opened in the editor, and copied where there is none',
  async () => {
    const opened: unknown[] = [];
    let answer: 'editor' | 'nothing' = 'editor';
    const launcher: Launcher = {
      file(...place) {
        opened.push(place);
        return Promise.resolve(answer);
      },
      page: () => Promise.resolve(true),
    };
    const project = await copyProject();
    desk = await Desk.open(browser, { launcher, project });
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
