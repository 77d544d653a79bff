import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { visit } from '../../src/document/visit.ts';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFigure } from '../../src/compose/format.ts';
import { partOf, textProperty } from '../../src/compose/parse-tree.ts';
import type { Figure } from '../../src/derive/figure.ts';
import { ReportError } from '../../src/diagnostics/diagnostic.ts';
import { buildReport } from '../../src/pipeline.ts';
import { formatIds } from '../../src/render/formats.ts';
import { OwnEngines } from '../../src/make/engines.ts';
import type { LedgerLine } from '../../src/write/figures-json.ts';
import type { Manifest } from '../../src/write/manifest.ts';
import { builtReports } from '../built-reports.ts';
import { quietRun, request, runProject } from '../examine-project.ts';
import { readXlsx, type ReadCell } from '../write/read-xlsx.ts';
import { copyProject, projectRoot, type ProjectCopy } from '../project-copy.ts';
import { openPdf, readPages, type ReadPage } from '../render/pdf/read-pdf.ts';

const report = 'data/xiamen/2022.yaml';

/** What a reader finds in the documents of one build. */
interface Build {
  readonly folder: string;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly pdf: PDFDocumentProxy;
  readonly pages: readonly ReadPage[];
  /** Text without white space. */
  readonly text: Readonly<Record<'pdf' | 'docx' | 'html', string>>;
  readonly html: string;
}

let out: string;
let copy: ProjectCopy;
let engines: OwnEngines;
let first: Build;
let second: Build;
let changed: Build;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'whitepaper-out-'));
  copy = await copyProject();
  const run = quietRun(projectRoot);
  engines = new OwnEngines(run.host);
  first = await read((await builtReports('whitepaper')).folder('xiamen-2022'));
  const another = buildElsewhere(join(out, 'second'));
  await copy.edit(report, 'invention: 5274', 'invention: 5281');
  await copy.edit('seeds/xiamen-2022-digest.yaml', 'value: 5274,', 'value: 5281,');
  changed = await build(copy.root, join(out, 'changed'));
  second = await another;
});

afterAll(async () => {
  await engines.close();
  await copy.remove();
  await rm(out, { recursive: true, force: true });
});

async function build(root: string, folder: string): Promise<Build> {
  const asked = { ...request, formats: formatIds, out: folder, final: false };
  await buildReport(asked, quietRun(root), engines);
  return read(join(folder, 'xiamen-2022'));
}

/** Build the one report alone, in a process with another time zone and language. */
async function buildElsewhere(folder: string): Promise<Build> {
  const args = ['bin/whitepaper.js', 'build', request.period, '--no-cache', '--out', folder];
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  await promisify(execFile)(process.execPath, args, { cwd: projectRoot, env });
  return read(join(folder, 'xiamen-2022'));
}

async function read(folder: string): Promise<Build> {
  const bytes = new Map<string, Uint8Array>();
  for (const name of await readdir(folder))
    bytes.set(name, new Uint8Array(await readFile(join(folder, name))));
  const pdf = await openPdf(bytes.get('xiamen-2022.pdf')!);
  const pages = await readPages(pdf);
  const html = strFromU8(bytes.get('xiamen-2022.html')!);
  const body = fromHtml(html);
  return {
    folder,
    bytes,
    pdf,
    pages,
    html,
    text: {
      pdf: pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(''),
      docx: docxParts(bytes.get('xiamen-2022.docx')!).map(wordText).join('').replace(/\s/g, ''),
      html: toString(body).replace(/\s/g, ''),
    },
  };
}

function docxParts(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /^word\/(document|charts\/chart\d+)\.xml$/.test(name))
    .map(([, part]) => strFromU8(part));
}

