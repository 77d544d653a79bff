import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attainment,
  byCatalogue,
  change,
  growth,
  isFigure,
  progress,
  share,
  type Computed,
} from '../../src/derive/compute.ts';
import { convert } from '../../src/derive/convert.ts';
import { Exact, toDigits } from '../../src/derive/decimal.ts';
import type { Facts, TargetFact } from '../../src/derive/facts.ts';
import type { Figure } from '../../src/derive/figure.ts';
import { aFigure, units } from './a-figure.ts';

const value = (result: Computed): string => (isFigure(result) ? `${result.value}${result.unit}` : result);

describe('rounding', () => {
  it('is half up, away from zero, once', () => {
    expect(toDigits(new Exact('2.345'), 2)).toBe('2.35');
    expect(toDigits(new Exact('-2.345'), 2)).toBe('-2.35');
    // Rounded in two steps this would become 0.5.
    expect(toDigits(new Exact('0.449'), 1)).toBe('0.4');
    expect(toDigits(new Exact('1e21'), 0)).toBe('1000000000000000000000');
  });

  it('agrees with whole-number arithmetic for every share', () => {
    const count = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(count, count, (part, whole) => {
        // Half up in integers: floor of (2 × 10000 × part + whole) by (2 × whole) hundredths of a per cent.
        const hundredths = (20_000n * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole));
        const digits = hundredths.toString().padStart(3, '0');
        const expected = `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
        expect(value(share(aFigure({ value: String(part) }), aFigure({ value: String(whole) }), units))).toBe(
          expected,
        );
      }),
    );
  });
});

describe('growth', () => {
  const base = aFigure({ period: '2021', value: '25.16', unit: '亿元' });

  it('is now by then minus one, to two places', () => {
    const result = growth(aFigure({ value: '27.83', unit: '亿元' }), base, units);
    expect(value(result)).toBe('10.61%');
    expect(result).toMatchObject({
      provenance: { formula: '27.83 ÷ 25.16 − 1', inputs: ['somewhere/2022/x', 'somewhere/2021/x'] },
    });
  });

  it('brings both figures to one unit', () => {
    expect(value(growth(aFigure({ value: '278300', unit: '万元' }), base, units))).toBe('10.61%');
  });

  it('of a fall is negative', () => {
    expect(value(growth(aFigure({ value: '50' }), aFigure({ period: '2021', value: '80' }), units))).toBe(
      '-37.50%',
    );
  });

  it.each([
    ['no-base', aFigure({}), undefined],
    ['zero', aFigure({}), aFigure({ value: '0' })],
    ['negative', aFigure({ value: '5' }), aFigure({ value: '-5' })],
    ['qualified', aFigure({ qualifier: '约' }), aFigure({})],
    ['qualified', aFigure({}), aFigure({ qualifier: '余' })],
    ['not-final', aFigure({ status: 'planned' }), aFigure({})],
    ['not-final', aFigure({}), aFigure({ status: 'forecast' })],
    ['unit', aFigure({ unit: '件' }), aFigure({ unit: '家' })],
  ] as const)('is refused as %s', (problem, now, then) => {
    expect(growth(now, then, units)).toBe(problem);
  });
});

describe('change', () => {
  it('keeps the places of the finer figure and no others', () => {
    expect(value(change(aFigure({ value: '20.8' }), aFigure({ value: '17.2' }), units))).toBe('3.6件');
    expect(value(change(aFigure({ value: '20' }), aFigure({ value: '17.25' }), units))).toBe('2.75件');
  });

  it('of a percentage is in percentage points', () => {
    expect(
      value(change(aFigure({ value: '65.5', unit: '%' }), aFigure({ value: '64', unit: '%' }), units)),
    ).toBe('1.5个百分点');
  });
});

describe('progress and attainment', () => {
  const target = (change: Partial<TargetFact> = {}): TargetFact => ({
    indicator: 'x',
    base: aFigure({ period: '2021', value: '17.2' }),
    target: aFigure({ period: '2025', value: '21.47', status: 'target' }),
    comparable: true,
    ...change,
  });

  it('answer different questions, each to one place', () => {
    expect(value(progress(aFigure({ value: '20.8' }), target(), units))).toBe('84.3%');
    expect(value(attainment(aFigure({ value: '20.8' }), target(), units))).toBe('96.9%');
  });

  it('may be negative and more than the whole', () => {
    expect(value(progress(aFigure({ value: '16.2' }), target(), units))).toBe('-23.4%');
    expect(value(progress(aFigure({ value: '30' }), target(), units))).toBe('299.8%');
  });

  it('are refused without a target, a comparable one, a way to go, or a plain figure', () => {
    const level = target({ target: aFigure({ value: '17.2' }) });
    for (const compute of [progress, attainment]) {
      expect(compute(aFigure({}), undefined, units)).toBe('no-target');
      expect(compute(aFigure({}), target({ comparable: false }), units)).toBe('not-comparable');
      expect(compute(aFigure({ qualifier: '近' }), target(), units)).toBe('qualified');
      expect(compute(aFigure({ status: 'planned' }), target(), units)).toBe('not-final');
    }
    expect(progress(aFigure({}), level, units)).toBe('zero');
    expect(attainment(aFigure({}), target({ target: aFigure({ value: '0' }) }), units)).toBe('zero');
  });
});

describe('figures the catalogue defines', () => {
  const catalogue = {
    total: { name: { zh: '合计' }, unit: '件', kind: 'flow' as const, decimals: 0, sum_of: ['a', 'b'] },
    rate: {
      name: { zh: '率' },
      unit: '%',
      kind: 'ratio' as const,
      decimals: 2,
      ratio_of: ['a', 'b'] as [string, string],
    },
  };
  const facts = (...figures: Figure[]): Facts => ({
    region: 'somewhere',
    period: '2022',
    catalogue,
    units,
    figures: new Map(figures.map((figure) => [figure.key, figure])),
    targets: new Map(),
    wholes: {},
    progressPeriod: '2022',
  });
  const moment = { region: 'somewhere', period: '2022' };
  const part = (id: string, change: Partial<Figure> = {}): Figure =>
    aFigure({ key: `somewhere/2022/${id}`, indicator: id, ...change });

  it('are summed over units and divided exactly', () => {
    const known = facts(part('a', { value: '5094' }), part('b', { value: '5457' }));
    expect(byCatalogue(known, 'total', moment, '合计')).toMatchObject({
      value: '10551',
      provenance: { formula: '5094 + 5457' },
    });
    expect(byCatalogue(known, 'rate', moment, '率')).toMatchObject({ value: '93.35', unit: '%' });
    const mixed = facts(part('a', { value: '1.5', unit: '万件' }), part('b', { value: '1' }));
    expect(byCatalogue(mixed, 'total', moment, '合计')!.value).toBe('15001');
  });

  it('are left out where a part is missing, qualified or planned', () => {
    expect(byCatalogue(facts(part('a')), 'total', moment, '合计')).toBeUndefined();
    expect(
      byCatalogue(facts(part('a'), part('b', { qualifier: '余' })), 'total', moment, '合计'),
    ).toBeUndefined();
    expect(
      byCatalogue(facts(part('a'), part('b', { status: 'planned' })), 'total', moment, '合计'),
    ).toBeUndefined();
    expect(byCatalogue(facts(part('a'), part('b', { value: '0' })), 'rate', moment, '率')).toBeUndefined();
  });
});

it('units convert within a dimension only, exactly, and back again', () => {
  expect(convert('7990.88', '万元', '亿元', units)!.toFixed()).toBe('0.799088');
  expect(convert('1', '亿美元', '亿元', units)).toBeUndefined();
  expect(convert('1', '家', '家次', units)).toBeUndefined();
  const money = fc.constantFrom('元', '万元', '亿元');
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), money, money, (number, from, to) => {
      const there = convert(String(number), from, to, units)!.toFixed();
      expect(convert(there, to, from, units)!.toFixed()).toBe(String(number));
    }),
  );
});

it('a change between figures in different units is given in the earlier one’s', () => {
  const now = aFigure({ value: '64.28', unit: '万件' });
  const found = change(now, aFigure({ value: '628000', unit: '件', period: '2021' }), units);
  expect(found).toMatchObject({ value: '14800', unit: '件' });
});

it('what is computed from figures still to be confirmed is to be confirmed itself', () => {
  const [now, then] = [
    aFigure({ value: '110', status: 'provisional' }),
    aFigure({ value: '100', period: '2021' }),
  ];
  expect(growth(now, then, units)).toMatchObject({ value: '10.00', status: 'provisional' });
  expect(growth({ ...now, status: 'final' }, then, units)).toMatchObject({ status: 'final' });
});
