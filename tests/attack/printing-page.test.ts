import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { h } from 'hastscript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/audit/read-pdf.ts';
import { Diagnostics, ReportError } from '../../src/diagnostics/diagnostic.ts';
import { limits } from '../../src/diagnostics/limits.ts';
import type { ReportDocument } from '../../src/document/document.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';
import { createHost } from '../../src/host.ts';
import { documentCharacters } from '../../src/render/html/document-characters.ts';
import { raw } from '../../src/render/html/raw.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { Browser } from '../../src/render/pdf/browser.ts';
import { printIn } from '../../src/render/pdf/print-in.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import type { Theme } from '../../src/validate/schema/theme.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { sampleDocument } from '../render/sample-document.ts';
import { sampleTheme } from '../render/sample-theme.ts';

const folder = mkdtempSync(join(tmpdir(), 'whitepaper-secret-'));
const secretFile = join(folder, 'secret.txt');
const secret = 'SECRETOFTHISMACHINE';
const asked: string[] = [];
let server: Server;
let there: string;
const browser = new Browser(createHost());

beforeAll(async () => {
  writeFileSync(secretFile, `<p>${secret}</p>`);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  there = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Every way a page has of asking for something, as no template of the project can write it. */
function hostileDocument(navigates: boolean): ReportDocument {
  const file = pathToFileURL(secretFile).href;
  const markup = [there, file]
    .map(
      (base) => `
<iframe src="${base}/frame"></iframe><iframe src="${base}"></iframe><iframe srcdoc="&lt;img src=${base}/srcdoc&gt;"></iframe>
<object data="${base}/object"></object><embed src="${base}/embed"><img src="${base}/img" srcset="${base}/set 2x"><link rel="stylesheet" href="${base}/css">
<link rel="prefetch" href="${base}/prefetch"><link rel="preload" as="font" href="${base}/preload"><link rel="icon" href="${base}/icon">
<link rel="dns-prefetch" href="${base}"><link rel="preconnect" href="${base}"><video src="${base}/video" poster="${base}/poster" autoplay></video><audio src="${base}/audio" autoplay></audio>
<svg width="9" height="9"><image href="${base}/image" width="9" height="9"/><use href="${base}/use#a"/><foreignObject width="9" height="9"><iframe src="${base}/foreign"></iframe></foreignObject>
<filter id="f"><feImage href="${base}/fe"/></filter><rect filter="url(#f)" width="9" height="9" fill="url(${base}/fill#a)"/><style>@import "${base}/svgcss";</style><script href="${base}/svgjs"></script></svg>
<form action="${base}/form"><input type="image" src="${base}/input"></form><div style="background:url(${base}/style)">x</div><table background="${base}/table"><tr><td>x</td></tr></table>
<script>fetch("${base}/fetch"); document.body.append("SCRIPT" + "RAN")</script><script src="${base}/script"></script><img src="x" onerror="fetch('${base}/onerror')">
<portal src="${base}/portal"></portal>${navigates ? `<meta http-equiv="refresh" content="0;url=${base}/refresh"><base href="${base}/base/">` : ''}`,
    )
    .join('\n');
  const tree = h(null, h('section', { dataPart: 'chapter', id: 'one', dataRunning: '一' }, h('h1', '一'), h('p', '二三'), raw(markup))); // prettier-ignore
  return sampleDocument({ tree });
}

function hostileTheme(): Theme {
  const theme = sampleTheme();
  const file = pathToFileURL(secretFile).href;
  const css = [there, file].map(
    (base) => `@import "${base}/import"; @import url(${base}/import2);
@font-face { font-family: Stolen; src: url(${base}/font.ttf), local(${base}); } body, p { font-family: Stolen, serif; background: url("${base}/body"); cursor: url(${base}/cursor), auto; }
p::before { content: url(${base}/content); } ul { list-style-image: url(${base}/list); } h1 { border-image: url(${base}/border) 1; mask: url(${base}/mask#a); filter: url(${base}/filter#a); clip-path: url(${base}/clip#a); shape-outside: url(${base}/shape); }
@page { @top-center { content: url(${base}/page); } background: url(${base}/sheet); } @media print { h1::after { content: image-set("${base}/set" 1x); } }
@namespace "${base}"; @supports (color: red) { h1 { background: cross-fade(url(${base}/fade), red); } }
p { -webkit-mask-image: url(${base}/webkit); } :root { --address: url(${base}/custom); } h1 { background-image: var(--address); }`,
  );
  return {
    ...theme,
    css: `${css.join('\n')}\n</style><script>fetch("${there}/escaped")</script><style>\n${theme.css}`,
  };
}

describe('a hostile style sheet and a hostile page', () => {
  it('reach no server and no file while they are printed, and run nothing', async () => {
    const document = hostileDocument(true);
    const fonts = await subsetFonts(createHost(), documentCharacters(document));
    const { bytes } = await renderPdf(document, hostileTheme(), {
      print: printIn(browser),
      fonts,
      diagnostics: new Diagnostics(),
    });
    const text = JSON.stringify(await readPdf(bytes));
    expect(text).toContain('示例市');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('SCRIPTRAN');
    expect(asked).toEqual([]);
  });

  it('have no more pages than a report can have', async () => {
    const usual = limits.pages;
    (limits as { pages: number }).pages = 1;
    const diagnostics = new Diagnostics();
    try {
      const document = hostileDocument(false);
      const fonts = await subsetFonts(createHost(), documentCharacters(document));
      const rendered = renderPdf(document, sampleTheme(), { print: printIn(browser), fonts, diagnostics });
      await expect(rendered).rejects.toBeInstanceOf(ReportError);
    } finally {
      (limits as { pages: number }).pages = usual;
    }
    expect(diagnostics.all).toContainEqual(
      expect.objectContaining({
        code: 'LIMIT_EXCEEDED',
        file: expect.stringMatching(/^data\/.+\.yaml$/) as string,
        line: 1,
      }),
    );
  });

  it('reach no server and no file from the HTML opened in a browser that lets scripts run', async () => {
    const html = renderHtml(hostileDocument(false), hostileTheme(), { mode: 'file' });
    const opened = join(folder, 'report.html');
    writeFileSync(opened, html);
    const reader = await openBrowser();
    try {
      const page = await reader.newPage();
      await page.goto(pathToFileURL(opened).href, { waitUntil: 'load' });
      const frames = await Promise.all(page.frames().map((frame) => frame.content().catch(() => '')));
      expect(frames.slice(1).join('')).not.toContain(secret);
      expect(await page.evaluate('document.body.innerText')).not.toContain('SCRIPTRAN');
    } finally {
      await reader.close();
    }
    expect(asked).toEqual([]);
  });

  it('would have reached the server without a policy: the trap works', async () => {
    const reader = await openBrowser();
    try {
      const page = await reader.newPage();
      await page.setContent(`<img src="${there}/trap">`, { waitUntil: 'load' });
    } finally {
      await reader.close();
    }
    expect(asked).toEqual(['/trap']);
  });
});
