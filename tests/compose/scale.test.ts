import { describe, expect, it } from 'vitest';
import { formatFigure } from '../../src/compose/format.ts';
import type { Units } from '../../src/validate/schema/units.ts';
import { aFigure } from '../derive/a-figure.ts';

const units: Units = {
  件: { dimension: 'piece', scale: 1, en: 'pieces' },
  万件: { dimension: 'piece', scale: 10_000, suffix: '件', en: '10,000 pieces' },
  元: { dimension: 'yuan', scale: 1, en: 'yuan' },
  万元: { dimension: 'yuan', scale: 10_000, suffix: '元', en: '10,000 yuan' },
  亿元: { dimension: 'yuan', scale: 100_000_000, suffix: '元', en: '100 million yuan' },
  家: { dimension: 'firm', scale: 1, en: 'firms' },
};

const scaled = (value: string, unit: string): string =>
  formatFigure(aFigure({ value, unit, kind: 'flow' }), units, { scale: true }).text;

describe('the reading scale', () => {
  it.each([
    ['556365', '件', '55.64万件'],
    ['9999', '件', '9999件'],
    ['10000', '件', '1万件'],
    ['7990.88', '万元', '7990.88万元'],
    ['133000', '万元', '13.3亿元'],
    ['0.5', '亿元', '5000万元'],
    ['115.40', '亿元', '115.40亿元'],
    ['2.675', '万件', '2.675万件'],
    ['26750', '件', '2.68万件'],
    ['-25000', '件', '−2.5万件'],
  ])('prints %s%s as %s: 亿 from one 亿, 万 from one 万, half up to two places', (value, unit, text) => {
    expect(scaled(value, unit)).toBe(text);
  });

  it('leaves a unit alone that has no larger one, and everything where no scale is asked for', () => {
    expect(scaled('14190', '家')).toBe('14190家');
    expect(formatFigure(aFigure({ value: '556365', unit: '件', kind: 'flow' }), units).text).toBe('556365件');
  });
});
