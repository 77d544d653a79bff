import type { ChartRow } from '../../src/document/drawing.ts';
import { row } from './chart-request.ts';

/** A chart Word can draw, one of each kind. */
export interface NativeKind {
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly rows: readonly ChartRow[];
}

export const years = ['2019', '2020', '2021', '2022'];

/** Rows of several years and series, each its own figure. */
export function yearRows(series: Readonly<Record<string, readonly (number | undefined)[]>>): ChartRow[] {
  return years.flatMap((period, index) =>
    Object.entries(series).flatMap(([name, values]) => {
      const value = values[index];
      if (value === undefined) return [];
      return [
        row(`${period}年`, value, {
          series: name,
          period,
          figure: `somewhere/${period}/${name}`,
          text: `${value}件`,
        }),
      ];
    }),
  );
}

export const category = { field: 'label', type: 'nominal', sort: null };
export const value = { field: 'value', type: 'quantitative' };
export const hidden = { ...value, axis: null };
export const color = { field: 'series', type: 'nominal', sort: null };
export const yearly = { x: { ...category, axis: { labelAngle: 0 } }, y: hidden };
const labels = { mark: { type: 'text', dy: -14 }, encoding: { text: { field: 'text' } } };
const inside = { type: 'text', style: 'on-primary', align: 'center' };

export const two = yearRows({ 受理: [120, 150, 170, 210], 审结: [100, 130, 165, 190] });
const only = (name: string) => [{ filter: `datum.series === '${name}'` }];

/** One chart of each kind that Word draws as Vega does. */
export const nativeKinds: readonly NativeKind[] = [
  {
    name: 'grouped-columns',
    spec: { encoding: { ...yearly, xOffset: color }, layer: [{ mark: 'bar', encoding: { color } }, labels] },
    rows: two,
  },
  {
    name: 'stacked-bars',
    spec: {
      transform: [{ calculate: 'datum.value / 2', as: 'half' }],
      mark: 'bar',
      encoding: { y: category, x: value, color },
    },
    rows: two,
  },
  {
    name: 'stacked-columns',
    spec: { mark: 'bar', encoding: { x: yearly.x, y: { ...value, title: '件数' }, color } },
    rows: two,
  },
  {
    name: 'whole-bars',
    spec: { mark: 'bar', encoding: { y: category, x: { ...hidden, stack: 'normalize' }, color } },
    rows: two,
  },
  {
    name: 'bars-with-labels-inside',
    spec: {
      transform: [{ calculate: 'datum.value / 2', as: 'middle' }],
      encoding: { y: category, x: hidden },
      layer: [
        { mark: 'bar' },
        { mark: inside, encoding: { x: { field: 'middle', type: 'quantitative' }, text: { field: 'text' } } },
      ],
    },
    rows: two.filter(({ series }) => series === '受理'),
  },
  {
    name: 'lines-with-points',
    spec: {
      encoding: yearly,
      layer: [
        { mark: { type: 'line', point: { size: 60 } }, encoding: { color } },
        { mark: { type: 'rule', style: 'baseline' }, encoding: { x: null, y: { datum: 0 } } },
        labels,
      ],
    },
    rows: two,
  },
  {
    name: 'line-over-a-gap',
    spec: { mark: { type: 'line', point: true }, encoding: { x: yearly.x, y: value, color } },
    rows: yearRows({ 受理: [120, undefined, 170, 210], 审结: [100, 130, 165, 190] }),
  },
  {
    name: 'points',
    spec: {
      encoding: yearly,
      layer: [{ mark: { type: 'point', style: 'dot-hollow' } }, labels],
    },
    rows: two.filter(({ series }) => series === '受理'),
  },
  {
    name: 'stacked-areas',
    spec: { mark: { type: 'area', opacity: 1 }, encoding: { x: yearly.x, y: value, color } },
    rows: two,
  },
  {
    name: 'columns-and-line',
    spec: {
      encoding: { x: yearly.x },
      layer: [
        { transform: only('受理'), mark: 'bar', encoding: { y: value } },
        {
          transform: only('结案率'),
          mark: { type: 'line', point: true, style: 'accent' },
          encoding: { y: { ...value, title: '%' } },
        },
      ],
      resolve: { scale: { y: 'independent' } },
    },
    rows: yearRows({ 受理: [120, 150, 170, 210], 结案率: [83.3, 86.7, 97.1, 90.5] }),
  },
];
