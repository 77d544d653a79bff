import type { Page, PDFOptions } from 'puppeteer';
import { Browser } from '../../src/render/pdf/browser.ts';

/** Names the calls a print makes: the first print is untagged and measures, a third one would be final, too. */
export class TimedBrowser extends Browser {
  /** Milliseconds by step, since somebody has cleared it. */
  readonly steps = new Map<string, number>();

  override async newPage(): Promise<Page> {
    const opening = performance.now();
    const page = await super.newPage();
    this.#add('open', opening);
    const goto = page.goto.bind(page);
    page.goto = async (...call) => {
      const start = performance.now();
      const answer = await goto(...call);
      this.#add('load', start);
      return answer;
    };
    const pdf = page.pdf.bind(page);
    page.pdf = async (options?: PDFOptions) => {
      const start = performance.now();
      const bytes = await pdf(options);
      this.#add(options?.tagged === true ? 'final print' : 'measuring print', start);
      return bytes;
    };
    return page;
  }

  #add(step: string, start: number): void {
    this.steps.set(step, (this.steps.get(step) ?? 0) + performance.now() - start);
  }
}
