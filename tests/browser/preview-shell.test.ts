import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openDesk, patience as timeout, type Desk } from './preview-desk.ts';

// The page around the draft, as an officer uses it: with the keyboard, by night, and when something is wrong.

const file = 'data/xiamen/2022.yaml';
const figure = 'granted: { invention: 5274';
const key = 'xiamen/2022/creation.patent.granted.invention';
let desk: Desk;

openDesk((opened) => {
  desk = opened;
});

/** What has the focus, by its name for style sheets. */
const focused = (): Promise<unknown> =>
  desk.page.evaluate('document.activeElement.dataset.part ?? document.activeElement.tagName');
const isOpen = (pane: string): Promise<unknown> =>
  desk.page.evaluate(`!document.querySelector('section[data-pane=${pane}]').hidden`);
const keys = async (...pressed: Parameters<Desk['page']['keyboard']['press']>[0][]): Promise<void> => {
  for (const each of pressed) await desk.page.keyboard.press(each);
};
/** Wait until the first print of a figure is in the window. */
const isInSight = async (figureKey: string): Promise<void> => {
  await (
    await desk.draft()
  ).waitForFunction(
    `(([{ top, bottom }]) => top >= 0 && bottom <= innerHeight)([...document.querySelectorAll('data[data-figure="${figureKey}"]')].map((element) => element.getBoundingClientRect()))`,
  );
};

test(
  'the first error stands below the last good draft, the others in the list, until mended',
  async () => {
    const good = await desk.project.read(file);
    const wrong = good
      .replace(figure, 'granted: { inventoin: <b>5274</b>')
      .replace('narrative:\n', 'narative:\n');
    await desk.project.write(file, wrong);
    const said = await desk.text('[data-part=banner]');
    const line = good.slice(0, good.indexOf(figure)).split('\n').length;
    expect(said).toContain(`${file}:${String(line)}:`);
    expect(said).toContain('granted: { inventoin: <b>5274</b>');
    expect(said).toContain('怎么办：');
    const role = `document.querySelector('[data-part=banner]').getAttribute('role')`;
    expect(await desk.page.evaluate(role)).toBe('status');
    // Below the draft and not over it.
    const edges = `[document.querySelector('iframe').getBoundingClientRect().bottom, document.querySelector('[data-part=banner]').getBoundingClientRect().top]`;
    const [bottom, top] = (await desk.page.evaluate(edges)) as [number, number];
    expect(bottom).toBeLessThanOrEqual(top);
    await desk.shows('5274件');
    expect(await isOpen('problems')).toBe(false);
    expect(await desk.text('[data-part=all]')).toBe('还有 1 处');
    await desk.page.click('[data-part=all]');
    expect(await isOpen('problems')).toBe(true);
    expect(await desk.text('section[data-pane=problems]')).toContain('narative');
    await keys('Escape');

    await desk.project.write(file, good);
    await desk.page.waitForSelector('[data-part=banner]:empty');
    await desk.page.waitForSelector('main:not([data-outdated])');
  },
  timeout,
);

test(
  'a figure a warning is about is marked in the draft, and reached from the list',
  async () => {
    await desk.project.edit(file, figure, 'granted: { invention: 5275');
    await desk.shows('5275件');
    const draft = await desk.draft();
    await draft.waitForFunction(`CSS.highlights.get('problem-warning')?.size > 0`);
    const [range] = (await draft.evaluate(
      `[...CSS.highlights.get('problem-warning')].map((range) => range.toString())`,
    )) as string[];
    expect(range).toBe('5275件');
    // In the margin, too.
    const marked = `[...document.querySelectorAll('p')].filter((text) => getComputedStyle(text).boxShadow !== 'none').map((text) => text.textContent)`;
    expect(((await draft.evaluate(marked)) as string[]).some((text) => text.includes('5275件'))).toBe(true);
    await draft.evaluate('scrollTo(0, document.body.scrollHeight)');
    await keys('F6', 'Tab');
    await desk.page.click('button[data-pane=problems]');
    await desk.page.click('section[data-pane=problems] [data-part=list] [data-part=go]');
    await isInSight(key);
    await keys('Escape');
    await desk.project.edit(file, 'granted: { invention: 5275', figure);
    await desk.shows('5274件');
    await draft.waitForFunction(`!CSS.highlights.has('problem-warning')`);
  },
  timeout,
);

