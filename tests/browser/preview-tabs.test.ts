import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { Desk, openDesk, patience as timeout } from './preview-desk.ts';

// A preview others can reach, several tabs of it, and a second preview. The steps follow on one another at one desk.

const file = 'data/xiamen/2022.yaml';
const figure = 'granted: { invention: 5274';
let desk: Desk;

openDesk(
  (opened) => {
    desk = opened;
  },
  { address: '0.0.0.0' },
);

const shows = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    `document.querySelector('iframe[name=draft]')?.contentDocument?.body?.innerText.includes('${text}')`,
    { timeout, polling: 50 },
  );

/** What a browser tells the page of a tab that is covered by another, or looked at again. */
const look = (page: Page, isHidden: boolean): Promise<unknown> =>
  page.evaluate(
    `Object.defineProperty(document, 'hidden', { value: ${String(isHidden)}, configurable: true }); document.dispatchEvent(new Event('visibilitychange'))`,
  );

test(
  'whoever has the key comes in, also by a link on another site, and nobody else; the key stays nowhere',
  async () => {
    const { address } = desk.preview;
    const { pathname, host } = new URL(address);
    expect(new URL(desk.page.url())).toMatchObject({ pathname, search: '' });
    expect(await desk.page.evaluate('document.cookie')).toBe('');
    await desk.project.edit(file, figure, 'granted: { invention: 5278');
    await shows(desk.page, '5278件');

    const stranger = await desk.browser.createBrowserContext();
    const page = await stranger.newPage();
    const refused = await page.goto(`http://${host}${pathname}`);
    expect(refused?.status()).toBe(403);
    expect(await page.evaluate('document.body.innerText')).toContain('?key=');
    await page.goto(`data:text/html,<a href="${address}">draft</a>`);
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    await shows(page, '5278件');
    await stranger.close();
    desk.faults = [];
  },
  timeout,
);

test(
  'more tabs than a browser has connections; one that was hidden is up to date when it is looked at again',
  async () => {
    const tabs: Page[] = [];
    await look(desk.page, true);
    // Other reports push the first one out of what is kept; this must not make its tab keep an old page.
    for (const year of [1990, 1991, 1992, 1993, 1994, 1995]) {
      const tab = await desk.browser.newPage();
      tabs.push(tab);
      await tab.goto(desk.preview.address.replace('2022', String(year)));
      await tab.waitForFunction(`document.body.innerText.includes('PERIOD_UNKNOWN')`, {
        timeout,
        polling: 50,
      });
      await look(tab, true);
    }
    await desk.project.edit(file, 'granted: { invention: 5278', 'granted: { invention: 5277');
    await look(desk.page, false);
    await shows(desk.page, '5277件');
    for (const tab of tabs) await tab.close();
  },
  timeout,
);

test(
  'two previews in one browser: the end of one is seen there and nowhere else',
  async () => {
    const other = await Desk.open(desk.browser, { address: '0.0.0.0' });
    await other.shows('5274件');
    await other.lose();
    expect(await other.text('[data-part=lost]')).toContain('已停止');
    await other.page.keyboard.press('/');
    await other.page.keyboard.type('5274');
    await other.page.waitForFunction(
      `document.querySelector('[data-part=found-count]').textContent === '未能查找：预览程序已停止'`,
    );
    await desk.project.edit(file, 'granted: { invention: 5277', 'granted: { invention: 5279');
    await desk.shows('5279件');
    expect(await desk.page.evaluate(`document.querySelector('[data-part=lost]').textContent`)).toBe('');
    await other.leave();
  },
  timeout,
);
