import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readPdf } from '../../src/audit/read-pdf.ts';
import { openDesk, patience, type Desk } from './preview-desk.ts';

// An officer who looks at the pages as they will be printed, sends the Word file round and sees what is still lacking.

const timeout = 3 * patience;
const file = 'data/xiamen/2022.yaml';
let desk: Desk;

openDesk((opened) => {
  desk = opened;
});

const stack = '[data-part=page-stack]';
const evaluate = (code: string): Promise<unknown> => desk.page.evaluate(code);

/** Wait for the pages of a newer draft than this one, and return its number. */
async function pagesAfter(draft: number): Promise<number> {
  const number = `Number(document.querySelector('[data-part=pages]').dataset.draft ?? 0)`;
  await desk.page.waitForFunction(`${number} > ${String(draft)}`);
  return Number(await evaluate(number));
}

/** A file as a click on its line of the menu saves it. */
async function download(format: string): Promise<{ name: string; bytes: Uint8Array }> {
  // What the click saves is caught, so that no folder of this machine is written to.
  const [name, base64] = (await evaluate(`new Promise((resolve) => {
    const createObjectURL = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    let file;
    URL.createObjectURL = (blob) => { file = blob; return createObjectURL(blob); };
    HTMLAnchorElement.prototype.click = function () {
      if (this.isConnected) { click.call(this); return; }
      const reader = new FileReader();
      reader.onload = () => resolve([this.download, reader.result.split(',')[1]]);
      reader.readAsDataURL(file);
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    };
    document.querySelector('a[data-format=${format}]').click();
  })`)) as [string, string];
  return { name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
}

test(
  'the pages are those of the PDF, stay while the data are wrong, and follow a save without moving',
  async () => {
    await desk.page.click('button[data-view=pages]');
    const draft = await pagesAfter(0);
    const { name, bytes } = await download('pdf');
    expect(name).toBe('xiamen-2022.pdf');
    const { pages } = await readPdf(bytes);
    expect(await desk.text('[data-part=page-count]')).toBe(`/ ${String(pages.length)}`);
    expect(await evaluate(`document.querySelectorAll('[data-part=sheet]').length`)).toBe(pages.length);
    await desk.page.click('[data-part=contents-button]');
    const entry = `[...document.querySelectorAll('[data-part=outline-entry]')].find((one) => one.textContent.endsWith('知识产权创造'))`;
    await desk.page.waitForFunction(entry);
    await evaluate(`${entry}.click()`);
    const shown = (text: string): string =>
      `[...document.querySelectorAll('.textLayer')].some((layer) => layer.textContent.replace(/\\s/g, '').includes('${text}'))`;
    await desk.page.waitForFunction(shown('5274件'));
    const place = `[document.querySelector('[data-part=page-field]').value, document.querySelector('${stack}').scrollTop]`;
    const before = (await evaluate(place)) as [string, number];
    expect(Number(before[0])).toBeGreaterThan(4);
    expect(await evaluate(`document.querySelectorAll('[data-part=sheet] canvas').length`)).toBeLessThan(8);

    // While the data are wrong the last good pages and files stay, and it is said.
    const good = await desk.project.read(file);
    await desk.project.write(file, good.replace('granted: { invention', 'granted: { inventoin'));
    await desk.page.waitForSelector('[data-part=page-status][data-tone=warning]');
    expect(await desk.text('[data-part=page-status]')).toContain('上一次正确');
    await desk.page.click('[aria-controls=menu-download]');
    expect(await desk.text('[data-part=download-status]')).toContain('上一次正确');
    const word = await download('docx');
    expect(word.name).toBe('xiamen-2022.docx');
    expect(strFromU8(unzipSync(word.bytes)['word/document.xml']!)).toContain('5274件');
    expect(await evaluate(place)).toEqual(before);

    // One save repairs and changes them.
    await desk.project.write(file, good.replace('granted: { invention: 5274', 'granted: { invention: 5279'));
    await pagesAfter(draft);
    await desk.page.waitForSelector('[data-part=page-status][data-tone=quiet]');
    await desk.page.waitForFunction(shown('5279件'));
    expect(await evaluate(place)).toEqual(before);
    expect(await evaluate(`document.querySelectorAll('[data-part=sheet]').length`)).toBe(pages.length);
    expect(await desk.text('[data-part=changed-pages]')).toContain(before[0]);
    expect(await desk.text('[data-part=page-status]')).toContain('最新');
    const saved = await readPdf((await download('pdf')).bytes);
    expect(saved.pieces.map(({ text }) => text).join('')).toContain('5279件');
  },
  timeout,
);

test(
  'the figure a pointer is at on a page is known, and zooming keeps the page',
  async () => {
    await desk.page.waitForFunction(
      `(({ audited, draft }) => audited === draft)(document.querySelector('[data-part=pages]').dataset)`,
    );
    const spot = (await evaluate(`(() => {
      const top = document.querySelector('${stack}').getBoundingClientRect().top;
      for (const span of document.querySelectorAll('.textLayer span')) {
        const at = span.firstChild?.nodeType === 3 ? span.textContent.indexOf('5279') : -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(span.firstChild, at);
        range.setEnd(span.firstChild, at + 4);
        const { x, y, width, height } = range.getBoundingClientRect();
        if (y > top && y < innerHeight - 20) return [x + width / 2, y + height / 2];
      }
    })()`)) as [number, number];
    await evaluate(`import('/client/pages/pointed-figure.js').then(({ pointedFigure }) => {
      document.querySelector('${stack}').addEventListener('click', (event) => {
        const figures = [{ key: 'other', text: '279' }, { key: 'invention', text: '5279件' }];
        window.pointed = pointedFigure(event, figures);
      }, { once: true, capture: true });
    })`);
    await desk.page.mouse.click(...spot);
    expect(await evaluate('window.pointed')).toBe('invention');
    await desk.page.waitForFunction(
      `document.querySelector('[data-part=inspector] [data-part=figure-value]')?.textContent === '5279件'`,
    );
    const page = `document.querySelector('[data-part=page-field]').value`;
    const before = await evaluate(page);
    const width = `document.querySelector('[data-part=sheet]').getBoundingClientRect().width`;
    const wide = Number(await evaluate(width));
    await desk.page.keyboard.press('-');
    expect(Number(await evaluate(width))).toBeLessThan(wide);
    expect(await evaluate(page)).toBe(before);
    await desk.page.keyboard.press('0');
    expect(Number(await evaluate(width))).toBeCloseTo(wide, 0);

    // The draft is at the same chapter; who has not moved there comes back to the very same place.
    const place = `document.querySelector('${stack}').scrollTop`;
    const top = Number(await evaluate(place));
    await desk.page.click('button[data-view=draft]');
    const chapter = `[...document.querySelectorAll('h1')].findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 2).textContent`;
    expect(await (await desk.draft()).evaluate(chapter)).toContain('知识产权创造');
    await desk.page.click('button[data-view=pages]');
    expect(Number(await evaluate(place))).toBeCloseTo(top, 0);
    await desk.page.click('button[data-view=draft]');
    await (
      await desk.draft()
    ).evaluate(
      `[...document.querySelectorAll('h1')].find(({ textContent }) => textContent.endsWith('知识产权保护')).scrollIntoView()`,
    );
    await desk.page.click('button[data-view=pages]');
    await desk.page.waitForFunction(
      `[...document.querySelectorAll('.textLayer')].some((layer) => layer.textContent.replace(/\\s/g, '').includes('四、知识产权保护') && layer.getBoundingClientRect().top < innerHeight)`,
    );
  },
  timeout,
);

test(
  'progress counts a figure marked as provisional, and leads to where it stands',
  async () => {
    const counts = `Object.fromEntries([...document.querySelectorAll('[data-part=progress-count]')].map(({ dataset, lastChild }) => [dataset.filling, Number(lastChild.textContent)]))`;
    // Pages nobody looks at are not made.
    await desk.page.click('button[data-view=draft]');
    await desk.page.click('button[data-pane=progress]');
    await desk.page.waitForSelector('[data-part=progress-count]');
    const before = (await evaluate(counts)) as Record<'final' | 'provisional' | 'missing', number>;
    expect(before).toMatchObject({ provisional: 0 });
    await desk.project.edit(
      file,
      '{ applications: 467 }',
      '{ applications: { value: 467, status: provisional } }',
    );
    await desk.page.waitForFunction(`(${counts}).provisional === 1`);
    expect(await evaluate(counts)).toEqual({ ...before, provisional: 1, final: before.final - 1 });
    await desk.page.click('[data-group=".creation"] summary');
    const first = `document.querySelector('[data-group=".creation"] li[data-filling=provisional]')`;
    await desk.page.waitForFunction(first);
    const item = (await evaluate(`${first}.textContent`)) as string;
    expect(item).toContain('待确认');
    expect(item).toMatch(/467件.*data\/xiamen\/2022\.yaml:\d+:\d+/);

    // Made final where it is inspected, it is counted so when one comes back.
    await evaluate(`${first}.querySelector('[data-part=progress-figure]').click()`);
    await desk.page.waitForFunction(
      `document.querySelector('[data-part=edit-value]')?.value === '467' && document.querySelector('[data-part=edit-status]').value === 'provisional'`,
    );
    await desk.page.select('[data-part=edit-status]', 'final');
    await desk.page.waitForSelector('[data-part=save]:enabled');
    await desk.page.click('[data-part=save]');
    await desk.page.waitForSelector('[data-part=saved]');
    await desk.page.click('[data-part=pane-back]');
    await desk.page.waitForFunction(`(${counts}).provisional === 0`);
    expect(await desk.text('#pane-title')).toBe('填报进度');
  },
  timeout,
);
