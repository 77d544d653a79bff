import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from '../../src/document/visit.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { digitsCell, sheetOf, type Sheet } from '../../src/write/workbook/sheet.ts';
import { workbook } from '../../src/write/workbook/workbook.ts';
import { builtReports } from '../built-reports.ts';
import { convertInLibreOffice } from '../libreoffice.ts';
import { readXlsx } from './read-xlsx.ts';
import { validate } from '../open-xml-sdk.ts';

const properties = { title: '一 & 二', author: '某局 <x>', date: '2023-04-26' };

/** Texts that a workbook could lose, change or run. */
const texts = [
  '一 < 二 & "三"',
  '=1+1',
  '@SUM(A1)',
  '_x0041_ stays',
  ' blanks  at both ends ',
  'two\nlines',
  '𠮷',
  "it's",
];

const table = sheetOf(
  "数据's",
  [
    { title: '字', width: 20, cell: (text: string) => text },
    { title: '数', width: 10, cell: (text: string) => digitsCell(`${text.length}.50`) },
    { title: '空', width: 10, cell: () => undefined },
    ...Array.from({ length: 30 }, (_, index) => ({
      title: `列${index}`,
      width: 5,
      cell: () => digitsCell(String(index)),
    })),
  ],
  texts,
);
const empty: Sheet = { name: '空表', headings: [{ title: '甲', width: 9 }], rows: [] };

describe('workbook', () => {
  const bytes = workbook([table, empty], properties);

  it('is without fault for the Open XML SDK', async () => {
    expect(await validate(bytes, 'xlsx', 'Microsoft365')).toEqual([]);
    expect(await validate(bytes, 'xlsx', 'Office2007')).toEqual([]);
    const folder = (await builtReports('whitepaper')).folder('xiamen-2022');
    const ofReport = new Uint8Array(await readFile(join(folder, 'figures.xlsx')));
    expect(await validate(ofReport, 'xlsx', 'Microsoft365')).toEqual([]);
  }, 240_000);

  it('gives back every text and number, and runs none of them', () => {
    const sheets = readXlsx(bytes);
    expect([...sheets.keys()]).toEqual(["数据's", '空表']);
    expect(sheets.get('空表')).toEqual([]);
    const rows = sheets.get("数据's")!;
    expect(rows.map((row) => row.字)).toEqual(texts.map((text) => ({ text, isNumber: false })));
    expect(rows[0]!.数).toEqual({ text: '11.50', isNumber: true });
    expect(rows[0]!.空).toBeUndefined();
    expect(rows[0]!.列29).toEqual({ text: '29', isNumber: true });
  });

  it('keeps as text what a spreadsheet would round or misread', () => {
    expect(digitsCell('115.40')).toEqual({ digits: '115.40' });
    expect(digitsCell('-3')).toEqual({ digits: '-3' });
    expect(digitsCell('1234567890123456')).toBe('1234567890123456');
    expect(digitsCell('1e5')).toBe('1e5');
    expect(digitsCell('')).toBe('');
  });

  it('drops what XML cannot hold', () => {
    const sheet: Sheet = { ...empty, rows: [['a\u0000\u0008b\ud800c']] };
    expect(readXlsx(workbook([sheet], properties)).get('空表')![0]!.甲!.text).toBe('abc');
  });

  it('is the same for the same sheets, whatever the clock says', () => {
    expect(Buffer.compare(workbook([table, empty], properties), bytes)).toBe(0);
    expect(Buffer.compare(workbook([table, empty], { ...properties, date: '2023-04-27' }), bytes)).not.toBe(
      0,
    );
  });
});

/** Whether LibreOffice made a file of another kind from one. */
async function convert(folder: string, from: string, to: string): Promise<boolean> {
  try {
    convertInLibreOffice([join(folder, from)], folder, to);
  } catch {
    return false;
  }
  return (await readdir(folder)).includes(from.replace(/\w+$/, to));
}

// A LibreOffice without Calc cannot read any table: asked with one that nobody could fail to read.
const folder = await mkdtemp(join(tmpdir(), 'whitepaper-xlsx-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
await writeFile(join(folder, 'probe.csv'), 'a,b\n');
const hasCalc = await convert(folder, 'probe.csv', 'xlsx');
if (!hasCalc) process.stderr.write('Workbook in LibreOffice: SKIPPED, LibreOffice Calc is not installed\n');

describe(`the workbook in LibreOffice${hasCalc ? '' : ' (SKIPPED: no LibreOffice Calc)'}`, () => {
  it.skipIf(!hasCalc)(
    'opens and shows what was written',
    async () => {
      await writeFile(join(folder, 'sample.xlsx'), workbook([table, empty], properties));
      expect(await convert(folder, 'sample.xlsx', 'html')).toBe(true);
      const html = await readFile(join(folder, 'sample.html'), 'utf8');
      const shown: string[] = [];
      visit(fromHtml(html), 'element', (element) => {
        if (element.tagName === 'td') shown.push(toString(element));
      });
      expect(shown.slice(0, 4)).toEqual(['字', '数', '空', '列0']);
      for (const text of ['11.50', '4.50', '=1+1', '_x0041_ stays', '一 < 二 & "三"', '29'])
        expect(shown).toContain(text);
    },
    120_000,
  );
});
