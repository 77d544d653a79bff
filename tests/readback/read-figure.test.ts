import { expect, it } from 'vitest';
import type { Figure } from '../../src/derive/figure.ts';
import { formsLike } from '../../src/readback/printed-forms.ts';
import { readFigure } from '../../src/readback/read-figure.ts';
import { applyEdits, editsFor } from '../../src/readback/yaml-edits.ts';
import { unifiedDiff } from '../../src/readback/unified-diff.ts';
import type { Units } from '../../src/validate/schema/units.ts';

const unit = (dimension: string, scale: number, suffix?: string) => ({
  dimension,
  scale,
  ...(suffix !== undefined && { suffix }),
  en: '',
});
const units: Units = {
  件: unit('count', 1),
  万件: unit('count', 10_000, '件'),
  元: unit('money', 1),
  万元: unit('money', 10_000, '元'),
  亿元: unit('money', 100_000_000, '元'),
  '%': unit('share', 1),
};

function figure(value: string, of: string, more: Partial<Figure> = {}): Figure {
  return {
    key: 'sample-city/2022/a.b',
    indicator: 'a.b',
    region: 'sample-city',
    period: '2022',
    writtenIn: '2022',
    value,
    unit: of,
    kind: 'flow',
    status: 'final',
    name: '某数',
    provenance: {},
    place: { file: 'data.yaml', line: 1, column: 1 },
    ...more,
  };
}

/** What is read from `typed` where `shown` stood. */
function read(one: Figure, shown: string, typed: string): string | undefined {
  const found = readFigure(typed, one, formsLike(shown, one, units), units);
  return found && [found.value, found.to, found.unit].filter(Boolean).join(' ');
}

it.each([
  ['5274', '件', '5274件', '5,300 件', '5300 件'],
  ['5274', '件', '5274件', '５３００件', '5300 件'],
  ['5274', '件', '5274', '5300', '5300 件'],
  ['5274', '件', '5274', '5300件', '5300 件'],
  ['5274', '件', '5274件', '0.53万件', '0.53 万件'],
  ['1200', '万元', '1200万元', '1.2亿元', '1.2 亿元'],
  ['115.40', '%', '115.40%', '115.50％', '115.50 %'],
  ['-3.20', '%', '−3.20%', '-3.30%', '-3.30 %'],
])('reads %s%s, printed %s and typed over with %s, as %s', (value, of, shown, typed, expected) => {
  expect(read(figure(value, of), shown, typed)).toBe(expected);
});

it.each([
  ['another unit', '5274件', '5300项'],
  ['words besides', '5274件', '约5300件'],
  ['no digits', '5274件', '五千件'],
  ['two numbers', '5274件', '5300件（5310件）'],
  ['a number nobody writes', '5274件', '05300件'],
  ['the bare number where a unit stood', '5274件', '5300'],
  ['a rounded number', '0.53万件', '0.54万件'],
  ['a number that was not there', '9999件', '5300件'],
])('reads nothing from %s', (_, shown, typed) => {
  expect(read(figure('5274', '件'), shown, typed)).toBeUndefined();
});

it('reads qualifiers, ranges and ranks in their own words only', () => {
  const about = figure('1.6', '亿元', { qualifier: '约' });
  expect([read(about, '约1.6亿元', '约1.7亿元'), read(about, '约1.6亿元', '1.7亿元')]).toEqual([
    '1.7 亿元',
    undefined,
  ]);
  const range = figure('9', '件', { to: '22' });
  expect(read(range, '9～22件', '10~23件')).toBe('10 23 件');
  expect(read(figure('3', '件', { kind: 'rank' }), '第3位', '第2位')).toBe('2 件');
});

const yaml = `# 某市
a:
  b: 5274 # 件
  c: { value: 1200, unit: 万元, note: 1200 }
  d:
    value: 9
    to: 22
  e: &shared 7
  f: *shared
  g: "8"
`;

function change(text: string, more: Partial<Figure>, typed: Partial<Figure>): string | undefined {
  const at = yaml.indexOf(text) + text.length;
  const before = yaml.slice(0, at);
  const place = { file: 'data.yaml', line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
  const one = figure(more.value ?? '', more.unit ?? '件', { ...more, place });
  const edits = editsFor(
    one,
    { value: one.value, unit: one.unit, ...(one.to !== undefined && { to: one.to }), ...typed },
    yaml,
  );
  return edits && applyEdits(yaml, edits);
}

it('changes the scalar a figure stands in and leaves every other byte', () => {
  expect(change('b: ', { value: '5274' }, { value: '5300' })).toBe(yaml.replace('5274', '5300'));
  expect(change('b: ', { value: '5274' }, { value: '0.53', unit: '万件' })).toBe(
    yaml.replace('5274', '{ value: 0.53, unit: 万件 }'),
  );
  expect(change('value: ', { value: '1200', unit: '万元' }, { value: '1.2', unit: '亿元' })).toBe(
    yaml.replace('1200, unit: 万元', '1.2, unit: 亿元'),
  );
  expect(change('    value: ', { value: '9', to: '22' }, { value: '10', to: '23' })).toBe(
    yaml.replace('value: 9', 'value: 10').replace('to: 22', 'to: 23'),
  );
});

it('changes nothing that is shared, quoted, laid out in lines or not what the figure says', () => {
  expect(change('e: &shared ', { value: '7' }, { value: '8' })).toBeUndefined();
  expect(change('f: ', { value: '7' }, { value: '8' })).toBeUndefined();
  expect(change('g: ', { value: '8' }, { value: '9' })).toBeUndefined();
  expect(change('    value: ', { value: '9', to: '22' }, { value: '1', unit: '万件' })).toBeUndefined();
  expect(change('b: ', { value: '527' }, { value: '530' })).toBeUndefined();
});

it('shows changes as a unified diff', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `line ${String(index)}`);
  const other = lines.map((line, index) => (index === 1 || index === 11 ? `${line}!` : line));
  expect(unifiedDiff('a.yaml', `${lines.join('\n')}\n`, `${other.join('\n')}\n`)).toBe(
    [
      '--- a/a.yaml',
      '+++ b/a.yaml',
      '@@ -1,5 +1,5 @@',
      ' line 0',
      '-line 1',
      '+line 1!',
      ' line 2',
      ' line 3',
      ' line 4',
      '@@ -9,4 +9,4 @@',
      ' line 8',
      ' line 9',
      ' line 10',
      '-line 11',
      '+line 11!',
      '',
    ].join('\n'),
  );
});
