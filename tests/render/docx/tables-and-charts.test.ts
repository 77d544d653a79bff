import { h } from 'hastscript';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NativeChart } from '../../../src/document/drawing.ts';
import { cachedValues } from '../../../src/render/docx/lint/chart-rules.ts';
import { workbookCells } from '../../../src/render/docx/lint/workbook.ts';
import { lintDocx } from '../../../src/render/docx/lint.ts';
import { findElement, findElements } from '../../../src/render/docx/xml.ts';
import { sampleDocument } from '../sample-document.ts';
import { render, shown, squeezed, text, withTree, xml, type Rendered } from './sample-docx.ts';

const report = sampleDocument();
const native = Object.values(report.drawings).flatMap((drawing) => drawing.native ?? []);
let docx: Rendered;

beforeAll(async () => {
  docx = await render(report);
}, 60_000);

describe('tables', () => {
  const dataTables = () =>
    findElements(xml(docx.parts, 'word/document.xml'), 'w:tbl').filter(
      (table) => findElement(table, 'w:tblStyle')?.attributes['w:val'] === 'ThreeLine',
    );

  it('mark their head as header rows, never split a row, and state their column widths', () => {
    expect(dataTables()).toHaveLength(4);
    for (const table of dataTables()) {
      const rows = findElements(table, 'w:tr');
      expect(rows.map((row) => findElement(row, 'w:tblHeader') !== undefined)).toEqual(
        rows.map((_, index) => index === 0),
      );
      expect(rows.every((row) => findElement(row, 'w:cantSplit'))).toBe(true);
      const widths = findElements(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9071);
    }
  });

  it('set numbers right aligned, heads as the numbers below them, totals bold', () => {
    const rows = findElements(dataTables()[0]!, 'w:tr').map((row) =>
      findElements(row, 'w:pStyle').map(({ attributes }) => attributes['w:val']),
    );
    expect(rows[0]).toEqual(['TableHead', ...Array<string>(4).fill('TableHeadNumber')]);
    expect(rows[1]).toEqual(['TableText', ...Array<string>(4).fill('TableNumber')]);
    expect(rows.at(-1)).toEqual(['TableTotal', ...Array<string>(4).fill('TableTotalNumber')]);
  });

  it('bear their caption as alternative text', () => {
    const captions = dataTables().map((table) => findElement(table, 'w:tblCaption')?.attributes['w:val']);
    expect(captions[0]).toBe('表1-1 2022年各区专利授权');
    expect(captions.every((caption) => caption !== undefined)).toBe(true);
  });

  it('keep cells that span columns and rows, in any order', async () => {
    const head = h('thead', [
      h('tr', [h('th', { rowSpan: 2 }, '区'), h('th', { colSpan: 2 }, '授权')]),
      h('tr', [h('th', '发明'), h('th', '外观')]),
    ]);
    const body = h(
      'tbody',
      h('tr', [h('th', '甲'), h('td', { dataAlign: 'number' }, '1'), h('td', { dataAlign: 'number' }, '2')]),
    );
    const figure = h('figure', { dataPart: 'table', id: 't' }, h('table', [head, body]));
    const rendered = await render(
      withTree(h(null, h('section', { dataPart: 'chapter', id: 'c' }, [h('h1', '章'), figure]))),
    );
    expect(lintDocx(rendered.parts)).toEqual([]);
    expect(squeezed(shown(xml(rendered.parts, 'word/document.xml')))).toBe('章区授权发明外观甲12');
    const kinds = findElements(xml(rendered.parts, 'word/document.xml'), 'w:pStyle').map(
      ({ attributes }) => attributes['w:val'],
    );
    expect(kinds.filter((kind) => kind === 'TableHeadNumber')).toHaveLength(2);
  });
});

describe('charts', () => {
  const chart = (number: number) => xml(docx.parts, `word/charts/chart${number}.xml`);

  it('are native where Word can draw them, their cache and workbook both what the drawing says', () => {
    expect(native).toHaveLength(2);
    for (const [index, { categories, series }] of native.entries()) {
      expect(cachedValues(chart(index + 1))).toEqual(
        series.map(({ values }) => values.map((value) => String(value))),
      );
      const workbook = docx.parts.get(`word/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`);
      const cells = workbookCells(workbook as Uint8Array);
      expect(categories.map((_, row) => cells.get(`A${row + 2}`))).toEqual(categories);
      expect(categories.map((_, row) => cells.get(`B${row + 2}`))).toEqual(series[0]?.values.map(String));
    }
  });

  it('print the very labels of the SVG, in the palette, in Chinese', () => {
    const labels = findElements(chart(1), 'c:dLbl').map((label) => findElement(label, 'a:t')?.text);
    expect(labels).toEqual(native[0]?.series[0]?.labels);
    const source = text(docx.parts, 'word/charts/chart1.xml');
    expect(source).toContain('<a:srgbClr val="0F4C81"/>');
    expect(source).not.toContain('en-US');
    expect(text(docx.parts, 'word/theme/theme1.xml')).toMatch(/<a:minorFont>.*?<a:ea typeface="微软雅黑"/);
  });

  it('put the first category of horizontal bars on top', () => {
    const axis = findElement(chart(1), 'c:catAx');
    expect(axis && findElement(axis, 'c:orientation')?.attributes.val).toBe('maxMin');
  });

  it('draw columns and lines, stacks, gaps and single colours', async () => {
    const variants: NativeChart[] = (['column', 'line', 'bar'] as const).flatMap((type) =>
      (['none', 'stacked', 'percent'] as const).map((stacking) => ({
        type,
        stacking,
        categories: ['2021年', '2022年'],
        series: [
          { name: '甲', values: [1, null], labels: ['1件', null], color: '0F4C81', colors: [null, '7CA3C7'] },
          { name: '乙', values: [2.5, 3], labels: [null, null], color: '2F7F79' },
        ],
      })),
    );
    const drawings = Object.fromEntries(
      variants.map((variant, index) => [
        `c${index}`,
        { ...report.drawings['patent-grants']!, chart: `c${index}`, native: variant },
      ]),
    );
    const figures = variants.map((_, index) => h('figure', { dataPart: 'chart', dataChart: `c${index}` }));
    const tree = h(null, h('section', { dataPart: 'chapter', id: 'c' }, figures));
    const rendered = await render({ ...withTree(tree), drawings });
    expect(lintDocx(rendered.parts)).toEqual([]);
    expect(cachedValues(xml(rendered.parts, 'word/charts/chart5.xml'))).toEqual([
      ['1', null],
      ['2.5', '3'],
    ]);
  });

  it('are otherwise the SVG with a picture behind it', () => {
    const media = [...docx.parts.keys()].filter((name) => name.startsWith('word/media/'));
    expect(media.filter((name) => name.endsWith('.svg'))).toHaveLength(2);
    expect(media.filter((name) => name.endsWith('.png')).length).toBeGreaterThan(0);
  });

  it('all have the alternative text of their drawing; the ornament is decorative', () => {
    const drawings = findElements(xml(docx.parts, 'word/document.xml'), 'wp:docPr');
    expect(drawings.map(({ attributes }) => attributes.descr)).toEqual([
      undefined,
      ...['patent-grants', 'pledge-trend', 'cases-filed'].map((id) => report.drawings[id]?.alt),
    ]);
    expect(findElement(drawings[0]!, 'adec:decorative')?.attributes.val).toBe('1');
  });
});
