import type { Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { Desk, patience as timeout, type DeskOptions } from './preview-desk.ts';

// An officer who asks after figures, and corrects one in the browser.

const file = 'data/xiamen/2022.yaml';
const key = 'xiamen/2022/creation.patent.granted.invention';
const total = 'xiamen/2022/creation.patent.granted.total';
const written = 'granted: { invention: 5274';
const field = '[data-part=edit-value]';
const save = '[data-part=save]';
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
}, timeout);
afterAll(() => browser.close());
afterEach(() => desk.leave());

async function open(options?: DeskOptions): Promise<void> {
  desk = await Desk.open(browser, options);
  await desk.shows('5274件');
}

/** Bring the first place of a figure into view and point at it. */
async function point(figure: string): Promise<void> {
  const element = await (await desk.draft()).waitForSelector(`data[data-figure="${figure}"]`);
  await element?.evaluate((node) => {
    (node as unknown as { scrollIntoView: (how: object) => void }).scrollIntoView({ block: 'center' });
  });
  await element?.hover();
}

async function pick(figure: string): Promise<void> {
  await point(figure);
  const element = await (await desk.draft()).$(`data[data-figure="${figure}"]`);
  await element?.click();
  await shown(figure);
}

/** Wait until the pane has a figure, and return what it says. */
async function shown(figure: string): Promise<string> {
  await desk.page.waitForFunction(
    `document.querySelector('[data-part=inspector] [data-part=key]')?.textContent === '${figure}'`,
  );
  return (await desk.page.evaluate(`document.querySelector('[data-part=inspector]').innerText`)) as string;
}

/** Wait until an element of the page around the draft says something with this in it. */
async function says(selector: string, part: string): Promise<void> {
  await desk.page.waitForFunction(
    `document.querySelector('${selector}')?.textContent.includes(${JSON.stringify(part)})`,
  );
}

async function type(text: string): Promise<void> {
  await desk.page.click(field, { count: 3 });
  await desk.page.keyboard.type(text);
}

/** Figure and size of each highlight of the draft. */
async function marked(): Promise<unknown> {
  return (await desk.draft()).evaluate(
    `[...CSS.highlights].map(([name, ranges]) => [name, ranges.size, [...ranges][0].startContainer.dataset.figure])`,
  );
}

test(
  'a figure says what it is, where it comes from and where else it stands; its page is left as it was sent',
  async () => {
    const { project } = (desk = await Desk.open(browser));
    await project.edit(
      file,
      'trademark:\n    applications: 87963',
      'trademark:\n    applications: { value: 87963, note: 不足 1 < 2 & "三" }',
    );
    await desk.shows('87963件');
    const draft = await desk.draft();
    const body = await draft.evaluate('document.body.innerHTML');

    await point(key);
    expect(await desk.text('[data-part=figure-card]')).toMatch(/发明专利授权量5274件.*来源：\[1\]/);
    await pick(key);
    const said = await shown(key);
    expect(said).toMatch(/来源\s*\[1\].*（报纸摘要）/);
    expect(said).toContain('第1段，来源文本第 101 行');
    const line = (await project.read(file)).split('\n').findIndex((text) => text.includes(written)) + 1;
    expect(said).toContain(`${file}:${String(line)}:`);
    expect(said).toContain('第一权利人地址在本地区');

    // Every place it is printed in, and the last of them gone to.
    const count = await draft.evaluate(`document.querySelectorAll('data[data-figure="${key}"]').length`);
    const places = await desk.page.$$('[data-part=occurrence]');
    expect(places).toHaveLength(Number(count));
    await places.at(-1)?.click();
    await draft.waitForFunction(
      `(() => { const { top, bottom } = [...document.querySelectorAll('data[data-figure="${key}"]')].at(-1).getBoundingClientRect(); return top > 0 && bottom < innerHeight; })()`,
    );
    expect(await marked()).toEqual([
      ['inspected', 1, key],
      ['inspected-elsewhere', Number(count) - 1, key],
    ]);

    // From a computed figure to one it is computed from, and back.
    await pick(total);
    expect(await shown(total)).toContain('5274 + 25143 + 8025');
    expect(
      await desk.page.$eval(field, (input) =>
        (input as unknown as { checkVisibility: () => boolean }).checkVisibility(),
      ),
    ).toBe(false);
    await desk.page.evaluate(
      `[...document.querySelectorAll('[data-part=figure-link]')].find(({ title }) => title === '${key}').click()`,
    );
    await shown(key);
    await desk.page.click('[data-part=back]');
    await shown(total);

    // What the data say is text.
    await pick('xiamen/2022/creation.trademark.applications');
    expect(await shown('xiamen/2022/creation.trademark.applications')).toContain('不足 1 < 2 & "三"');

    // By keyboard: the next figure of the page and the one before, then closed.
    const keys = (await draft.evaluate(
      `[...document.querySelectorAll('data[data-figure]')].map(({ dataset }) => dataset.figure)`,
    )) as string[];
    await pick(keys[0]!);
    await desk.page.keyboard.press(']');
    await shown(keys[1]!);
    await desk.page.keyboard.press('[');
    await shown(keys[0]!);
    await desk.page.keyboard.press('Escape');
    await desk.page.waitForSelector('[data-part=inspector]', { hidden: true });
    await desk.page.keyboard.press(']');
    expect(await desk.text('[data-part=figure-card]')).toContain('Enter');
    await desk.page.keyboard.press('Enter');
    await shown(keys[1]!);
    await desk.page.mouse.move(5, 5);
    expect(await draft.evaluate('document.body.innerHTML')).toBe(body);
  },
  timeout,
);

