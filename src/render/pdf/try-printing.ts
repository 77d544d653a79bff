import type { Host } from '../../host.ts';
import { bundledFaces, typefaceFor } from '../../fonts/faces.ts';
import { fontFaceCss } from '../../fonts/font-face-css.ts';
import { subsetFonts } from '../../fonts/subset.ts';
import { Browser } from './browser.ts';
import type { Launched } from './launch.ts';
import { printPage } from './print-page.ts';
import { origin, serveFromMemory } from './serve-from-memory.ts';

/** A page that was printed only to see whether printing works. */
export interface TrialPrint extends Pick<Launched, 'path' | 'version'> {
  readonly bytes: Uint8Array;
}

/** Start the browser as a build does and print a line of text in the project's own face. Throws `BrowserUnavailable`. */
export async function tryPrinting(host: Host, text: string): Promise<TrialPrint> {
  const face = typefaceFor(bundledFaces, 'Noto Sans SC', 400);
  const browser = new Browser(host);
  try {
    const { path, version } = await browser.ready();
    const { files } = await subsetFonts(host, text, [face]);
    const css = `${fontFaceCss(() => '/face.ttf', [face])} p { font-family: "${face.family}" }`;
    const html = `<!doctype html><html lang="zh"><title>${text}</title><style>${css}</style><p>${text}</p></html>`;
    const page = await browser.newPage();
    await serveFromMemory(
      page,
      new Map([
        ['/', { type: 'text/html; charset=utf-8', body: html }],
        ['/face.ttf', { type: 'font/ttf', body: files[face.id] ?? '' }],
      ]),
    );
    await page.goto(`${origin}/`, { waitUntil: 'load' });
    return { path, version, bytes: await printPage(page, true) };
  } finally {
    await browser.close();
  }
}
