import { parse } from 'yaml';
import type { ChartRequest, ChartRow } from '../../src/document/drawing.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createHost } from '../../src/host.ts';
import { themeSchema, type ThemeTokens } from '../../src/validate/schema/theme.ts';

export const host = createHost();

/** The tokens of the theme the project ships. */
export const tokens: ThemeTokens = themeSchema.parse(
  parse((await host.readText('templates/themes/whitepaper/theme.yaml')) ?? ''),
);

/** A row as the data step hands it on. */
export function row(label: string, value: number, extra: Partial<ChartRow> = {}): ChartRow {
  return {
    label,
    value,
    text: `${value}件`,
    figure: `somewhere/2022/${label}`,
    unit: '件',
    period: '2022',
    status: 'final',
    ...extra,
  };
}

export const labelledBars = {
  encoding: {
    y: { field: 'label', type: 'nominal', sort: { field: 'value', op: 'max', order: 'descending' } },
    x: { field: 'value', type: 'quantitative', axis: null },
  },
  layer: [{ mark: 'bar' }, { mark: { type: 'text', style: 'label' }, encoding: { text: { field: 'text' } } }],
};

export const threeRows = [row('发明专利', 5274), row('实用新型', 25143), row('外观设计', 8025)];

/** A request for labelled bars, unless told otherwise. */
export function chartRequest(change: Partial<ChartRequest> = {}): ChartRequest {
  return {
    chart: 'bars',
    spec: labelledBars,
    rows: threeRows,
    widthMm: 160,
    heightMm: 40,
    alt: '条形图',
    docx: 'auto',
    place: { file: 'templates/charts/bars.vl.yaml', line: 12, column: 1 },
    ...change,
  };
}

export const diagnostics = (): Diagnostics => new Diagnostics('en');