test(
  'a correction is weighed as it is typed, saved in its place, and taken back',
  async () => {
    await open();
    const before = await desk.project.read(file);
    await pick(key);

    await type('<b>五千</b>');
    await says('[data-part=edit-result]', '不能保存');
    await says('[data-part=edit-result]', '<b>五千</b>');
    expect(await desk.page.$('[data-part=edit-result] b')).toBeNull();

    await type('５,４７２');
    await says('[data-part=edit-result]', '来源台账');
    await says('[data-part=edit-result]', '38442件 → 38640件');
    await says(save, '仍然保存');
    expect(await desk.project.read(file)).toBe(before);
    await desk.page.click(save);
    await desk.shows('5472件');
    await desk.shows('38640件');
    expect(await desk.project.read(file)).toBe(before.replace(written, 'granted: { invention: 5472'));
    await says('[data-part=edit-result]', '已写入');

    // A second step, of the status, and both taken back: by keyboard and by the button.
    await desk.page.waitForFunction(`document.querySelector('${field}').value === '5472'`);
    await desk.page.waitForFunction(
      `document.querySelector('[data-part=figure-value]').textContent === '5472件'`,
    );
    await desk.page.select('[data-part=edit-status]', 'provisional');
    await says('[data-part=diff]', 'invention: { value: 5472, status: provisional }');
    await desk.page.waitForSelector(`${save}:enabled`);
    await desk.page.click(save);
    await desk.shows('5472件（初步数）');
    await says('[data-part=undo]', '撤销：5472（定稿数）→5472（初步数）');
    await desk.page.focus('[data-part=undo]');
    await desk.page.keyboard.down('Control');
    await desk.page.keyboard.press('z');
    await desk.page.keyboard.up('Control');
    await says('[data-part=undo]', '撤销：5274→5472');
    await desk.page.click('[data-part=undo]');
    // The draft said 5274件 all the time: as what the ledger has.
    await expect.poll(() => desk.project.read(file), { timeout }).toBe(before);
  },
  timeout,
);

test(
  'a file somebody else has changed is not written over, and what was typed is not lost',
  async () => {
    await open();
    const good = await desk.project.read(file);
    await pick(key);
    await type('5275');
    await says(save, '仍然保存');
    // Half of a save of an editor's: the draft stays what it was, and the file is another.
    const half = good.replace(written, 'granted: { invention: ');
    await desk.project.write(file, half);
    await desk.page.waitForSelector('[data-tone=error]');
    await desk.page.click('button[data-pane=inspector]');
    expect(await desk.page.$eval(field, (input) => (input as unknown as { value: string }).value)).toBe(
      '5275',
    );
    desk.faults = [];
    await desk.page.click(save);
    await says('[data-part=edit-result]', '没有写入');
    // The browser notes the refusal.
    expect(desk.faults.splice(0).every((fault) => fault.includes('409'))).toBe(true);
    expect(await desk.project.read(file)).toBe(half);

    const theirs = good.replace('applications: 87963', 'applications: 87964');
    await desk.project.write(file, theirs);
    await desk.shows('87964件');
    await says(save, '仍然保存');
    await desk.page.click(save);
    await desk.shows('5275件');
    expect(await desk.project.read(file)).toBe(theirs.replace(written, 'granted: { invention: 5275'));
    // Nor is it undone over what was written since.
    await desk.project.write(file, good.replace(written, 'granted: { invention: 5276'));
    await desk.shows('5276件');
    await desk.page.click('[data-part=undo]');
    await says('[data-part=notice]', '不能撤销');
    desk.faults.splice(0);
    expect(await desk.project.read(file)).toContain('invention: 5276');
  },
  timeout,
);

test(
  'a preview for reading only has no field, and refuses to write',
  async () => {
    await open({ readOnly: true, language: 'en' });
    const before = await desk.project.read(file);
    await pick(key);
    expect(await shown(key)).toContain('Read-only');
    await desk.page.waitForSelector(field, { hidden: true });
    const status = await desk.page.evaluate(
      `fetch('api/edit', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Preview-Token': document.querySelector('meta[name=preview-token]').content }, body: JSON.stringify({ key: '${key}', value: '1', base: '', dryRun: false }) }).then(({ status }) => status)`,
    );
    expect(status).toBe(403);
    desk.faults = [];
    expect(await desk.project.read(file)).toBe(before);
  },
  timeout,
);