test(
  'a figure is found and shown with the keyboard alone, from within the draft',
  async () => {
    const draft = await desk.draft();
    await desk.page.evaluate(`document.querySelector('iframe').focus()`);
    await draft.evaluate('scrollTo(0, document.body.scrollHeight)');
    await keys('/');
    expect(await focused()).toBe('search-field');
    await desk.page.keyboard.type('5,274/');
    expect(await desk.page.evaluate('document.activeElement.value')).toBe('5,274/');
    await keys('Backspace');
    await desk.page.waitForSelector('[data-part=hit]');
    expect(await desk.text('[data-part=hit][aria-selected=true]')).toContain('发明专利授权量5274件');
    await keys('ArrowDown', 'ArrowUp', 'Enter');
    await isInSight(key);
    // What is known of it takes the place of the list, to which there is a way back; then all is as it was.
    expect(await desk.text('[data-part=figure-name]')).toBe('发明专利授权量');
    expect([await isOpen('inspector'), await focused()]).toEqual([true, 'pane-title']);
    expect(await draft.evaluate(`CSS.highlights.has('inspected')`)).toBe(true);
    expect(await desk.text('[data-part=pane-back]')).toBe('返回查找');
    await desk.page.click('[data-part=pane-back]');
    expect([await isOpen('search'), await focused()]).toEqual([true, 'search-field']);
    expect(await desk.text('[data-part=hit][aria-selected=true]')).toContain('发明专利授权量5274件');
    await keys('Escape');
    expect(await isOpen('search')).toBe(false);
    expect(await focused()).toBe('draft');
    expect(await draft.evaluate(`CSS.highlights.has('inspected')`)).toBe(false);
    // Markup is text, to the server and here; the pane holds none of it.
    await desk.page.keyboard.down('Control');
    await keys('k');
    await desk.page.keyboard.up('Control');
    await desk.page.keyboard.type('<img src=x>');
    await desk.page.waitForFunction(
      `document.querySelector('[data-part=found-count]').textContent === '没有找到'`,
    );
    await keys('Escape');
  },
  timeout,
);

test(
  'keys lead from bar to draft to pane; Escape closes one thing at a time and the focus goes back',
  async () => {
    await desk.page.focus('[role=tab]');
    await keys('F6');
    expect(await focused()).toBe('draft');
    await desk.page.click('button[data-pane=problems]');
    await keys('F6');
    expect(await focused()).toBe('draft');
    await keys('F6');
    expect(await focused()).toBe('pane-title');
    await keys('F6');
    expect(await focused()).toBe('tab');
    const stops = `[...document.querySelectorAll('[role=tab]')].filter(({ tabIndex }) => tabIndex === 0).map((tab) => [tab.ariaSelected, document.getElementById(tab.getAttribute('aria-controls')).role])`;
    expect(await desk.page.evaluate(stops)).toEqual([['true', 'tabpanel']]);

    const menu = `document.querySelector('#menu-more').hidden`;
    await desk.page.click('[aria-controls=menu-more]');
    await desk.page.click('#menu-more button');
    expect(await desk.text('dialog[open]')).toContain('查找数字和标题');
    await keys('Escape');
    expect(await desk.page.evaluate(`document.querySelector('dialog').open`)).toBe(false);
    expect(await isOpen('problems')).toBe(true);
    expect(await focused()).toBe('menu-button');
    await keys('Enter');
    expect([await desk.page.evaluate(menu), await isOpen('problems')]).toEqual([false, true]);
    await keys('Escape');
    expect([await desk.page.evaluate(menu), await isOpen('problems')]).toEqual([true, true]);
    expect(await focused()).toBe('menu-button');
    await keys('Escape');
    expect(await isOpen('problems')).toBe(false);
  },
  timeout,
);

