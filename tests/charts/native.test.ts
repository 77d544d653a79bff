import { describe, expect, it } from 'vitest';
import { drawCharts } from '../../src/charts/draw.ts';
import type { ChartRequest, ChartRow, Drawing, NativeChart } from '../../src/document/drawing.ts';
import { chartRequest, diagnostics, host, labelledBars, row, tokens } from './chart-request.ts';
import { category, color, hidden, nativeKinds, two, value, yearly, yearRows } from './native-kinds.ts';

async function draw(change: Partial<ChartRequest>): Promise<Drawing> {
  const found = diagnostics();
  const drawings = await drawCharts([chartRequest(change)], tokens, host, found);
  expect(found.all).toEqual([]);
  return drawings.bars!;
}

const native = async (change: Partial<ChartRequest>): Promise<NativeChart | undefined> =>
  (await draw(change)).native;

const ink = tokens.colors.ink.slice(1);

const grouped: ChartRow[] = ['受理', '审结'].flatMap((series, index) =>
  ['民事', '行政'].map((label) =>
    row(label, label.length + 10 * index + 1, { series, figure: `${series}/${label}` }),
  ),
);
describe('the native chart', () => {
  it('has the rows’ numbers, labels, colours and order as drawn', async () => {
    const [strongest] = tokens.colors.steps;
    const outside = { position: 'outside', color: ink };
    const workbook = { sheet: '数据', corner: '单位：件', labels: '标注' };
    expect(await native({ title: '专利授权量', workbook })).toEqual({
      isHorizontal: true,
      stacking: 'none',
      categories: ['实用新型', '外观设计', '发明专利'],
      series: [
        {
          name: '专利授权量',
          kind: 'bar',
          values: [25143, 8025, 5274],
          labels: ['25143件', '8025件', '5274件'].map((text) => ({ text, ...outside })),
          color: strongest!.slice(1),
        },
      ],
      workbook,
      plot: expect.anything() as unknown,
      bars: { gap: 152, overlap: 0 },
      hasLegend: false,
      valueAxes: [{ isShown: false, hasGrid: false }],
      hasCategoryAxis: true,
    });
  });

  it('has its plot where the SVG has it', async () => {
    const { native: chart, svg, width, height } = await draw({});
    const [, x, y] = /transform="translate\(([\d.]+),([\d.]+)\)"/.exec(svg)!;
    expect(chart!.plot.x).toBeCloseTo(Number(x) / width, 3);
    expect(chart!.plot.y).toBeCloseTo(Number(y) / height, 3);
    expect(chart!.plot.x + chart!.plot.width).toBeLessThanOrEqual(1);
  });

  it('keeps the order of the rows where the spec does, and drops what it filters', async () => {
    const spec = {
      ...labelledBars,
      transform: [{ filter: 'datum.value > 6000' }],
      encoding: { y: category, x: { ...value, title: '授权量' } },
    };
    const chart = await native({ spec });
    expect(chart?.categories).toEqual(['实用新型', '外观设计']);
    expect(chart).toMatchObject({ valueAxes: [{ isShown: true, title: '授权量' }] });
  });

  it('groups columns', async () => {
    const spec = { mark: 'bar', encoding: { x: category, y: value, xOffset: color, color } };
    const chart = await native({ spec, rows: grouped });
    expect(chart).toMatchObject({ isHorizontal: false, stacking: 'none', categories: ['民事', '行政'] });
    expect(chart?.series.map(({ name, values }) => [name, values])).toEqual([
      ['受理', [3, 3]],
      ['审结', [13, 13]],
    ]);
    expect(new Set(chart?.series.map((series) => series.color)).size).toBe(2);
  });

  it.each([
    [undefined, 'stacked'],
    ['normalize', 'percent'],
  ])('stacks bars: %s', async (stack, stacking) => {
    const encoding = { y: category, x: { ...value, ...(stack !== undefined && { stack }) }, color };
    expect(await native({ spec: { mark: 'bar', encoding }, rows: grouped })).toMatchObject({
      isHorizontal: true,
      stacking,
    });
  });

  it('leaves a gap where a series has no figure', async () => {
    const spec = { mark: 'bar', encoding: { x: category, y: value, xOffset: color, color } };
    const chart = await native({ spec, rows: grouped.slice(0, 3) });
    expect(chart?.series[1]?.values).toEqual([13, null]);
  });

  it('draws lines', async () => {
    const rows = ['2021', '2022'].map((period, index) => row('授权', index + 1, { period }));
    const spec = { mark: 'line', encoding: { x: { field: 'period', type: 'ordinal' }, y: value } };
    expect(await native({ spec, rows })).toMatchObject({
      categories: ['2021', '2022'],
      series: [{ kind: 'line', values: [1, 2], color: tokens.colors.steps[0]!.slice(1) }],
    });
  });

  it('tells marks of different colours apart', async () => {
    const encoding = {
      y: category,
      x: value,
      color: { field: 'label', type: 'nominal', sort: null, scale: { range: 'nested' } },
    };
    const chart = await native({ spec: { mark: 'bar', encoding } });
    expect(chart?.series).toHaveLength(1);
    expect(new Set(chart?.series[0]?.colors).size).toBe(3);
  });
});

