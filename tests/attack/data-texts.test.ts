import { pathToFileURL } from 'node:url';
import { toString } from 'hast-util-to-string';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readPdf } from '../../src/audit/read-pdf.ts';
import { visit } from '../../src/document/visit.ts';
import { unpack, type Parts } from '../../src/render/docx/package/zip.ts';
import { findElements, parseXml } from '../../src/render/docx/xml.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';
import { controls, elsewhere, harmless, refused } from './payloads.ts';
import { pdfActions } from './pdf-actions.ts';
import { plantEverywhere, type Planted } from './plant.ts';
import { makeReport, putBackFiles, yamlFiles, type PlantedReport } from './planted-report.ts';

/** Those whose texts are planted in where nobody asked for all. */
const few = ['data/regions.yaml', 'data/xiamen/2022.yaml'];

let copy: ProjectCopy;
let browser: Browser;

beforeAll(async () => {
  copy = await copyProject(inject('sharedBuilds'));
});
afterAll(() => copy.remove());

const reports = [
  ['xiamen', '2022'],
  ['xiamen', '2017'],
  ['xiamen', '2022-2025'],
  ['quanzhou', '2021'],
  ['ningbo', '2020'],
] as const;

/** A report, what is planted in which of its fields, and with which payload the row of them begins: each build gives a field another. */
interface Row {
  readonly region: string;
  readonly period: string;
  readonly offset: number;
  readonly fields: 'texts' | 'names';
  readonly kind: 'harmless' | 'markup' | 'both';
}

/** Ten seconds each: `npm run test:attack`. */
const rows: readonly Row[] = [
  { region: 'xiamen', period: '2022', offset: 9, fields: 'texts', kind: 'harmless' },
  { region: 'xiamen', period: '2022', offset: 18, fields: 'texts', kind: 'harmless' },
  ...reports.flatMap(([region, period], index) => [
    { region, period, offset: index * 4, fields: 'texts' as const, kind: 'harmless' as const },
    { region, period, offset: index * 3, fields: 'texts' as const, kind: 'markup' as const },
    { region, period, offset: index * 7, fields: 'names' as const, kind: 'both' as const },
  ]),
];
const isAsked = process.env.MODE === 'attack';
const say = (text: string): void => void process.stderr.write(`${text}\n`);
if (!isAsked) say('hostile texts in every field and format: SKIPPED, run npm run test:attack');

describe.runIf(isAsked).each(rows)(
  'hostile texts: $kind in all $fields, $region $period from $offset',
  (row) => {
    const { region, period, offset, fields, kind } = row;
    let taken: readonly Planted[];
    let made: PlantedReport;

    beforeAll(async () => {
      browser = await openBrowser();
      await putBackFiles(copy, yamlFiles);
      const payloads = { harmless, markup: refused, both: [...harmless, ...refused] }[kind];
      const planted = await plantEverywhere(copy, yamlFiles, payloads, offset, { region, period, fields });
      taken = planted.taken;
      expect(planted.refusals.filter(({ file }) => file === undefined)).toEqual([]);
      say(
        `${kind} in ${fields}, ${region} ${period}: ${String(taken.length)} texts taken, ${String(planted.refusals.length)} refused`,
      );
      made = await makeReport(copy, { region, period }, `out-${String(rows.indexOf(row))}`);
    }, 600_000);
    afterAll(() => browser.close());

    it.runIf(kind === 'harmless' && fields === 'texts')(
      'are taken for text and printed as text',
      async () => {
        expect(taken.length).toBeGreaterThan(3000);
        const paper = (await readPdf(made.pdf)).pieces.map(({ text }) => text).join('');
        for (const text of [toString(made.tree), paper]) {
          const bare = text.replace(/\s/g, '');
          const shown = harmless.filter((payload) => bare.includes(payload.replace(/\s/g, '')));
          expect(shown.length).toBeGreaterThan(harmless.length * 0.5);
        }
      },
    );

    it('make no element, address or script of the HTML', () => {
      const found: string[] = [];
      visit(made.tree, 'element', ({ tagName, properties }) => {
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
      const address = pathToFileURL(made.path).href;
      await page.goto(address, { waitUntil: 'load' });
      for (const media of ['print', 'screen']) await page.emulateMediaType(media);
      await page.close();
      expect(asked.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
    });

    it('are text of the PDF, and none of its actions, files or addresses', () => {
      expect(pdfActions(made.pdf)).toEqual([]);
    });

    it('leave the files in JSON what they are, and show nothing of this machine', () => {
      if (fields === 'texts') expect(made.ledgers.size).toBeGreaterThan(2);
      const word = [...made.word.values()].filter((part) => typeof part === 'string');
      for (const text of [...made.ledgers.values(), made.html, ...word]) {
        expect(text).not.toContain(copy.root);
        expect(text).not.toContain('root:x:0');
      }
      for (const [file, text] of made.ledgers)
        JSON.parse(text, (key, value: unknown) => {
          expect(key, file).not.toBe('__proto__');
          return value;
        });
      expect(Object.keys(Object.prototype)).toEqual([]);
    });

    it('are no field, link or macro of the DOCX', () => {
      const texts = [...made.word].flatMap(([part, text]) =>
        typeof text === 'string' ? [[part, text] as const] : [],
      );
      const all = texts.map(([, text]) => text).join('\n');
      expect(all).not.toMatch(/TargetMode="External"/);
      expect([...made.word.keys()].filter((part) => /vba|\.bin$|oleObject/i.test(part))).toEqual([]);
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
      const inner = [...made.word].filter(([part]) => part.endsWith('.xlsx')).map(([, bytes]) => unpack(bytes as Uint8Array)); // prettier-ignore
      for (const parts of [made.workbook ?? (new Map() as Parts), ...inner])
        for (const [part, text] of parts)
          if (typeof text === 'string') expect(findElements(parseXml(text), 'f'), part).toEqual([]);
    });
  },
);

describe('markup and templates in every field', () => {
  it('are refused where they stand, each with its line', async () => {
    await putBackFiles(copy, yamlFiles);
    const { taken, refusals } = await plantEverywhere(copy, few, refused, 0);
    expect(refusals.length).toBeGreaterThan(100);
    expect(refusals.filter(({ file, line }) => file === undefined || line === undefined)).toEqual([]);
    expect(taken.filter(({ payload }) => payload.startsWith('<'))).toEqual([]);
  });

  it.runIf(isAsked).each(controls)('%j, which no XML and no page can hold, is refused or left out', async (control) => {
    await putBackFiles(copy, yamlFiles);
    const { taken } = await plantEverywhere(copy, few.slice(0, 2), [control], 0);
    expect(taken).toEqual([]);
  }); // prettier-ignore
});

it('texts that speak of actions are none to a reader of PDF', () => {
  expect(pdfActions(new TextEncoder().encode('<</Title (/URI \\) /Launch)>>'))).toEqual([]);
  expect(pdfActions(new TextEncoder().encode('<</A <</S /URI /URI (x)>> /OpenAction 3 0 R>>'))).toEqual(['/URI', '/URI', '/OpenAction']); // prettier-ignore
});
