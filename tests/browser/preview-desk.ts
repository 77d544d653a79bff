import type { Browser, Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect } from 'vitest';
import { createHost } from '../../src/host.ts';
import type { Request } from '../../src/load/index.ts';
import { startPreview, type Preview, type PreviewOptions } from '../../src/server/start-preview.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { openBrowser } from './open-browser.ts';

/** Longest any step of an officer's work may take in a test. */
export const patience = 60_000;

export interface DeskOptions extends Partial<
  Pick<PreviewOptions, 'language' | 'port' | 'readOnly' | 'address' | 'launcher'>
> {
  readonly request?: Partial<Request>;
  readonly project?: ProjectCopy;
}

/** An officer's desk: files to edit, the preview of them, and a browser window on it. */
export class Desk {
  readonly browser: Browser;
  readonly project: ProjectCopy;
  readonly page: Page;
  preview: Preview;
  /** What the browser's console said that no user may see; a test that means to cause some empties it. */
  faults: string[] = [];
  readonly #options: DeskOptions;
  #wasLost = false;

  /** Start a preview of a copy of the project and open it at 1280 × 900. */
  static async open(browser: Browser, options: DeskOptions = {}): Promise<Desk> {
    const project = options.project ?? (await copyProject());
    const preview = await start(project, options);
    const page = await browser.newPage();
    const desk = new Desk(browser, project, preview, page, options);
    page.setDefaultTimeout(patience);
    page.on('pageerror', (error) => desk.faults.push(String(error)));
    page.on('console', (message) => {
      const isNote = desk.#wasLost && message.text().includes('net::ERR_');
      if (!isNote && ['error', 'warn'].includes(message.type())) desk.faults.push(message.text());
    });
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(preview.address);
    return desk;
  }

  private constructor(
    browser: Browser,
    project: ProjectCopy,
    preview: Preview,
    page: Page,
    options: DeskOptions,
  ) {
    this.browser = browser;
    this.project = project;
    this.preview = preview;
    this.page = page;
    this.#options = options;
  }

  /** The frame the draft is shown in. */
  async draft(page: Page = this.page): Promise<Frame> {
    const frame = await (await page.waitForSelector('iframe[name=draft]'))?.contentFrame();
    if (!frame) throw new Error('the draft has no frame');
    return frame;
  }

  /** Wait until the draft says this. */
  async shows(text: string): Promise<void> {
    const body = `document.querySelector('iframe[name=draft]')?.contentDocument?.body`;
    // Asked at every frame, it would be in the way of what it waits for.
    await this.page.waitForFunction(`${body}?.innerText.includes(${JSON.stringify(text)})`, {
      polling: 50,
    });
  }

  /** Wait until an element of the preview's own page is there and seen, and return what it says. */
  async text(selector: string): Promise<string> {
    await this.page.waitForSelector(`${selector}:not(:empty)`, { visible: true });
    return (await this.page.evaluate(`document.querySelector('${selector}').textContent`)) as string;
  }

  /** End the preview under its page. Whenever the browser notes that the connection is gone, that is no fault. */
  async lose(): Promise<void> {
    this.#wasLost = true;
    await this.preview.close();
  }

  async start(port: number): Promise<void> {
    this.preview = await start(this.project, { ...this.#options, port });
  }

  /** Leave, and see that the browser had nothing to complain about. */
  async leave(): Promise<void> {
    await this.page.close();
    await this.preview.close();
    await this.project.remove();
    expect(this.faults).toEqual([]);
  }
}

/** Open a desk before the tests of a file, with a draft that says `shown`, and leave it after them. */
export function openDesk(take: (desk: Desk) => void, options: DeskOptions = {}, shown = '5274件'): void {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(await openBrowser(), options);
    take(desk);
    await desk.shows(shown);
  }, patience);
  afterAll(async () => {
    await desk.leave();
    await desk.browser.close();
  });
}

function start(project: ProjectCopy, options: DeskOptions): Promise<Preview> {
  const { language = 'zh', port, readOnly = false, request, address, launcher } = options;
  return startPreview({
    request: { region: undefined, period: '2022', theme: 'whitepaper', language: 'zh-CN', ...request },
    host: createHost(project.root),
    ...{ language, port, readOnly, address, ...(launcher && { launcher }) },
    onBuild: () => undefined,
  });
}
