import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadPdfReader } from '../../src/audit/pdf-reader.ts';
import { visit } from '../../src/document/visit.ts';
import { buildReport } from '../../src/pipeline.ts';
import { unpack, type Parts } from '../../src/render/docx/package/zip.ts';
import { findElements, parseXml } from '../../src/render/docx/xml.ts';
import { OwnEngines } from '../../src/render/engines.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { quietRun, request } from '../examine-project.ts';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';
import { controls, elsewhere, harmless, refused } from './payloads.ts';
import { plantEverywhere, type Planted } from './plant.ts';

/** Every YAML file of the project: no hand decides which of them have texts. */
const yamlOf = (folder: string): string[] =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? yamlOf(path) : path.endsWith('.yaml') ? [path] : [];
    })
    .sort();
const files = ['data', 'seeds', 'templates'].flatMap(yamlOf);
/** Those whose texts come to stand in the report that is made where nobody asked for all. */
const few = ['data/xiamen/2022.yaml', 'data/regions.yaml', 'data/departments.yaml', 'data/units.yaml', 'seeds/xiamen-2022-digest.yaml']; // prettier-ignore

let copy: ProjectCopy;
let browser: Browser;

beforeAll(async () => {
  copy = await copyProject(inject('sharedBuilds'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await copy.remove();
});

/** Each kind of field gets another payload in each of the builds; every report is made from them. Half a minute each: `npm run test:attack`. */
const rows = [
  ['xiamen', '2022', 0],
  ['xiamen', '2022', 9],
  ['xiamen', '2022', 18],
  ['xiamen', '2017', 4],
  ['xiamen', '2022-2025', 13],
  ['quanzhou', '2021', 22],
  ['ningbo', '2020', 7],
] as const;
const isAsked = process.env.MODE === 'attack';

describe.runIf(isAsked).each(rows)(
  'hostile texts in every field of the data, %s %s, row %i',
  (region, period, offset) => {
    const name = `${region}-${period}`;
    let taken: readonly Planted[];
    let html: string;
    let tree: Root;
    let word: Parts;
    let workbook: Parts;
    let pdf: Uint8Array;
    let out: string;

    beforeAll(async () => {
      for (const file of files) await copy.write(file, readFileSync(join(process.cwd(), file)).toString());
      ({ taken } = await plantEverywhere(copy, files, harmless, offset, { region, period }));
      const run = quietRun(copy.root);
      const engines = new OwnEngines(run.host);
      out = join(copy.root, `out-${String(offset)}`);
      try {
        const formats = ['html', 'docx', 'pdf'] as const;
        await buildReport({ ...request, region, period, formats, out, final: false }, run, engines);
      } finally {
        await engines.close();
      }
      const read = (file: string): Uint8Array => new Uint8Array(readFileSync(join(out, name, file)));
      html = new TextDecoder().decode(read(`${name}.html`));
      tree = fromHtml(html);
      word = unpack(read(`${name}.docx`));
      pdf = read(`${name}.pdf`);
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
      const address = pathToFileURL(join(out, name, `${name}.html`)).href;
      await page.goto(address, { waitUntil: 'load' });
      for (const media of ['print', 'screen']) await page.emulateMediaType(media);
      await page.close();
      expect(asked.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
    });

    it('are text of the PDF, and none of its actions, files or addresses', async () => {
      const getDocument = await loadPdfReader();
      const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, disableFontFace: true });
      const document = await task.promise;
      expect([await document.getJSActions(), await document.getAttachments(), await document.getOpenAction()]).toEqual([null, null, null]); // prettier-ignore
      const addresses: unknown[] = [];
      for (let number = 1; number <= document.numPages; number += 1)
        for (const { url, unsafeUrl, attachment, subtype } of (await (
          await document.getPage(number)
        ).getAnnotations()) as Record<string, unknown>[])
          // prettier-ignore
          if (url ?? unsafeUrl ?? attachment ?? (subtype !== 'Link')) addresses.push({ url, unsafeUrl, subtype });
      expect(addresses).toEqual([]);
      await task.destroy();
    });

    it('leave the ledgers in JSON what they were, and show nothing of this machine', () => {
      for (const file of ['figures.json', 'check.json', 'manifest.json']) {
        const text = readFileSync(join(out, name, file), 'utf8');
        expect(JSON.stringify(JSON.parse(text))).not.toContain('root:x:0');
        expect(text).not.toContain(copy.root);
        expect(Object.hasOwn(JSON.parse(text) as object, '__proto__')).toBe(false);
      }
      expect(html + [...word.values()].filter((part) => typeof part === 'string').join('')).not.toContain(
        'root:x:0',
      );
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
  },
);

describe('markup and templates in every field of the data', () => {
  it('are refused where they stand, each with its line', async () => {
    for (const file of files) await copy.write(file, readFileSync(join(process.cwd(), file)).toString());
    const planted = isAsked ? files : few;
    const { taken, refusals } = await plantEverywhere(copy, planted, refused, 0);
    expect(refusals.length).toBeGreaterThan(isAsked ? 600 : 100);
    expect(refusals.filter(({ file, line }) => file === undefined || line === undefined)).toEqual([]);
    expect(taken.filter(({ payload }) => payload.startsWith('<'))).toEqual([]);
  });

  it.each(controls)('%j, which no XML and no page can hold, is refused or left out', async (control) => {
    for (const file of files) await copy.write(file, readFileSync(join(process.cwd(), file)).toString());
    const { taken } = await plantEverywhere(copy, few.slice(0, 2), [control], 0);
    expect(taken).toEqual([]);
  });
});
