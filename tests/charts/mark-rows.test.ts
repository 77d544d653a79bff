import { expect, test } from 'vitest';
import { drawCharts } from '../../src/charts/draw.ts';
import type { ChartRequest, Drawing } from '../../src/document/drawing.ts';
import { chartRequest, diagnostics, host, row, tokens } from './chart-request.ts';

async function draw(request: ChartRequest): Promise<Drawing> {
  const found = diagnostics();
  const { [request.chart]: drawing } = await drawCharts([request], tokens, host, found);
  expect(found.all).toEqual([]);
  return drawing!;
}

/** Rows the marks of one element name stand for, in drawn order. */
const rowsOf = ({ marked = '' }: Drawing, element: string): number[] =>
  [...marked.matchAll(new RegExp(`<${element}[^>]* data-row="(\\d+)"`, 'g'))].map(([, index]) =>
    Number(index),
  );

test('bars and labels stand for their rows, in whatever order they are drawn', async () => {
  const request = chartRequest();
  const drawing = await draw(request);
  const all = request.rows.map((_, index) => index);
  expect(rowsOf(drawing, 'path').toSorted()).toEqual(all);
  expect(rowsOf(drawing, 'text').toSorted()).toEqual(all);
});

test('the plain drawing is the same without the marks, and names no row', async () => {
  const { svg, marked = '' } = await draw(chartRequest());
  expect(svg).not.toContain('data-row');
  expect(marked.replaceAll(/ data-row="\d+"/g, '')).toBe(svg);
});

test('lines, axes and empty texts stand for none', async () => {
  const rows = [row('2020年', 1), row('2021年', 2)];
  const spec = {
    encoding: { x: { field: 'label', type: 'ordinal' }, y: { field: 'value', type: 'quantitative' } },
    layer: [{ mark: 'line' }, { mark: 'text', encoding: { text: { value: '' } } }],
  };
  const { marked } = await draw(chartRequest({ rows, spec }));
  expect(marked).toBeUndefined();
});
