import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { Element } from 'hast';
import { visit } from '../../../src/document/visit.ts';
import { expect, test } from 'vitest';
import type { ReportDocument } from '../../../src/document/document.ts';
import { renderHtml, type HtmlMode } from '../../../src/render/html/render-html.ts';
import { sampleDocument } from '../sample-document.ts';
import { sampleTheme } from '../sample-theme.ts';

const sample = sampleDocument();
const sources = [{ id: 'digest', number: '[1]' }];
const note = { name: '专利授权总量', time: '2022年', standing: '测算', sources, summary: '“总量” <2022年>' };

function elements(html: string, tagName: string): Element[] {
  const found: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

const render = (document: ReportDocument, mode: HtmlMode = 'file'): string =>
  renderHtml(document, sampleTheme(), { mode });

/** The sample with one chart's rows, and a drawing whose only mark stands for the first of them. */
function withRows(rows: readonly object[], notes: ReportDocument['notes'] = {}): ReportDocument {
  const drawing = sample.drawings['patent-grants']!;
  const marked = drawing.svg.replace('<path d="M118', '<path data-row="0" d="M118');
  expect(marked).not.toBe(drawing.svg);
  const full = rows.map((row) => ({ value: 1, unit: '件', period: '2022', ...row }));
  const changed = { ...drawing, marked, rows: full as unknown as (typeof drawing)['rows'] };
  return { ...sample, drawings: { ...sample.drawings, 'patent-grants': changed }, notes };
}

/** Cells of the first table below a chart, row by row. */
function cells(html: string): string[][] {
  const [details] = elements(html, 'details');
  const rows: string[][] = [];
  visit(details!, 'element', ({ tagName, children }) => {
    if (tagName === 'tr') rows.push(children.map((cell) => toString(cell)));
  });
  return rows;
}

test('below each chart its rows stand folded, as printed, with time, standing and linked sources', () => {
  const rows = [{ label: '合计', text: '38442件', figure: 'a' }];
  const html = render(withRows(rows, { a: note }));
  expect(elements(html, 'details')).toHaveLength(3);
  expect(elements(html, 'details').every(({ properties }) => properties.open === undefined)).toBe(true);
  expect(cells(html)).toEqual([
    ['项目', '时间', '数值', '来源'],
    ['合计', '2022年', '38442件', '测算[1]'],
  ]);
  expect(html).toContain('<a href="#src-digest">[1]</a>');
});

test('figures beside a row follow it by their own name, once, unless they have a row of their own', () => {
  const rows = [
    { label: '甲', text: '1件', figure: 'a', total_figure: 't', total_text: '9件', other_figure: 'b', other_text: '2件' },
    { label: '乙', text: '2件', figure: 'b', total_figure: 't', total_text: '9件' },
  ]; // prettier-ignore
  const html = render(withRows(rows, { t: { ...note, standing: '' } }));
  expect(cells(html).map(([first]) => first)).toEqual(['项目', '甲', '专利授权总量', '乙']);
});

test('a column for series is there only where rows have one', () => {
  const rows = [
    { label: '民事', series: '受理', text: '5件', figure: 'a' },
    { label: '民事', series: '审结', text: '4件', figure: 'b' },
  ];
  expect(cells(render(withRows(rows)))[1]).toEqual(['民事', '受理', '', '5件', '']);
});

test('a mark tells its row to a pointer, escaped; what stands for no row tells nothing', () => {
  const rows = [{ label: '<甲&乙>', series: '"丙"', text: '5件', figure: 'a' }];
  const html = render(withRows(rows, { a: note }));
  const titles = elements(html, 'title').slice(1);
  expect(titles.map((title) => toString(title))).toEqual(['<甲&乙> "丙" 5件\n“总量” <2022年>']);
  expect(html).not.toContain('data-row');
});

test('a printed figure tells what it is, behind what it says already', () => {
  const key = Object.keys(sample.figures)[0]!;
  const tree = structuredClone(sample.tree);
  visit(tree, 'element', ({ properties }) => {
    if (properties.dataFigure === key) properties.title = '核对不符';
  });
  const html = render({ ...sample, tree, notes: { [key]: note } });
  const figure = elements(html, 'data').find(({ properties }) => properties.dataFigure === key);
  expect(figure?.properties.title).toBe('核对不符\n“总量” <2022年>');
});

test('the preview has all of it, the page that is printed nothing', () => {
  const document = withRows([{ label: '甲', text: '5件', figure: 'a' }], { a: note });
  expect(elements(render(document, 'preview'), 'details')).toHaveLength(3);
  const print = render(document, 'print');
  expect(elements(print, 'details')).toEqual([]);
  expect(elements(print, 'title')).toHaveLength(1);
  expect(elements(print, 'data').every(({ properties }) => properties.title === undefined)).toBe(true);
  expect(print).not.toMatch(/data-row|data-part="(?:back|skip|self)"/);
});
