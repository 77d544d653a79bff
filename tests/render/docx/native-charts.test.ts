import { h } from 'hastscript';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawCharts } from '../../../src/charts/draw.ts';
import type { Drawing, NativeChart } from '../../../src/document/drawing.ts';
import { readDocx } from '../../../src/audit/read-docx.ts';
import { cachedValues } from '../../../src/render/docx/lint/chart-rules.ts';
import { workbookCells } from '../../../src/render/docx/lint/workbook.ts';
import { lintDocx } from '../../../src/render/docx/lint.ts';
import { unpack } from '../../../src/render/docx/package/zip.ts';
import { findElement, findElements } from '../../../src/render/docx/xml.ts';
import { chartRequest, diagnostics, host, row, tokens } from '../../charts/chart-request.ts';
import { category, hidden, nativeKinds, yearly, yearRows } from '../../charts/native-kinds.ts';
import { render, text, withTree, xml, type Rendered } from './sample-docx.ts';
import { validate } from '../../open-xml-sdk.ts';

const workbook = { sheet: '数据', corner: '单位：件', labels: '标注' };

/** Bars whose labels say more than their values. */
const shares = {
  name: 'shares',
  spec: {
    transform: [{ calculate: "datum.text + '，占' + datum.of_text", as: 'shown' }],
    encoding: { y: category, x: hidden },
    layer: [
      { mark: 'bar' },
      { mark: { type: 'text', style: 'label' }, encoding: { text: { field: 'shown' } } },
    ],
  },
  rows: [row('民事', 30, { of_text: '75.00%' }), row('刑事', 10, { of_text: '25.00%' })],
};
/** A line whose last label is moved away from the others, which look like it. */
const moved = {
  name: 'moved-label',
  spec: {
    transform: [{ calculate: "datum.period === '2022' ? datum.value + 60 : datum.value", as: 'at' }],
    encoding: yearly,
    layer: [
      { mark: { type: 'line', point: true } },
      {
        mark: { type: 'text', dy: -14 },
        encoding: { y: { field: 'at', type: 'quantitative' }, text: { field: 'text' } },
      },
    ],
  },
  rows: yearRows({ 受理: [120, 150, 170, 300] }),
};
const kinds = [...nativeKinds, shares, moved];

let drawings: Record<string, Drawing>;
let docx: Rendered;

beforeAll(async () => {
  const requests = kinds.map(({ name, spec, rows }) =>
    chartRequest({ chart: name, spec, rows, title: '示例', workbook, alt: `${name}：示例` }),
  );
  drawings = await drawCharts(requests, tokens, host, diagnostics());
  const figures = kinds.map(({ name }) => h('figure', { dataPart: 'chart', dataChart: name }));
  const tree = h(null, h('section', { dataPart: 'chapter', id: 'c' }, figures));
  docx = await render({ ...withTree(tree), drawings });
}, 60_000);

const native = (name: string): NativeChart => drawings[name]!.native!;
const partOf = (name: string) => `word/charts/chart${kinds.findIndex((kind) => kind.name === name) + 1}.xml`;
const chart = (name: string) => xml(docx.parts, partOf(name));
const value = (name: string, element: string) => findElement(chart(name), element)?.attributes.val;
const cells = (name: string) =>
  workbookCells(
    docx.parts.get(
      `word/embeddings/Microsoft_Excel_Worksheet${kinds.findIndex((kind) => kind.name === name) + 1}.xlsx`,
    ) as Uint8Array,
  );

it('are valid, of whatever kind', async () => {
  expect(lintDocx(docx.parts)).toEqual([]);
  expect(await validate(docx.bytes, 'docx', 'Microsoft365')).toEqual([]);
  const book = docx.parts.get('word/embeddings/Microsoft_Excel_Worksheet1.xlsx') as Uint8Array;
  expect(await validate(book, 'xlsx', 'Microsoft365')).toEqual([]);
}, 60_000);

it('are the same bytes each time', async () => {
  const figures = kinds.map(({ name }) => h('figure', { dataPart: 'chart', dataChart: name }));
  const tree = h(null, h('section', { dataPart: 'chapter', id: 'c' }, figures));
  expect(Buffer.compare((await render({ ...withTree(tree), drawings })).bytes, docx.bytes)).toBe(0);
}, 60_000);

