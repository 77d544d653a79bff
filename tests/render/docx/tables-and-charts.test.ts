import { h } from 'hastscript';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnWidths } from '../../../src/render/docx/handlers/table-columns.ts';
import { lintDocx } from '../../../src/render/docx/lint.ts';
import { findElement, findElements } from '../../../src/render/docx/xml.ts';
import { sampleDocument } from '../sample-document.ts';
import { render, shown, squeezed, withTree, xml, type Rendered } from './sample-docx.ts';

const report = sampleDocument();
let docx: Rendered;

beforeAll(async () => {
  docx = await render();
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

  it('break no date: its column takes from the others what their texts can do without', () => {
    const row = (...cells: string[]) =>
      h('tr', [h('th', cells[0]), ...cells.slice(1).map((cell) => h('td', cell))]);
    const table = h('table', { dataColumns: '5 2 5' });
    const widths = (date: string): number[] =>
      columnWidths(table, [row('《实施方案》'.repeat(6), date, '市政府办公厅印发'.repeat(9))], {
        width: 9000,
        size: 9,
      });
    expect(widths('2022年')).toEqual([3750, 1500, 3750]);
    const [first = 0, second = 0, third = 0] = widths('2022年9月29日');
    expect(second).toBeGreaterThan(9 * 20 * 8);
    expect(first - third).toBeLessThan(3);
    expect(first + second + third).toBe(9000);
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

describe('captions', () => {
  it('hold number and title alone, which lists of charts and tables collect whole; the unit follows', () => {
    const paragraphs = findElements(xml(docx.parts, 'word/document.xml'), 'w:p').map((paragraph) => ({
      style: findElement(paragraph, 'w:pStyle')?.attributes['w:val'],
      text: shown(paragraph),
    }));
    const captions = paragraphs.filter(({ style }) => style === 'Caption' || style === 'TableCaption');
    expect(captions).toHaveLength(7);
    expect(captions.filter(({ text }) => text.includes('单位'))).toEqual([]);
    const chart = paragraphs.findIndex(({ text, style }) => style === 'Caption' && text.includes('图1-1'));
    expect(paragraphs[chart + 1]).toEqual({ style: 'TableUnit', text: '（单位：件）' });
    const table = paragraphs.findIndex(
      ({ text, style }) => style === 'TableCaption' && text.includes('表1-1'),
    );
    expect(paragraphs[table + 1]).toEqual({ style: 'TableUnit', text: '单位：件' });
  });
});

describe('charts', () => {
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
