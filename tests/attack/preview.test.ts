import { setTimeout } from 'node:timers/promises';
import { inject, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { Desk, patience } from '../browser/preview-desk.ts';
import { copyProject } from '../project-copy.ts';
import { harmless, refused } from './payloads.ts';
import { plantEverywhere } from './plant.ts';
import { yamlFiles } from './planted-report.ts';

const isAsked = process.env.MODE === 'attack';
const reports = [
  ['xiamen', '2022'],
  ['xiamen', '2017'],
  ['xiamen', '2022-2025'],
  ['quanzhou', '2021'],
  ['ningbo', '2020'],
] as const;

/** Elements and attributes of a page that would ask for something or run; written for the browser. */
const suspects = `(document) => [...document.querySelectorAll('*')].flatMap((element) => [
  .../^(script|iframe|object|embed|link|base|frame|applet|img|image|video|audio|meta)$/i.test(element.localName) && !element.closest('head') && !element.matches('iframe[name=draft]') ? [element.localName] : [],
  ...[...element.attributes].filter(({ name, value }) => /^on/i.test(name) || /^\\s*(javascript|file|data|https?:\\/\\/leak)/i.test(value)).filter(({ name }) => /^on|href|src|action|data$|style/i.test(name)).map(({ name, value }) => element.localName + ' ' + name + '=' + value),
])`;

/** What `page.evaluate` makes of a question about the page, the frame of the draft included. */
const asked = `[document, document.querySelector('iframe[name=draft]')?.contentDocument].filter(Boolean).flatMap(${suspects})`;

// In `npm test`: markup in names of regions (tests/browser/preview-reports.test.ts), in messages and in what is typed (preview-shell.test.ts).
describe.runIf(isAsked).each(reports)('the preview of hostile texts, %s %s', (region, period) => {
  it('shows them as text in draft and panes, and runs, asks for and leads to nothing', async () => {
    const browser = await openBrowser();
    const project = await copyProject(inject('sharedBuilds'));
    await plantEverywhere(project, yamlFiles, harmless, 3, { region, period });
    const desk = await Desk.open(browser, { project, request: { region, period } });
    const strange: string[] = [];
    const { origin } = new URL(desk.preview.address);
    desk.page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) strange.push(request.url());
    });
    desk.page.on('dialog', (dialog) => {
      strange.push(dialog.message());
      void dialog.dismiss();
    });
    desk.page.on('popup', () => strange.push('a window'));
    const look = async (where: string): Promise<void> => {
      expect(await desk.page.evaluate(asked), where).toEqual([]);
    };
    try {
      await desk.page.reload();
      const draft = await desk.draft();
      await draft.waitForSelector('data[data-figure]');
      await look('draft');

      // Each figure with a name, source and note of its own; every eighth suffices.
      const count = await draft.$$eval('data[data-figure]', (all) => all.length);
      for (let index = 0; index < count; index += 8) {
        await draft.evaluate(`document.querySelectorAll('data[data-figure]')[${String(index)}].click()`);
        await desk.text('[data-part=figure-name]');
        await look(`inspector ${String(index)}`);
      }
      for (const pane of ['problems', 'progress', 'reports']) {
        await desk.page.click(`button[data-pane=${pane}]`);
        await desk.page.waitForSelector(`[data-pane=${pane}]:not(button):not([hidden])`);
        await look(pane);
      }
      for (const payload of ['javascript', 'onerror', 'url(', '=cmd', 'script']) {
        await desk.page.keyboard.press('/');
        await desk.page.focus('[data-part=search-field]');
        await desk.page.click('[data-part=search-field]', { count: 3 });
        await desk.page.keyboard.type(payload);
        await setTimeout(500);
        await look(`search for ${payload}`);
      }
      const hits = await desk.page.$$eval('[data-part=hit]', (all) => all.length);
      expect(hits).toBeGreaterThan(0);

      // Markup, which is refused: now it stands in messages, and in the lines of files they show.
      const file = `data/${region}/${period}.yaml`;
      const good = await project.read(file);
      for (const markup of refused) {
        const line = `${JSON.stringify(markup)}: ${JSON.stringify(markup)}\n`;
        await project.write(file, `${good}\n${line}`);
        await desk.page.waitForFunction(`document.querySelector('[data-part=banner]')?.textContent.includes(${JSON.stringify(markup.slice(0, 6))})`); // prettier-ignore
        await look(markup);
      }
      await desk.page.waitForSelector('[data-part=banner]:not(:empty)', { visible: true });
    } finally {
      desk.faults = desk.faults.filter((fault) => !fault.includes('net::ERR'));
      await desk.leave();
      await browser.close();
    }
    expect(strange).toEqual([]);
  }, patience * 3); // prettier-ignore
});