describe.each(kinds)('$name', ({ name }) => {
  it('shows and opens for editing the numbers of the drawing', () => {
    const { series, categories } = native(name);
    expect(cachedValues(chart(name))).toEqual(
      series.map(({ values }) => values.map((one) => (one === null ? null : String(one)))),
    );
    const stored = cells(name);
    expect(stored.get('A1')).toBe('单位：件');
    expect(categories.map((_, index) => stored.get(`A${index + 2}`))).toEqual(categories);
    for (const [column, { name: head, values }] of series.entries()) {
      const letter = String.fromCharCode(66 + column);
      expect(stored.get(`${letter}1`)).toBe(head);
      expect(values.map((_, index) => stored.get(`${letter}${index + 2}`) ?? null)).toEqual(
        values.map((one) => (one === null ? null : String(one))),
      );
    }
  });

  it('prints the very labels of the SVG', () => {
    const reading = readDocx(docx.bytes).charts.find((one) => one.name === name)!;
    const labels = native(name).series.map(({ labels: all }) => all.map((label) => label?.text ?? ''));
    expect(reading.labels.map((all, index) => labels[index]!.map((_, place) => all[place] ?? ''))).toEqual(
      labels,
    );
  });

  it('is in Chinese, in the theme’s face, with our alternative text', () => {
    const source = text(docx.parts, partOf(name));
    expect(source).toContain('<c:lang val="zh-CN"/>');
    expect(source).not.toMatch(/en-US|\+mn-/);
    expect(new Set([...source.matchAll(/<a:ea typeface="([^"]*)"/g)].map(([, face]) => face))).toEqual(
      new Set(['微软雅黑']),
    );
    const described = findElements(xml(docx.parts, 'word/document.xml'), 'wp:docPr').find(
      ({ attributes }) => attributes.name === name,
    );
    expect(described?.attributes.descr).toBe(`${name}：示例`);
  });
});

describe('labels', () => {
  it('follow an edit of their numbers: nothing is typed into the chart', () => {
    for (const { name } of nativeKinds)
      expect(findElements(chart(name), 'a:t')).toEqual(
        findElements(chart(name), 'c:title').flatMap((title) => findElements(title, 'a:t')),
      );
    const formats = findElements(chart('grouped-columns'), 'c:dLbls').map(
      (labels) => findElement(labels, 'c:numFmt')?.attributes.formatCode,
    );
    expect(formats).toEqual(['General"件"', 'General"件"']);
  });

  it('that say more than a number stand in cells beside it', () => {
    expect(cells('shares').get('C1')).toBe('标注 示例');
    expect(cells('shares').get('C3')).toBe('10件，占25.00%');
    const range = findElement(chart('shares'), 'c15:datalabelsRange')!;
    expect(findElement(range, 'c15:f')?.text).toBe('数据!$C$2:$C$3');
    expect(findElements(range, 'c:v').map(({ text: shown }) => shown)).toEqual([
      '30件，占75.00%',
      '10件，占25.00%',
    ]);
  });

  it('that stand away from their marks are moved as far', () => {
    const label = native('moved-label').series[0]!.labels[3]!;
    const [single, ...others] = findElements(chart('moved-label'), 'c:dLbl');
    expect(others).toEqual([]);
    expect(findElement(single!, 'c:idx')?.attributes.val).toBe('3');
    expect(findElement(single!, 'c:y')?.attributes.val).toBe(String(label.lowered));
  });

  it('are light on dark marks', () => {
    const labels = findElement(chart('bars-with-labels-inside'), 'c:dLbls')!;
    expect(findElement(labels, 'a:srgbClr')?.attributes.val).toBe(tokens.colors.paper.slice(1));
    expect(value('bars-with-labels-inside', 'c:dLblPos')).toBe('ctr');
  });
});

describe('marks', () => {
  it('begin at zero, and end where Word finds room after an edit', () => {
    for (const { name } of kinds) {
      expect(findElements(chart(name), 'c:min').map(({ attributes }) => attributes.val)).toContain('0');
      expect(findElements(chart(name), 'c:max')).toEqual([]);
    }
  });

  it('put the first category of lying bars on top', () => {
    const axis = findElement(chart('stacked-bars'), 'c:catAx')!;
    expect(findElement(axis, 'c:orientation')?.attributes.val).toBe('maxMin');
  });

  it('are what they are in the SVG', () => {
    expect(value('stacked-bars', 'c:grouping')).toBe('stacked');
    expect(value('whole-bars', 'c:grouping')).toBe('percentStacked');
    expect(value('grouped-columns', 'c:grouping')).toBe('clustered');
    expect(value('line-over-a-gap', 'c:dispBlanksAs')).toBe('span');
    expect(findElements(chart('columns-and-line'), 'c:valAx')).toHaveLength(2);
    expect(findElement(chart('points'), 'c:ser')?.children.some(({ name }) => name === 'c:marker')).toBe(
      true,
    );
    expect(findElements(chart('points'), 'c:dPt')).toHaveLength(4);
  });

  it('have the colours of the theme, and no line that the SVG has not', () => {
    const colors = new Set(
      findElements(chart('lines-with-points'), 'a:srgbClr').map(({ attributes }) => attributes.val),
    );
    const own = Object.values(tokens.colors)
      .flat()
      .map((color) => color.slice(1).toUpperCase());
    expect([...colors].filter((color) => !own.includes(color ?? ''))).toEqual([]);
    const axis = findElement(chart('points'), 'c:catAx')!;
    expect(findElements(axis, 'a:ln').flatMap((line) => findElements(line, 'a:solidFill'))).toEqual([]);
  });

  it('have a legend where the SVG has one', () => {
    expect(findElements(chart('stacked-bars'), 'c:legend')).toHaveLength(1);
    expect(findElements(chart('points'), 'c:legend')).toEqual([]);
  });
});

it('name their sheet in Chinese', () => {
  const book = docx.parts.get('word/embeddings/Microsoft_Excel_Worksheet1.xlsx') as Uint8Array;
  expect(unpack(book).get('xl/workbook.xml')).toContain('<sheet name="数据"');
});
