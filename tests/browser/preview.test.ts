import type { Frame, Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { openDesk, patience as timeout, type Desk } from './preview-desk.ts';

// An officer at work: a browser open on the draft, an editor on the files. The steps follow on one another at one desk.

const file = 'data/xiamen/2022.yaml';
const figure = 'granted: { invention: 5274';
let desk: Desk;

openDesk((opened) => {
  desk = opened;
});
// Before a later step empties them.
afterEach(() => {
  expect(desk.faults).toEqual([]);
});

/** Wait for the pane of problems to be open or not, and return what it says. */
async function problems(state: 'open' | 'closed'): Promise<string> {
  const pane = '[data-pane=problems]:not(button)';
  await desk.page.waitForFunction(
    `document.querySelector('${pane}')?.hidden === ${String(state === 'closed')}`,
  );
  return (await desk.page.evaluate(`document.querySelector('${pane}').textContent`)) as string;
}

const problemsButton = 'button[data-pane=problems]';

test(
  'the checks are listed by verdict, and a figure whose failing is waived is marked where it stands',
  async () => {
    await desk.page.click(problemsButton);
    await problems('open');
    const groups = (await desk.page.evaluate(
      `[...document.querySelectorAll('details[data-verdict]')].map((group) => [group.dataset.verdict, group.open, group.querySelectorAll('li').length, group.textContent])`,
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
    await desk.page.click(problemsButton);
    const marked = `[...document.querySelectorAll('[data-check]')].map(({ dataset, title }) => [dataset.figure, dataset.check, title])`;
    const marks = (await (await desk.draft()).evaluate(marked)) as string[][];
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
  'after every patch the draft is what a fresh load gives',
  async () => {
    const report = await desk.project.read('templates/reports/white-paper.hbs');
    const sections = report.split('\n').filter((line) => /sections\/(?:publicity|services)/.test(line));
    expect(sections).toHaveLength(2);
    const draft = await desk.draft();
    const body = async (page: Frame | Page): Promise<unknown> =>
      page.evaluate('[document.documentElement.lang, document.head.innerHTML, document.body.innerHTML]');
    for (const [text, sign] of [
      [report.replace(sections[0]!, ''), '<'],
      [report, '>'],
    ] as const) {
      const length = Number(await draft.evaluate('document.body.innerText.length'));
      await desk.project.write('templates/reports/white-paper.hbs', text);
      await draft.waitForFunction(`document.body.innerText.length ${sign} ${String(length)}`);
      const fresh = await desk.browser.newPage();
      await fresh.goto(`${desk.preview.address}draft`);
      expect(await body(draft)).toEqual(await body(fresh));
      await fresh.close();
    }
  },
  timeout,
);

test(
  'a saved figure changes on the page, which neither loads again nor moves',
  async () => {
    const draft = await desk.draft();
    await draft.evaluate(
      'document.getAnimations().forEach((animation) => animation.cancel()); window.marker = 1; window.scrollTo(0, 1500)',
    );
    await desk.project.edit(file, figure, 'granted: { invention: 5275');
    await desk.shows('5275件');
    expect(await draft.evaluate('[window.marker, window.scrollY]')).toEqual([1, 1500]);
    // Elsewhere than beside it, in the report on the checks: there it is what the ledger of the source has.
    const figures = `[...document.querySelectorAll('data')].map(({ textContent }) => textContent)`;
    expect(await draft.evaluate(figures)).not.toContain('5274件');
    const lit = `document.getAnimations().filter(({ id }) => id === 'changed-figure').map(({ effect }) => effect.target.dataset.figure)`;
    const keys = (await draft.evaluate(lit)) as string[];
    expect(keys).toContain('xiamen/2022/creation.patent.granted.invention');
    expect(keys.every((key) => key.includes('creation.patent.granted'))).toBe(true);

    // Further down, with a table unfolded and words selected: a chapter above goes, and the next get other numbers.
    const report = 'templates/reports/white-paper.hbs';
    const heading = `[...document.querySelectorAll('main section[id] h2')].at(-1)`;
    const chart = `document.querySelector('figure[data-chart=patent-grants]')`;
    const state = `[Math.round(${heading}.getBoundingClientRect().top), ${chart}.querySelector('details').open, getSelection().toString()]`;
    await draft.evaluate(
      `window.scrollTo(0, window.scrollY + ${heading}.getBoundingClientRect().top - 20);
      ${chart}.querySelector('details').open = true;
      window.scrollTo(0, window.scrollY + ${heading}.getBoundingClientRect().top - 20);
      getSelection().selectAllChildren(${heading})`,
    );
    const before = (await draft.evaluate(state)) as unknown[];
    expect(before).toEqual([20, true, expect.stringMatching(/./)]);
    const above = Number(await draft.evaluate('window.scrollY'));
    const good = await desk.project.read(report);
    await desk.project.write(report, good.replace('{{> sections/services}}\n', ''));
    await draft.waitForFunction(`window.scrollY < ${String(above - 300)}`);
    expect(await draft.evaluate(state)).toEqual(before);
    await desk.project.write(report, good);
    await draft.waitForFunction(`window.scrollY > ${String(above - 100)}`);
    expect(await draft.evaluate(state)).toEqual(before);

    // A drawing lights up as one, and for who wants no motion it does so without any.
    for (const [motion, looks, height] of [
      ['no-preference', 2, 31],
      ['reduce', 1, 32],
    ] as const) {
      await desk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: motion }]);
      const spec = await desk.project.read('templates/charts/patent-grants.vl.yaml');
      const svg = `${chart}.querySelector('svg').outerHTML`;
      await draft.evaluate(
        `document.getAnimations().forEach((animation) => animation.cancel()); window.svg = ${svg}`,
      );
      await desk.project.write(
        'templates/charts/patent-grants.vl.yaml',
        spec.replace(/^height: \d+/m, `height: ${String(height)}`),
      );
      await draft.waitForFunction(`${svg} !== window.svg`);
      const blocks = `document.getAnimations().filter(({ id }) => id === 'changed-block').map(({ effect }) => [effect.target.dataset.part, new Set(effect.getKeyframes().map(({ backgroundColor }) => backgroundColor)).size])`;
      expect(await draft.evaluate(blocks)).toEqual([['drawing', looks]]);
    }
    await desk.page.emulateMediaFeatures([]);
    await desk.project.edit(file, 'granted: { invention: 5275', figure);
    await desk.shows('5274件');
  },
  timeout,
);

test(
  'a mistake is shown with its place beside the last good page, and goes when mended',
  async () => {
    const good = await desk.project.read(file);
    await desk.project.write(file, good.replace(figure, 'granted: { inventoin: <b>5274</b>'));
    const said = await desk.text('[data-part=banner]');
    await problems('closed');
    const line = good.slice(0, good.indexOf(figure)).split('\n').length;
    expect(said).toContain(`${file}:${String(line)}:`);
    expect(said).toContain('INDICATOR_UNKNOWN');
    expect(said).toContain('granted: { inventoin: <b>5274</b>');
    expect(said).toContain('是否想写');
    expect(await desk.page.evaluate('document.querySelector("[data-part=banner] b")')).toBeNull();
    await desk.shows('5274件');

    await desk.project.write(file, good);
    await desk.page.waitForFunction(`document.querySelector('${problemsButton}').dataset.tone !== 'error'`);
    await problems('closed');
    await desk.shows('5274件');
  },
  timeout,
);

test(
  'warnings are on the button that opens their list',
  async () => {
    const good = await desk.project.read(file);
    await desk.project.edit(file, 'narrative:\n', 'narrative:\n  creation_: { nowhere: 没有位置的一段。 }\n');
    const button = `${problemsButton}[data-tone=warning]`;
    expect(await desk.text(button)).toMatch(/^\d+ 处警告$/);
    await problems('closed');
    await desk.page.click(button);
    expect(await problems('open')).toContain(`${file}:`);
    await desk.project.write(file, good);
    await desk.page.waitForSelector(`${problemsButton}:not([data-tone=warning])`);
    await desk.page.click(problemsButton);
    await problems('closed');
  },
  timeout,
);

test(
  'a burst of saves, some of them half-written, ends with the last',
  async () => {
    const good = await desk.project.read(file);
    for (let save = 1; save <= 12; save += 1) {
      const text = good.replace(figure, `granted: { invention: ${String(5274 + save)}`);
      await desk.project.write(file, text.slice(0, text.length / 2));
      await new Promise((resolve) => setTimeout(resolve, save % 4 === 0 ? 90 : 5));
      await desk.project.write(file, text);
    }
    await desk.shows('5286件');
    await problems('closed');
  },
  timeout,
);

test(
  'a page left open goes on when the preview is started again at its port',
  async () => {
    const { port } = new URL(desk.preview.address);
    await desk.lose();
    expect(await desk.text('[data-part=lost]')).toContain('已停止');
    await desk.project.edit(file, 'granted: { invention: 5286', 'granted: { invention: 5276');
    await desk.start(Number(port));
    await desk.shows('5276件');
    desk.faults = []; // The new preview refuses the token of the old one.
  },
  timeout,
);

test(
  'a preview that begins with a mistake shows it and recovers without a reload',
  async () => {
    const good = await desk.project.read(file);
    const { port } = new URL(desk.preview.address);
    await desk.lose();
    await desk.project.write(file, good.slice(0, good.indexOf('granted: { invention') + 4));
    await desk.start(Number(port));
    await desk.page.goto(desk.preview.address);
    desk.faults = [];
    expect(await problems('open')).toContain('改好并保存后');
    await desk.page.evaluate('window.marker = 1');
    await desk.project.write(file, good);
    await desk.shows('5276件');
    await problems('closed');
    const title = expect.stringContaining('白皮书') as string;
    expect(await desk.page.evaluate('[window.marker, document.title]')).toEqual([1, title]);
  },
  timeout,
);
