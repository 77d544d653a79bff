import { describe, expect, it } from 'vitest';
import { drawCharts } from '../../src/charts/draw.ts';
import type { ChartRequest, ChartRow, NativeChart } from '../../src/document/drawing.ts';
import { chartRequest, diagnostics, host, labelledBars, row, tokens } from './chart-request.ts';

async function native(change: Partial<ChartRequest>): Promise<NativeChart | undefined> {
  const found = diagnostics();
  const drawings = await drawCharts([chartRequest(change)], tokens, host, found);
  expect(found.all).toEqual([]);
  return drawings.bars?.native;
}

const grouped: ChartRow[] = ['受理', '审结'].flatMap((series, index) =>
  ['民事', '行政'].map((label) =>
    row(label, label.length + 10 * index + 1, { series, figure: `${series}/${label}` }),
  ),
);
const category = { field: 'label', type: 'nominal', sort: null };
const value = { field: 'value', type: 'quantitative' };
const color = { field: 'series', type: 'nominal', sort: null };

describe('the native chart', () => {
  it('has the rows’ numbers, labels and order as drawn', async () => {
    const [strongest] = tokens.colors.steps;
    expect(await native({})).toEqual({
      type: 'bar',
      stacking: 'none',
      categories: ['实用新型', '外观设计', '发明专利'],
      series: [
        {
          name: '',
          values: [25143, 8025, 5274],
          labels: ['25143件', '8025件', '5274件'],
          color: strongest!.slice(1),
        },
      ],
    });
  });

  it('keeps the order of the rows where the spec does, and drops what it filters', async () => {
    const spec = {
      ...labelledBars,
      transform: [{ filter: 'datum.value > 6000' }],
      encoding: { y: category, x: { ...value, title: '授权量' } },
    };
    const chart = await native({ spec });
    expect(chart?.categories).toEqual(['实用新型', '外观设计']);
    expect(chart).toMatchObject({ valueTitle: '授权量' });
  });

  it('groups columns', async () => {
    const spec = { mark: 'bar', encoding: { x: category, y: value, xOffset: color, color } };
    const chart = await native({ spec, rows: grouped });
    expect(chart).toMatchObject({ type: 'column', stacking: 'none', categories: ['民事', '行政'] });
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
      type: 'bar',
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
      type: 'line',
      categories: ['2021', '2022'],
      series: [{ values: [1, 2], color: tokens.colors.steps[0]!.slice(1) }],
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
    ['points', { mark: 'point', encoding: { y: category, x: value } }],
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
