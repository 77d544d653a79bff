import { describe, expect, it } from 'vitest';
import { formatDate, formatFigure, formatPeriod, formatYear } from '../../src/compose/format.ts';
import { toHan } from '../../src/document/han-numeral.ts';
import type { Figure } from '../../src/derive/figure.ts';
import { aFigure, units } from '../derive/a-figure.ts';

describe('a figure', () => {
  it.each([
    ['5274件', { value: '5274' }],
    ['115.40%', { value: '115.40', unit: '%' }],
    ['7990.88万元', { value: '7990.88', unit: '万元' }],
    ['20.8件', { value: '20.8', unit: '件/万人', kind: 'ratio' }],
    ['7.46亿美元', { value: '7.46', unit: '亿美元' }],
    ['近8000万元', { value: '8000', unit: '万元', qualifier: '近' }],
    ['约1.6亿元', { value: '1.6', unit: '亿元', qualifier: '约' }],
    ['超过100件', { value: '100', qualifier: '超过' }],
    ['5万余件', { value: '5', unit: '万件', qualifier: '余' }],
    ['100余件', { value: '100', qualifier: '余' }],
    ['1700余万元', { value: '1700', unit: '万元', qualifier: '余' }],
    ['26万余件', { value: '26', unit: '万件', qualifier: '余' }],
    ['2亿多元', { value: '2', unit: '亿元', qualifier: '多' }],
    ['3亿多元', { value: '3', unit: '亿元', qualifier: '多' }],
    ['50%以上', { value: '50', unit: '%', qualifier: '以上' }],
    ['2万件左右', { value: '2', unit: '万件', qualifier: '左右' }],
    ['−3.20%', { value: '-3.20', unit: '%' }],
    ['第1位', { value: '1', unit: '位', kind: 'rank' }],
    ['第5位以上', { value: '5', unit: '位', kind: 'rank', qualifier: '以上' }],
    ['1.20个百分点', { value: '1.20', unit: '个百分点' }],
  ] as [string, Partial<Figure>][])('is printed %s', (text, figure) => {
    const printed = formatFigure(aFigure(figure), units);
    expect(printed.text).toBe(text);
    expect(printed.number + printed.unit).toBe(text);
  });

  it('keeps its qualifier where the unit has a column of its own', () => {
    const alone = (figure: Partial<Figure>): string =>
      formatFigure(aFigure(figure), units, { unit: false }).text;
    expect(alone({ value: '5', unit: '万件', qualifier: '余' })).toBe('5余');
    expect(alone({ value: '100', qualifier: '余' })).toBe('100余');
    expect(alone({ value: '50', unit: '%', qualifier: '以上' })).toBe('50以上');
    expect(alone({ value: '1.6', unit: '亿元', qualifier: '约' })).toBe('约1.6');
  });
});

it.each([
  ['flow', '2022年'],
  ['ratio', '2022年'],
  ['rank', '2022年'],
  ['average', '2022年均'],
  ['stock', '截至2022年底'],
  ['cumulative', '截至2022年底累计'],
] as const)('the period of a %s is %s', (kind, text) => {
  expect(formatPeriod({ kind, period: '2022' })).toBe(text);
});

it('years, spans and dates are printed as text', () => {
  expect(formatYear('2022-2025')).toBe('2022—2025年');
  expect(['2023', '2023-04', '2023-04-05'].map(formatDate)).toEqual(['2023年', '2023年4月', '2023年4月5日']);
});

it('numbers are counted in Han numerals', () => {
  expect([1, 9, 10, 11, 19, 20, 21, 99].map(toHan)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '十九',
    '二十',
    '二十一',
    '九十九',
  ]);
});