describe('each kind of native chart', () => {
  it.each(nativeKinds)('$name shows the rows whose marks the SVG has, each once', async ({ spec, rows }) => {
    const { native: chart, marked = '' } = await draw({ spec, rows });
    expect(chart).toBeDefined();
    const shown = chart!.series.flatMap(({ values }) => values.filter((one) => one !== null));
    const drawn = [...marked.matchAll(/<path[^>]* data-row="(\d+)"/g)].map(
      ([, index]) => rows[Number(index)]!.value,
    );
    // Areas stand for many rows and bear none.
    expect(shown.toSorted()).toEqual((drawn.length > 0 ? drawn : rows.map((one) => one.value)).toSorted());
  });

  const kind = (name: string) => native(nativeKinds.find((one) => one.name === name)!);

  it('stacks from the axis outwards, whatever the order of the legend', async () => {
    expect((await kind('stacked-columns'))?.series.map(({ name }) => name)).toEqual(['审结', '受理']);
    expect((await kind('stacked-bars'))?.series.map(({ name }) => name)).toEqual(['受理', '审结']);
  });

  it('has labels where they stand, in their colour', async () => {
    const [label] = (await kind('bars-with-labels-inside'))!.series[0]!.labels;
    expect(label).toEqual({ text: '120件', position: 'center', color: tokens.colors.paper.slice(1) });
    expect((await kind('grouped-columns'))?.series[0]?.labels[0]).toMatchObject({ position: 'outside' });
    expect((await kind('points'))?.series[0]?.labels[0]).toMatchObject({ position: 'above' });
  });

  it('has points on lines, points alone, and says which are hollow', async () => {
    const [first, second] = (await kind('lines-with-points'))!.series;
    expect(first?.marker).toMatchObject({ rim: first?.color, fill: first?.color });
    expect(second?.marker?.fill).not.toBe(first?.marker?.fill);
    const [points] = (await kind('points'))!.series;
    expect(points).toMatchObject({ kind: 'point', marker: { fill: tokens.colors.paper.slice(1) } });
  });

  it('has the line along zero where the spec draws one', async () => {
    expect((await kind('lines-with-points'))?.baseline).toBe(tokens.colors.grey.slice(1).toUpperCase());
    expect((await kind('points'))?.baseline).toBeUndefined();
  });

  it('goes on over a year without a row, as the line does', async () => {
    const chart = await kind('line-over-a-gap');
    expect(chart).toMatchObject({ isSpanned: true, categories: ['2019年', '2020年', '2021年', '2022年'] });
    expect(chart?.series[0]?.values).toEqual([120, null, 170, 210]);
  });

  it('has a second axis where the layers have scales of their own', async () => {
    const chart = await kind('columns-and-line');
    expect(chart?.valueAxes).toHaveLength(2);
    expect(chart?.series.map(({ name, kind: drawn, isSecondary }) => [name, drawn, isSecondary])).toEqual([
      ['受理', 'bar', undefined],
      ['结案率', 'line', true],
    ]);
  });

  it('moves a label the spec moves away from others', async () => {
    const spec = {
      transform: [{ calculate: 'datum.value + 60', as: 'at' }],
      encoding: yearly,
      layer: [
        { mark: 'line' },
        {
          mark: { type: 'text', align: 'left', dx: 12 },
          encoding: { y: { field: 'at', type: 'quantitative' }, text: { field: 'text' } },
        },
      ],
    };
    const rows = yearRows({ 受理: [120, 150, 170, 210] });
    const label = (await native({ spec, rows }))?.series[0]?.labels[0];
    expect(label?.position).toBe('right');
    expect(label?.lowered).toBeLessThan(-0.05);
  });
});