function wordText(xml: string): string {
  return [...xml.matchAll(/<(?:w:t|a:t|c:v)(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join('');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function json(from: Build, name: string): unknown {
  return JSON.parse(strFromU8(from.bytes.get(name)!));
}

async function ownFigures(): Promise<{ figure: Figure; text: string }[]> {
  const { facts } = (await runProject()).examined!;
  return [...facts.figures.values()]
    .filter((figure) => figure.writtenIn === '2022' && figure.provenance.formula === undefined)
    .map((figure) => ({ figure, text: formatFigure(figure, facts.units).text }));
}

/** The pieces of text a PDF sets on each page: a cell of a table is one of its own. */
function itemsByPage(pdf: PDFDocumentProxy): Promise<Set<string>[]> {
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return new Set(items.flatMap((item) => ('str' in item ? item.str.replace(/\s/g, '') : [])));
    }),
  );
}

/** Where a printed number stands that is not a piece of a longer one. */
function standsIn(text: string, printed: string): boolean {
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1))
    if (!/[\d.]/.test(text[at - 1] ?? '')) return true;
  return false;
}

describe('a printed number', () => {
  it('is never broken over two lines and never leaves its cell', async () => {
    const page = await engines.browser.newPage();
    try {
      await page.setContent(first.html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, ''));
      await page.emulateMediaType('print');
      await page.setViewport({ width: 605, height: 900 }); // The type area, 160 mm.
      // Source text: it runs in the page, and no DOM types are loaded here.
      const broken = (await page.evaluate(`(async () => {
        await document.fonts.ready;
        const figures = [...document.querySelectorAll('data')];
        const outside = (figure) => {
          const cell = figure.closest('td')?.getBoundingClientRect();
          const { left, right } = figure.getBoundingClientRect();
          return cell !== undefined && (left < cell.left - 1 || right > cell.right + 1);
        };
        const faulty = figures.filter((figure) => {
          const lines = new Set([...figure.getClientRects()].map(({ bottom }) => Math.round(bottom / 4)));
          return (lines.size > 1 && figure.querySelector('span') === null) || outside(figure);
        });
        return { seen: figures.length, faulty: faulty.map(({ textContent }) => textContent) };
      })()`)) as { seen: number; faulty: string[] };
      expect(broken.seen).toBeGreaterThan(300);
      expect(broken.faulty).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

describe('the documents of one build', () => {
  it.each(['pdf', 'docx', 'html'] as const)(
    'print every figure of the data file in the %s',
    async (format) => {
      const figures = await ownFigures();
      expect(figures.length).toBeGreaterThanOrEqual(106);
      const missing = figures.filter(({ text }) => !standsIn(first.text[format], text.replace(/\s/g, '')));
      expect(missing.map(({ figure, text }) => `${figure.key} ${text}`)).toEqual([]);
    },
  );

  it('carry every figure with its key and its exact value in the HTML', async () => {
    const values = new Map<string, string>();
    visit(fromHtml(first.html), 'element', (element: Element) => {
      const key = textProperty(element, 'dataFigure');
      if (key !== undefined) values.set(key, textProperty(element, 'value') ?? '');
    });
    for (const { figure } of await ownFigures())
      expect([figure.key, values.get(figure.key)]).toEqual([figure.key, figure.value]);
  });

  it('print in the contents the page each heading is on', async () => {
    const { tree } = (await runProject()).composed!.document;
    const entries: string[] = [];
    const nav = tree.children.find((node): node is Element => partOf(node) === 'contents')!;
    visit(nav, 'element', (element) => {
      if (partOf(element) === 'entry' && element.tagName === 'span')
        entries.push(toString(element).replace(/\s/g, ''));
    });
    expect(entries.length).toBeGreaterThan(20);
    const folios = first.pages.map(({ lines }) => lines.at(-1)!.text);
    const lines = first.pages.flatMap((page, index) => page.lines.map((line) => ({ ...line, page: index })));
    const contents = lines.filter(({ text }) => /(\d|[ivxl])$/.test(text)).map(({ text }) => text);
    for (const entry of entries) {
      const heading = lines.filter(({ text, size }) => size >= 14 && text === entry);
      expect(heading, entry).toHaveLength(1);
      expect(contents, entry).toContain(`${entry}${folios[heading[0]!.page]!}`);
    }
  });

  it('are named in the manifest with their sums, beside all that they were made from', () => {
    const manifest = json(first, 'manifest.json') as Manifest;
    expect(Object.keys(manifest.outputs).sort()).toEqual([
      'xiamen-2022.docx',
      'xiamen-2022.html',
      'xiamen-2022.pdf',
    ]);
    for (const [name, { sha256: sum, bytes }] of Object.entries(manifest.outputs)) {
      expect(sum).toBe(sha256(first.bytes.get(name)!));
      expect(bytes).toBe(first.bytes.get(name)!.length);
    }
    expect(manifest.outputs['xiamen-2022.pdf']!.pages).toBe(first.pdf.numPages);
    for (const name of [
      report,
      'data/regions.yaml',
      'data/units.yaml',
      'data/indicators/creation.yaml',
      'seeds/xiamen-2022-digest.yaml',
      'templates/sections/creation.hbs',
      'templates/charts/patent-grants.vl.yaml',
      'templates/themes/whitepaper/text.css',
      'templates/locales/zh-CN.yaml',
    ])
      expect(Object.keys(manifest.inputs)).toContain(name);
    expect(Object.keys(manifest.inputs).filter((name) => name.startsWith('/'))).toEqual([]);
    expect(Object.values(manifest.fonts).join()).toMatch(/noto-serif-sc@\d+\.\d+\.\d+\//);
    expect(JSON.stringify(manifest)).not.toContain(projectRoot);
    expect(manifest.id).toMatch(/^[0-9a-f]{16}$/);
    const docx = unzipSync(first.bytes.get('xiamen-2022.docx')!);
    const properties = strFromU8(docx['docProps/custom.xml']!);
    for (const value of [manifest.id, 'xiamen/2022', 'whitepaper', 'zh-CN'])
      expect(properties).toContain(`>${value}<`);
    expect((json(second, 'manifest.json') as Manifest).id).toBe(manifest.id);
    expect((json(changed, 'manifest.json') as Manifest).id).not.toBe(manifest.id);
  });

  it('have a ledger that says of every figure where it comes from and where it is printed', async () => {
    const ledger = new Map((json(first, 'figures.json') as LedgerLine[]).map((line) => [line.key, line]));
    for (const { figure, text } of await ownFigures()) {
      const line = ledger.get(figure.key)!;
      expect(line).toMatchObject({ value: figure.value, unit: figure.unit, printed: text });
      expect(line.source?.line, figure.key).toBeGreaterThan(0);
      expect(line.printedIn.length, figure.key).toBeGreaterThan(0);
    }
    expect(ledger.get('xiamen/2022/creation.patent.granted.total')!.computed).toEqual({
      formula: '5274 + 25143 + 8025',
      inputs: ['invention', 'utility_model', 'design'].map(
        (kind) => `xiamen/2022/creation.patent.granted.${kind}`,
      ),
    });
  });

  it('have a ledger that knows the page of every printing', async () => {
    const ledger = json(first, 'figures.json') as LedgerLine[];
    const pageTexts = first.pages.map(({ lines }) => lines.map(({ text }) => text).join(''));
    const pageItems = await itemsByPage(first.pdf);
    const places = ledger.flatMap(({ key, printedIn }) => printedIn.map((place) => ({ key, ...place })));
    expect(places.length).toBeGreaterThan(500);
    const lost = places.filter(({ pdfPage = 0, page, text, element, label }) => {
      const folio = first.pages[pdfPage - 1]?.lines.at(-1)?.text;
      if (folio !== page) return true;
      const onPage = pageTexts[pdfPage - 1] ?? '';
      if (element === 'chart' && label !== undefined) return !onPage.includes(label.replace(/\s/g, ''));
      const seen = text.replace(/\s/g, '');
      return !standsIn(onPage, seen) && pageItems[pdfPage - 1]?.has(seen) !== true;
    });
    expect(lost).toEqual([]);
    // A figure on several pages is said to be on each of them and on no other.
    const pages = places.filter(({ key }) => key.endsWith('/creation.patent.granted.invention'));
    const said = new Set(pages.map(({ pdfPage }) => pdfPage));
    const found = pageTexts.flatMap((text, index) => (standsIn(text, '5274') ? [index + 1] : []));
    expect(said.size).toBeGreaterThan(3);
    expect([...said].filter((page) => page !== undefined && !found.includes(page))).toEqual([]);
  });

  it('have a workbook that is the ledger, cell by cell, and agrees with the document', () => {
    const sheets = readXlsx(first.bytes.get('figures.xlsx')!);
    const ledger = json(first, 'figures.json') as LedgerLine[];
    const { words } = parse(readFileSync(join(projectRoot, 'templates/locales/zh-CN.yaml'), 'utf8')) as {
      words: Record<string, string>;
    };
    const cellText = (cell: ReadCell | undefined): string => cell?.text ?? '';
    const rows = sheets.get('数据')!;
    expect(rows.length).toBe(ledger.length);
    for (const [index, row] of rows.entries()) {
      const line = ledger[index]!;
      const { file, line: at, column } = line.place;
      const distinct = (values: unknown[]): string[] => [...new Set(values.map(String))];
      const expected: Record<string, string | undefined> = {
        键: line.key,
        地区: line.regionName,
        时间: line.time,
        印出: line.printed,
        数值: line.value,
        上限: line.to,
        单位: line.unit,
        限定词: line.qualifier,
        性质: words[`kind.${line.kind}`],
        状态: words[`status.${line.status}`],
        来历: line.computed ? '测算' : '载明',
        页码: distinct(line.printedIn.flatMap(({ page }) => page ?? [])).join('、'),
        'PDF 页': distinct(line.printedIn.flatMap(({ pdfPage }) => pdfPage ?? [])).join('、'),
        来源编号: line.source?.number,
        来源: line.source?.title,
        来源行: line.source?.line === undefined ? undefined : String(line.source.line),
        在来源中的位置: line.source?.locator,
        '数据文件：行：列': `${file}:${String(at)}:${String(column)}`,
        算式: line.computed?.formula,
        算式所用的数: line.computed?.inputs.join('\n'),
        说明: line.note,
      };
      for (const [heading, text] of Object.entries(expected))
        expect([line.key, heading, cellText(row[heading])]).toEqual([line.key, heading, text ?? '']);
      expect(cellText(row.名称)).toContain(line.name);
      expect(row.数值!.isNumber, line.key).toBe(true);
      for (const place of line.printedIn) expect(cellText(row.印在)).toContain(place.label ?? place.chapter);
    }
    // What the page prints of each figure is what the workbook says it prints, as often and in the same order.
    const printed: string[] = [];
    visit(fromHtml(first.html), 'element', (element: Element) => {
      const key = textProperty(element, 'dataFigure');
      if (key !== undefined)
        printed.push(`${key} ${toString(element)} ${textProperty(element, 'value') ?? ''}`);
    });
    const places = sheets
      .get('印出处')!
      .filter(({ 位置: element, 图表: label }) => cellText(element) !== '图' || cellText(label) === '');
    const fromCharts = sheets.get('印出处')!.length - places.length;
    expect(fromCharts).toBeGreaterThan(40);
    const said = places.map((row) => `${cellText(row.键)} ${cellText(row.此处印出)} ${cellText(row.数值)}`);
    const left = [...printed];
    for (const entry of said) expect(left.splice(left.indexOf(entry), 1)).toEqual([entry]);
    expect(cellText(sheets.get('核对')![0]!.核对所得)).toBe('65.55%');
    expect(sheets.get('核对')!.length).toBe((json(first, 'check.json') as unknown[]).length);
    expect(sheets.get('测算')!.length).toBe(ledger.filter(({ computed }) => computed).length);
    expect(sheets.get('来源')!.map(({ 来源编号: number }) => cellText(number))).toEqual([
      '[1]',
      '[2]',
      '[3]',
    ]);
  });

  it('have a list of checks that names the one rule the source breaks, and who answers for it', () => {
    const checks = json(first, 'check.json') as { verdict: string }[];
    expect(checks.filter(({ verdict }) => verdict !== 'holds' && verdict !== 'not-checkable')).toMatchObject([
      {
        rule: 'ratio',
        figure: 'xiamen/2022/protection.court.mediated_or_withdrawn.rate',
        computed: '65.55%',
        verdict: 'waived',
        cause: { kind: 'truncated' },
        waiver: { by: '样例编制者' },
      },
    ]);
  });
});

describe('building again', () => {
  it('gives the same bytes, of every file and part, in another process, time zone and language', () => {
    expect([...second.bytes.keys()].sort()).toEqual([...first.bytes.keys()].sort());
    const [ones, others] = [first, second].map(({ bytes }) => unzipSync(bytes.get('xiamen-2022.docx')!));
    expect(Object.keys(others!)).toEqual(Object.keys(ones!));
    expect(Object.keys(ones!).filter((part) => part.endsWith('.xlsx')).length).toBeGreaterThan(0);
    for (const [part, one] of Object.entries(ones!))
      expect([part, sha256(others![part]!)]).toEqual([part, sha256(one)]);
    for (const [name, bytes] of first.bytes)
      expect([name, sha256(second.bytes.get(name)!)]).toEqual([name, sha256(bytes)]);
  });

  it('with one number changed changes it everywhere, charts and alternative texts included', () => {
    for (const format of ['pdf', 'docx', 'html'] as const) {
      expect(standsIn(first.text[format], '5274件'), format).toBe(true);
      expect(standsIn(changed.text[format], '5281件'), format).toBe(true);
      expect(standsIn(changed.text[format], '5274'), format).toBe(false);
    }
    const parts = (from: Build): string => docxParts(from.bytes.get('xiamen-2022.docx')!).join('\n');
    for (const text of [parts, (from: Build) => from.html]) {
      expect(text(first)).toMatch(/(?<![\d.])5274(?!\d)/);
      expect(text(changed)).not.toMatch(/(?<![\d.#-])5274(?![\d.])/);
      expect(text(changed).match(/(?<![\d.])5281(?!\d)/g)!.length).toBeGreaterThanOrEqual(
        text(first).match(/(?<![\d.#-])5274(?![\d.])/g)!.length,
      );
    }
    expect(changed.html).toMatch(/(alt|aria-label|<title>)[^>]*发明专利5281件/);
    expect(parts(changed)).toMatch(/descr="[^"]*发明专利5281件/);
    expect(standsIn(changed.text.html, '38449件')).toBe(true);
    expect(changed.text.html).not.toContain('38442');
  });
});

describe('an output folder', () => {
  it('stays as it is when the input is wrong', async () => {
    const broken = await copyProject();
    try {
      await broken.edit(report, 'total: 1846', 'total: 1847');
      const before = await read(second.folder);
      const asked = { ...request, formats: formatIds, out: join(out, 'second'), final: false };
      await expect(buildReport(asked, quietRun(broken.root), engines)).rejects.toBeInstanceOf(ReportError);
      const after = await read(second.folder);
      expect([...after.bytes].map(([name, bytes]) => [name, sha256(bytes)])).toEqual(
        [...before.bytes].map(([name, bytes]) => [name, sha256(bytes)]),
      );
      expect(await readdir(join(out, 'second'))).toEqual(['xiamen-2022']);
    } finally {
      await broken.remove();
    }
  });

  it('keeps documents of another suffix and loses those that would be out of date', async () => {
    const folder = join(out, 'mixed', 'xiamen-2022');
    await mkdir(folder, { recursive: true });
    for (const name of ['xiamen-2022.gongwen.docx', 'notes.txt', 'xiamen-2022.pdf', 'xiamen-2022.docx'])
      await writeFile(join(folder, name), 'old');
    const asked = { ...request, formats: ['html'] as const, out: join(out, 'mixed'), final: false };
    await buildReport(asked, quietRun(projectRoot), engines);
    expect(await readdir(folder)).toEqual(
      [
        'check.json',
        'figures.json',
        'figures.xlsx',
        'manifest.json',
        'notes.txt',
        'xiamen-2022.gongwen.docx',
        'xiamen-2022.html',
      ].sort(),
    );
  });

  it('that cannot be written is an error of the input, not of the program', async () => {
    await writeFile(join(out, 'a-file'), '');
    const asked = { ...request, formats: ['html'] as const, out: join(out, 'a-file'), final: false };
    const building = buildReport(asked, quietRun(projectRoot), engines);
    await expect(building).rejects.toThrow(/OUTPUT_NOT_WRITTEN/);
  });
});
