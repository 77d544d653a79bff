import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { visit } from '../../src/document/visit.ts';
import { buildReport } from '../../src/pipeline.ts';
import { unpack, type Parts } from '../../src/render/docx/package/zip.ts';
import { findElements, parseXml } from '../../src/render/docx/xml.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { quietRun, request } from '../examine-project.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { elsewhere, harmless, refused } from './payloads.ts';
import { plantEverywhere, type Planted } from './plant.ts';

const files = [
  'data/xiamen/2022.yaml',
  'data/xiamen/2022-2025.yaml',
  'data/regions.yaml',
  'data/departments.yaml',
  'data/indicators/creation.yaml',
  'data/indicators/protection.yaml',
  'seeds/xiamen-2022-digest.yaml',
  'templates/locales/zh-CN.yaml',
  'templates/charts/patent-grants.vl.yaml',
  'templates/charts/admin-cases.vl.yaml',
] as const;

let copy: ProjectCopy;
let browser: Browser;
const name = 'xiamen-2022';

beforeAll(async () => {
  copy = await copyProject(inject('sharedBuilds'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await copy.remove();
});

/** Every third row of payloads: each comes to stand in each kind of field in one of the builds. Half a minute each: `npm run test:attack`. */
const offsets = [0, 9, 18];
const isAsked = process.env.MODE === 'attack';

describe.runIf(isAsked).each(offsets)('hostile texts in every field of the data, row %i', (offset) => {
  let taken: readonly Planted[];
  let html: string;
  let tree: Root;
  let word: Parts;
  let workbook: Parts;

  beforeAll(async () => {
    for (const file of files) await copy.write(file, readFileSync(join(process.cwd(), file)).toString());
    ({ taken } = await plantEverywhere(copy, files, harmless, offset));
    const run = quietRun(copy.root);
    const engines = new OwnEngines(run.host);
    const out = join(copy.root, `out-${String(offset)}`);
    try {
      const formats = ['html', 'docx'] as const;
      await buildReport({ ...request, region: 'xiamen', formats, out, final: false }, run, engines);
    } finally {
      await engines.close();
    }
    const read = (file: string): Uint8Array => new Uint8Array(readFileSync(join(out, name, file)));
    html = new TextDecoder().decode(read(`${name}.html`));
    tree = fromHtml(html);
    word = unpack(read(`${name}.docx`));
    workbook = unpack(read('figures.xlsx'));
  });

  it('are taken for text and printed as text', () => {
    expect(taken.length).toBeGreaterThan(300);
    const text = toString(tree).replace(/\s/g, '');
    const shown = harmless.filter((payload) => text.includes(payload.replace(/\s/g, '')));
    expect(shown.length).toBeGreaterThan(harmless.length * 0.7);
  });

  it('make no element, address or script of the HTML', () => {
    const found: string[] = [];
    visit(tree, 'element', ({ tagName, properties }) => {
      if (/^(script|iframe|object|embed|link|base|form|frame|applet|img|image|video|audio|foreignobject)$/i.test(tagName)) found.push(tagName); // prettier-ignore
      for (const [key, value] of Object.entries(properties)) {
        if (/^on/i.test(key)) found.push(key);
        if (/^(href|src|xLinkHref|action|data|formAction|ping|background)$/i.test(key) && !String(value).startsWith('#')) found.push(`${key} ${String(value)}`); // prettier-ignore
      }
    });
    expect(found).toEqual([]);
  });

  it('fetch nothing and run nothing in a browser that could do both', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    page.on('dialog', (dialog) => void asked.push(`dialog ${dialog.message()}`));
    const address = pathToFileURL(join(copy.root, `out-${String(offset)}`, name, `${name}.html`)).href;
    await page.goto(address, { waitUntil: 'load' });
    for (const media of ['print', 'screen']) await page.emulateMediaType(media);
    await page.close();
    expect(asked.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
  });

  it('are no field, link or macro of the DOCX', () => {
    const texts = [...word].flatMap(([part, text]) =>
      typeof text === 'string' ? [[part, text] as const] : [],
    );
    const all = texts.map(([, text]) => text).join('\n');
    expect(all).not.toMatch(/TargetMode="External"/);
    expect([...word.keys()].filter((part) => /vba|\.bin$|oleObject/i.test(part))).toEqual([]);
    const instructions = texts.flatMap(([, text]) =>
      ['w:instrText', 'w:fldSimple'].flatMap((tag) =>
        findElements(parseXml(text), tag).map((field) => field.attributes['w:instr'] ?? field.text),
      ),
    );
    expect(instructions.length).toBeGreaterThan(10);
    expect(instructions.filter((code) => /INCLUDE|DDE|LINK\b|leak|MACRO|IMPORT|AUTOTEXT/i.test(code) && !code.includes('HYPERLINK \\l'))).toEqual([]); // prettier-ignore
    expect(texts.filter(([part]) => part.endsWith('.rels')).filter(([, text]) => text.includes(elsewhere))).toEqual([]); // prettier-ignore
  });

  it('are no formula of a workbook, nor of those in the charts of the DOCX', () => {
    const inner = [...word].filter(([part]) => part.endsWith('.xlsx')).map(([, bytes]) => unpack(bytes as Uint8Array)); // prettier-ignore
    for (const parts of [workbook, ...inner])
      for (const [part, text] of parts)
        if (typeof text === 'string') expect(findElements(parseXml(text), 'f'), part).toEqual([]);
  });
});

describe('markup and templates in every field of the data', () => {
  it('are refused where they stand, each with its line', async () => {
    for (const file of files) await copy.write(file, readFileSync(join(process.cwd(), file)).toString());
    const { taken, refusals } = await plantEverywhere(copy, files.slice(0, 7), refused, 0);
    expect(refusals.length).toBeGreaterThan(300);
    expect(refusals.filter(({ file, line }) => file === undefined || line === undefined)).toEqual([]);
    expect(taken.filter(({ payload }) => payload.startsWith('<'))).toEqual([]);
  });
});
