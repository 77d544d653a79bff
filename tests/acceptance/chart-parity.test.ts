import { describe, expect, it, vi } from 'vitest';
import type { ChartReading } from '../../src/audit/read-chart.ts';
import { readDocx } from '../../src/audit/read-docx.ts';
import { builtReports } from '../built-reports.ts';

// The first to ask builds five reports in three formats.
vi.setConfig({ testTimeout: 240_000 });

/** A chart of the HTML: what Vega has drawn. */
interface Drawn {
  /** Lengths of the bars from top to bottom, in pixels with two decimals. */
  readonly lengths: readonly number[];
  readonly texts: readonly string[];
  readonly width: number;
  /** Where the bars begin. */
  readonly start: number;
}

function drawnCharts(html: string): Map<string, Drawn> {
  const figures = html.matchAll(/data-chart="([^"]+)"[\s\S]*?<svg([^>]*)>([\s\S]*?)<\/svg>/g);
  return new Map(
    [...figures].map(([, chart = '', head = '', svg = '']) => {
      const untitled = svg.replaceAll(/<title>[\s\S]*?<\/title>/g, '');
      const bars = [...untitled.matchAll(/<path d="M0,([\d.]+)h([\d.]+)v[\d.]+h-[\d.]+Z"/g)];
      return [
        chart,
        {
          lengths: bars.toSorted((a, b) => Number(a[1]) - Number(b[1])).map(([, , length]) => Number(length)),
          texts: [...untitled.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text),
          width: Number(/ width="([\d.]+)"/.exec(head)?.[1]),
          start: Number(/translate\(([\d.]+),/.exec(svg)?.[1]),
        },
      ];
    }),
  );
}

/** What a chart caches and what its workbook holds, of one kind and series. */
function pointsOf(
  { points }: ChartReading,
  of: string,
): [cached: string | undefined, stored: string | undefined][] {
  return points.filter((point) => point.of === of).map(({ cached, stored }) => [cached, stored]);
}

describe.each(['whitepaper', 'gongwen'] as const)('the native charts of all reports in %s', (theme) => {
  it('have the same series in the SVG, in the cache and in the workbook', async () => {
    const reports = await builtReports(theme);
    const seen: string[] = [];
    for (const name of reports.names) {
      const drawn = drawnCharts(new TextDecoder().decode(await reports.read(name, 'html')));
      for (const chart of readDocx(await reports.read(name, 'docx')).charts) {
        const { lengths = [], texts = [] } = drawn.get(chart.name) ?? {};
        seen.push(chart.name);
        for (const of of ['series', 'category', 'value', 'label'])
          for (const [cached, stored] of pointsOf(chart, of))
            expect(stored, `${name} ${chart.name}`).toBe(cached);
        const values = pointsOf(chart, 'value').map(([cached]) => Number(cached));
        const longest = Math.max(...lengths);
        expect(lengths, `${name} ${chart.name}`).toHaveLength(values.length);
        for (const [index, value] of values.entries())
          expect(lengths[index]).toBeCloseTo((value / Math.max(...values)) * longest, 1);
        const categories = pointsOf(chart, 'category').map(([cached]) => cached);
        expect(texts.toSorted()).toEqual([...categories, ...chart.labels.flat()].toSorted());
        expect(chart.loose.filter(({ text }) => Number.isFinite(Number(text)))).toEqual([]);
      }
    }
    // Bars are native in every report that has them.
    expect(new Set(seen)).toEqual(
      new Set([
        'admin-cases',
        'court-cases',
        'court-new-by-type',
        'fund-beneficiaries',
        'online-leads',
        'patent-grants',
      ]),
    );
  });
});