describe('no native chart', () => {
  it.each([
    ['a computed number', { ...labelledBars, transform: [{ calculate: 'datum.value * 2', as: 'value' }] }],
    ['an aggregate', { mark: 'bar', encoding: { y: category, x: { aggregate: 'sum', ...value } } }],
    [
      'a logarithmic scale',
      { mark: 'line', encoding: { x: category, y: { ...value, scale: { type: 'log' } } } },
    ],
    [
      'a scale not from zero',
      { mark: 'line', encoding: { x: category, y: { ...value, scale: { zero: false } } } },
    ],
    ['points beside lying categories', { mark: 'point', encoding: { y: category, x: value } }],
    ['a range', { mark: 'bar', encoding: { y: category, x: value, x2: { field: 'value' } } }],
    [
      'a line of reference',
      {
        encoding: { x: category, y: value },
        layer: [{ mark: 'bar' }, { mark: 'rule', encoding: { x: null, y: { datum: 6000 } } }],
      },
    ],
    [
      'a smooth line',
      { mark: { type: 'line', interpolate: 'monotone' }, encoding: { x: category, y: value } },
    ],
    ['a dashed line', { mark: { type: 'line', strokeDash: [4, 2] }, encoding: { x: category, y: value } }],
    ['other symbols', { mark: { type: 'point', shape: 'square' }, encoding: { x: category, y: value } }],
    [
      'an area under a line of the same numbers',
      { mark: { type: 'area', line: true }, encoding: { x: category, y: value } },
    ],
    [
      'labels of its own at the axis',
      { mark: 'bar', encoding: { x: category, y: { ...value, axis: { values: [0, 9] } } } },
    ],
    [
      'a text that is no label',
      {
        encoding: { x: category, y: hidden },
        layer: [
          { mark: 'bar' },
          { mark: { type: 'text', dy: 30, angle: 90 }, encoding: { text: { field: 'text' } } },
        ],
      },
    ],
    ['two bar layers', { encoding: { y: category, x: value }, layer: [{ mark: 'bar' }, { mark: 'bar' }] }],
    [
      'bars over each other',
      {
        mark: 'bar',
        encoding: { y: category, x: { ...value, stack: null }, color: { field: 'figure', type: 'nominal' } },
      },
    ],
    [
      'a facet',
      {
        mark: 'bar',
        width: 100,
        height: 20,
        encoding: { x: value, row: { field: 'label', type: 'nominal' } },
      },
    ],
  ])('for %s', async (_, spec) => {
    expect(await native({ spec })).toBeUndefined();
  });

  it('for a sum behind a stacked bar', async () => {
    const spec = {
      transform: [{ joinaggregate: [{ op: 'sum', field: 'value', as: 'sum' }], groupby: ['label'] }],
      encoding: { y: category, x: hidden },
      layer: [
        { mark: 'bar', encoding: { color } },
        {
          transform: [{ filter: "datum.series === '受理'" }],
          mark: { type: 'text', style: 'label' },
          encoding: { x: { field: 'sum', type: 'quantitative' }, text: { field: 'text' } },
        },
      ],
    };
    expect(await native({ spec, rows: two })).toBeUndefined();
  });

  it('where the file asks for a picture', async () => {
    expect(await native({ docx: 'image' })).toBeUndefined();
  });

  it('is a problem where the file asks for one', async () => {
    const found = diagnostics();
    const request = chartRequest({
      docx: 'native',
      spec: { mark: 'point', encoding: { y: category, x: value } },
    });
    await drawCharts([request], tokens, host, found);
    expect(found.all).toEqual([expect.objectContaining({ code: 'CHART_SPEC', line: 12 })]);
  });
});
