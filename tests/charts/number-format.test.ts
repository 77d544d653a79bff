import { describe, expect, it } from 'vitest';
import { formatFor, formatNumber } from '../../src/charts/number-format.ts';

describe('the number format of a label', () => {
  it.each([
    [5274, '5274件', 'General"件"'],
    [20.8, '20.8件', 'General"件"'],
    [50, '50.0%', '0.0"%"'],
    [12345.5, '12,345.50万元', '#,##0.00"万元"'],
    [66, '超66%', '"超"General"%"'],
    [-3.2, '−3.2%', 'General"%";"−"General"%"'],
    [3, '3', 'General'],
  ])('of %d as %s is %s, by which it reads so', (value, text, code) => {
    expect(formatFor(value, text)).toBe(code);
    expect(formatNumber(value, code)).toBe(text);
  });

  it.each([
    [5274, '5274件，占93.35%'],
    [52740, '5.274万件'],
    [5274, '5275件'],
    [3.2, '−3.2%'],
    [-3.2, '3.2%'],
    [3, '3"件"'],
    [1, ''],
  ])('of %d is none for %s', (value, text) => {
    expect(formatFor(value, text)).toBeUndefined();
  });

  it('follows an edited number', () => {
    expect(formatNumber(5280.5, 'General"件"')).toBe('5280.5件');
    expect(formatNumber(-5, '0.0"%"')).toBe('-5.0%');
  });

  it('says nothing about formats of others', () => {
    expect(formatNumber(5, '[Red]0')).toBeUndefined();
  });
});
