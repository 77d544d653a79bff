import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { paintedColors } from '../../src/charts/clean-svg.ts';
import { drawCharts } from '../../src/charts/draw.ts';
import type { ChartRequest, ChartRow } from '../../src/document/drawing.ts';
import { tokenColors } from '../../src/charts/theme.ts';
import { chartSchema, type ChartSpec } from '../../src/validate/schema/chart.ts';
import { chartRequest, diagnostics, host, row, tokens } from './chart-request.ts';

const folder = 'templates/charts';
const names = (await host.list(folder)).filter((name) => name.endsWith('.vl.yaml'));
const charts = await Promise.all(
  names.map(async (name) => {
    const source = (await host.readText(`${folder}/${name}`)) ?? '';
    return [name.replace('.vl.yaml', ''), source, chartSchema.parse(parse(source))] as const;
  }),
);

/** Rows as the data step would make them, with numbers of no meaning. */
function syntheticRows({ rows }: ChartSpec, scale: number): ChartRow[] {
  return rows.map((spec, index) => {
    const indicator = spec.figure ?? spec.growth ?? spec.progress ?? spec.attainment ?? 'share';
    const extra = Object.keys(spec.with ?? {}).flatMap((name): [string, number | string][] => [
      [name, 10 + index],
      [`${name}_text`, `${10 + index}件/万人`],
    ]);
    return row(spec.label ?? indicator, (7 + ((index * 37) % 90)) * scale, {
      figure: `somewhere/${String(spec.period ?? 2022)}/${indicator}${spec.target === true ? '#target' : ''}`,
      period: String(spec.period ?? 2022),
      status: index % 2 === 0 ? 'final' : 'computed',
      ...(spec.series !== undefined && { series: spec.series }),
      ...(spec.run === true && rows.length > 1 && { series: spec.label ?? indicator }),
      ...Object.fromEntries(extra),
    });
  });
}

const request = (chart: string, spec: ChartSpec, scale = 1): ChartRequest =>
  chartRequest({
    chart,
    spec: spec.spec,
    rows: syntheticRows(spec, scale),
    widthMm: spec.width,
    heightMm: spec.height,
    docx: spec.docx,
  });

it('finds the charts', () => {
  expect(names.length).toBeGreaterThanOrEqual(9);
});

describe.each(charts)('%s', (chart, source, spec) => {
  it.each([0.01, 1, 1000])(
    'draws without a complaint in its room, in token colours only (numbers × %d)',
    async (scale) => {
      const found = diagnostics();
      const drawing = (await drawCharts([request(chart, spec, scale)], tokens, host, found))[chart];
      expect(found.all).toEqual([]);
      expect(drawing!.width).toBeLessThanOrEqual((spec.width * 96) / 25.4);
      expect(drawing!.height).toBeLessThanOrEqual((spec.height * 96) / 25.4);
      const colors = paintedColors(drawing!.svg);
      expect(colors.length).toBeGreaterThan(0);
      expect(colors.filter((color) => !tokenColors(tokens).has(color))).toEqual([]);
    },
  );

  it('prints every row’s text, or nothing as an ornament', async () => {
    const drawing = (await drawCharts([request(chart, spec)], tokens, host, diagnostics()))[chart]!;
    const printed = [...drawing.svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
      .map(([, text]) => text)
      .join('\n');
    const missing = drawing.rows.filter(
      ({ text, label }) => !printed.includes(text) || !printed.includes(label),
    );
    if (spec.ornament === true) expect(printed).toBe('');
    else expect(missing).toEqual([]);
  });

  it('is native in Word wherever Word can draw it, and a picture where the file says why', async () => {
    const asked = { ...request(chart, spec), docx: 'auto' as const };
    const drawing = (await drawCharts([asked], tokens, host, diagnostics()))[chart]!;
    expect(drawing.native === undefined ? 'image' : 'auto').toBe(spec.docx);
    if (spec.docx === 'image') expect(source).toMatch(/^docx: image # \S/m);
  });

  it('names no city, and no number outside a helper', () => {
    expect(source).not.toMatch(/厦门|泉州|宁波|福建|xiamen/i);
    const prose = [spec.message, spec.title, spec.note, spec.alt].join('').replace(/\{\{.*?\}\}/g, '');
    expect(prose).not.toMatch(/[0-9０-９]/);
  });

  it('says where its schema is', () => {
    expect(source.startsWith('# yaml-language-server: $schema=../../schemas/chart.schema.json\n')).toBe(true);
  });
});
