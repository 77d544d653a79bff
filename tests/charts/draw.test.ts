import { describe, expect, it } from 'vitest';
import { drawCharts } from '../../src/charts/draw.ts';
import type { ChartRequest, Drawing } from '../../src/document/drawing.ts';
import { loadMetrics } from '../../src/fonts/metrics.ts';
import { chartRequest, diagnostics, host, labelledBars, row, tokens } from './chart-request.ts';

async function draw(...requests: ChartRequest[]): Promise<Record<string, Drawing>> {
  const found = diagnostics();
  const drawings = await drawCharts(requests, tokens, host, found);
  expect(found.all).toEqual([]);
  return drawings;
}

async function problems(
  request: ChartRequest,
): Promise<{ codes: string[]; all: ReturnType<typeof diagnostics>['all'] }> {
  const found = diagnostics();
  await drawCharts([request], tokens, host, found);
  return { codes: found.all.map(({ code }) => code), all: found.all };
}

describe('a drawing', () => {
  it('is the same bytes every time, whatever was drawn before', async () => {
    const spec = { ...labelledBars, layer: [{ mark: { type: 'bar', clip: true } }] };
    const first = await draw(chartRequest({ spec }));
    const second = await draw(chartRequest({ chart: 'other', spec, heightMm: 60 }), chartRequest({ spec }));
    expect(second.bars?.svg).toBe(first.bars?.svg);
  });

  it('stands alone: namespace, text as text in our face, nothing executed, nothing referred to', async () => {
    const { svg } = (await draw(chartRequest())).bars!;
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
    expect(svg).toContain('>25143件</text>');
    expect([...svg.matchAll(/font-family="([^"]*)"/g)].map(([, family]) => family)).toSatisfy(
      (families: string[]) => families.every((family) => family === 'Noto Sans SC'),
    );
    expect(svg).not.toMatch(/<script|<style|<image|href|aria-|role=|class=/);
  });

  it('fills the room it has and no more', async () => {
    const { width, height } = (await draw(chartRequest({ widthMm: 120, heightMm: 50 }))).bars!;
    expect([width, height]).toEqual([453, 188]);
  });

  it('grows by the row where the spec has a step, up to its room', async () => {
    const request = chartRequest({ spec: { ...labelledBars, height: { step: 30 } }, heightMm: 100 });
    const { width, height } = (await draw(request)).bars!;
    expect([width, Math.round(height)]).toEqual([604, 90]);
    expect((await problems({ ...request, heightMm: 20 })).codes).toContain('CHART_SPEC');
  });

  it('prefixes its ids with the chart, so that many fit one page', async () => {
    const spec = { ...labelledBars, layer: [{ mark: { type: 'bar', clip: true } }] };
    const drawings = await draw(chartRequest({ chart: 'one', spec }), chartRequest({ chart: 'two', spec }));
    const ids = Object.values(drawings).flatMap(({ svg }) =>
      [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    expect(drawings.two!.svg).toContain(`url(#${ids[1]!})`);
  });

  it('leaves room for long Chinese labels by their real widths', async () => {
    const label = '保护中心、维权援助中心、快速维权中心、维权工作站';
    const { svg } = (await draw(chartRequest({ rows: [row(label, 3), row('短', 2)] }))).bars!;
    const metrics = await loadMetrics(host);
    const origin = Number(/translate\((\d+(?:\.\d+)?),0\)/.exec(svg)?.[1]);
    const gap = 10;
    const room = origin - gap - metrics.textWidth(label, 'sans-400', 12);
    expect(room).toBeGreaterThanOrEqual(-1);
    expect(room).toBeLessThan(3);
  });

  it('carries the rows and the alternative text along', async () => {
    const request = chartRequest();
    expect((await draw(request)).bars).toMatchObject({ rows: request.rows, alt: '条形图', chart: 'bars' });
  });
});

describe('what cannot be drawn', () => {
  const { place } = chartRequest();

  it.each([
    ['data', { ...labelledBars, data: { url: 'file:///etc/passwd' } }],
    ['data in a layer', { layer: [{ ...labelledBars, data: { values: [{ label: 'x', value: 1 }] } }] }],
    ['datasets', { ...labelledBars, datasets: { a: [] } }],
    [
      'a lookup',
      { ...labelledBars, transform: [{ lookup: 'label', from: { key: 'label', fields: ['z'] } }] },
    ],
    [
      'a picture',
      { ...labelledBars, layer: [{ mark: { type: 'image', url: 'https://example.org/a.png' } }] },
    ],
  ])('brings %s of its own', async (_, spec) => {
    const { all } = await problems(chartRequest({ spec }));
    expect(all[0]).toMatchObject({ code: 'CHART_DATA', severity: 'error', ...place });
  });

  it('has no rows', async () => {
    expect((await problems(chartRequest({ rows: [] }))).all[0]).toMatchObject({
      code: 'CHART_ROWS_EMPTY',
      ...place,
    });
  });

  it('names a field no row has', async () => {
    const spec = { mark: 'bar', encoding: { x: { field: 'valeu', type: 'quantitative' } } };
    const { all } = await problems(chartRequest({ spec }));
    expect(all).toEqual([expect.objectContaining({ code: 'CHART_FIELD', ...place })]);
    expect(all[0]?.message).toContain('valeu');
  });

  it.each([
    ['nothing to draw', {}],
    ['an unknown mark', { ...labelledBars, layer: [{ mark: 'baar' }] }],
    ['a broken expression', { ...labelledBars, transform: [{ filter: 'datum.value >' }] }],
    ['a layer that is none', { layer: 7 }],
    ['an unknown function', { ...labelledBars, transform: [{ calculate: 'fetch("x")', as: 'y' }] }],
  ])('is malformed: %s', async (_, spec) => {
    const { codes, all } = await problems(chartRequest({ spec }));
    expect(new Set(codes)).toEqual(new Set(['CHART_SPEC']));
    expect(all[0]).toMatchObject(place);
  });

  it('labels a row with a field only others have, alone or behind a word, unless the data itself says so', async () => {
    const shown = (field: string): ChartRequest['spec'] => ({
      ...labelledBars,
      transform: [{ calculate: "'本期 ' + datum.present", as: 'shown' }],
      layer: [{ mark: 'bar' }, { mark: { type: 'text', style: 'label' }, encoding: { text: { field } } }],
    });
    const rows = [row('甲', 3, { present: '3件' }), row('乙', 2)];
    const reason = expect.stringContaining('a field its row does not have') as string;
    for (const field of ['present', 'shown']) {
      const { all } = await problems(chartRequest({ rows, spec: shown(field) }));
      expect(all).toEqual([expect.objectContaining({ code: 'CHART_SPEC', message: reason, ...place })]);
    }
    await draw(chartRequest({ rows: [row('甲', 3, { present: 'null 类' })], spec: shown('shown') }));
  });

  it('has labels that do not fit', async () => {
    const label = '很长的名称'.repeat(20);
    const { all } = await problems(chartRequest({ rows: [row(label, 1)] }));
    expect(all.map(({ message }) => message).join()).toMatch(/stand out \d+ px/);
  });

  it('uses a colour the theme does not have', async () => {
    const spec = { ...labelledBars, layer: [{ mark: { type: 'bar', color: '#FF0000' } }] };
    expect((await problems(chartRequest({ spec }))).all).toEqual([
      expect.objectContaining({
        code: 'CHART_COLOR',
        severity: 'warning',
        message: expect.stringContaining('#ff0000') as string,
      }),
    ]);
  });

  it('does not keep the others from being drawn, and all problems are found', async () => {
    const found = diagnostics();
    const requests = [
      chartRequest({ chart: 'a', rows: [] }),
      chartRequest({ chart: 'b', spec: {} }),
      chartRequest({ chart: 'c' }),
    ];
    const drawings = await drawCharts(requests, tokens, host, found);
    expect(Object.keys(drawings)).toEqual(['c']);
    expect(new Set(found.all.map(({ code }) => code))).toEqual(new Set(['CHART_ROWS_EMPTY', 'CHART_SPEC']));
  });
});