test(
  'width, appearance and language are the reader’s choice; the first two are kept',
  async () => {
    const width = `document.querySelector('aside').getBoundingClientRect().width`;
    await desk.page.click('button[data-pane=problems]');
    const before = Number(await desk.page.evaluate(width));
    await desk.page.focus('[role=separator]');
    await keys('ArrowLeft');
    expect(await desk.page.evaluate(width)).toBe(before + 20);
    await desk.page.click('[aria-controls=menu-more]');
    await desk.page.evaluate(`document.querySelector('input[value=dark]').click()`);
    const isDark = `matchMedia('(prefers-color-scheme: dark)').matches`;
    await (await desk.draft()).waitForFunction(isDark);
    await Promise.all([desk.page.waitForNavigation(), desk.page.click('a[lang=en]')]);
    await desk.shows('5274件');
    await (await desk.draft()).waitForFunction(isDark);
    expect(await desk.page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await desk.text('[role=tab]')).toBe('Draft');
    await desk.page.click('button[data-pane=problems]');
    expect(await desk.page.evaluate(width)).toBe(before + 20);
    expect(await desk.text('#pane-title')).toBe('Problems and checks');
  },
  timeout,
);

test(
  'by the rules a program can check, all of it can be read and used: both languages, by day and by night, wide and narrow',
  async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const faults = async (): Promise<unknown> => {
      if (!(await desk.page.evaluate('"axe" in window'))) await desk.page.evaluate(axe);
      return desk.page.evaluate(
        `axe.run(document, { resultTypes: ['violations'], iframes: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html.slice(0, 200), failureSummary])))`,
      );
    };
    const good = await desk.project.read(file);
    // Names are of a language, colours of day or night: each of them once is enough.
    for (const [language, appearance, width, height] of [
      ['zh', 'light', 1280, 900],
      ['en', 'dark', 820, 1180],
    ] as const) {
      await desk.page.setViewport({ width, height });
      await desk.page.evaluate(`localStorage.setItem('appearance', '${appearance}')`);
      await desk.page.goto(`${desk.preview.address}?ui=${language}`);
      await desk.shows('5274件');
      const overflow = `[...document.querySelectorAll('header, header *')].filter((element) => element.getBoundingClientRect().right > innerWidth).length`;
      expect(await desk.page.evaluate(overflow)).toBe(0);
      await desk.page.click('[aria-controls=menu-download]');
      await desk.page.click('button[data-pane=progress]');
      await desk.page.waitForSelector('[data-part=progress-group]');
      expect(await faults(), `${language} progress`).toEqual([]);
      await desk.page.click('button[data-pane=reports]');
      await desk.page.waitForSelector('[data-part=report-link]');
      expect(await faults(), `${language} reports`).toEqual([]);
      await keys('/');
      await desk.page.keyboard.type('5274');
      await desk.page.waitForSelector('[data-part=hit]');
      await desk.page.click('[aria-controls=menu-more]');
      expect(await faults(), `${language} search and menu`).toEqual([]);
      await keys('Escape');
      await desk.page.focus('[data-part=search-field]');
      await keys('Enter');
      await desk.page.waitForSelector('[data-part=figure-value]');
      await desk.project.write(file, good.replace(figure, 'granted: { inventoin: 5274'));
      await desk.page.waitForSelector('[data-part=banner]:not(:empty)');
      expect(await faults(), `${language} inspector and banner`).toEqual([]);
      await desk.page.click('button[data-pane=problems]');
      expect(await faults(), `${language} problems`).toEqual([]);
      await desk.page.keyboard.type('?');
      expect(await faults(), `${language} help`).toEqual([]);
      await desk.project.write(file, good);
      await desk.page.waitForSelector('[data-part=banner]:empty');
    }
  },
  timeout,
);
