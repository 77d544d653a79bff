import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckResult, RuleTools } from '../../src/check/check.ts';
import { rules } from '../../src/check/rules/index.ts';
import { Exact } from '../../src/derive/decimal.ts';
import type { Facts } from '../../src/derive/facts.ts';
import type { Figure } from '../../src/derive/figure.ts';
import type { Catalogue, Indicator } from '../../src/validate/schema/catalogue.ts';
import type { RuleData } from '../../src/validate/schema/rules.ts';
import { aFigure, units } from '../derive/a-figure.ts';

const indicator = (unit: string, change: Partial<Indicator> = {}): Indicator => ({
  name: { zh: '某数' },
  unit,
  kind: 'flow',
  decimals: 2,
  ...change,
});
const catalogue: Catalogue = {
  amount: indicator('亿元'),
  'amount.yoy': indicator('%', { kind: 'ratio' }),
  count: indicator('件'),
  'count.yoy': indicator('%', { kind: 'ratio' }),
  'count.change': indicator('件'),
  level: indicator('件/家', { kind: 'ratio' }),
  'level.cagr': indicator('%', { kind: 'ratio' }),
  total: indicator('亿元', { sum_of: ['a', 'b'] }),
  a: indicator('亿元'),
  b: indicator('亿元'),
  share: indicator('%', { kind: 'ratio', ratio_of: ['part', 'whole'] }),
  part: indicator('件', { at_most: 'whole' }),
  whole: indicator('件'),
  held: indicator('件', { kind: 'stock' }),
  position: indicator('位', { kind: 'rank', scope: '全省', field: 'ranked' }),
  ranked: indicator('个', { kind: 'stock' }),
};

type Written = string | Partial<Figure>;

/** Figures by `indicator` or `indicator@period`. */
function factsOf(written: Readonly<Record<string, Written>>): Facts {
  const figures = Object.entries(written).map(([name, change]) => {
    const [id = '', period = '2022'] = name.split('@');
    const { unit, kind } = catalogue[id]!;
    const given = typeof change === 'string' ? { value: change } : change;
    return aFigure({
      key: `somewhere/${period}/${id}`,
      indicator: id,
      period,
      unit,
      kind,
      name: id,
      ...given,
    });
  });
  return {
    region: 'somewhere',
    period: '2022',
    catalogue,
    units,
    figures: new Map(figures.map((figure) => [figure.key, figure])),
    targets: new Map(),
    wholes: {},
    progressPeriod: '2022',
  };
}

function run(
  rule: keyof typeof rules,
  written: Readonly<Record<string, Written>>,
  data: RuleData[] = [],
): CheckResult[] {
  const tools: RuleTools = { rules: data, ledgerEntry: () => undefined, published: () => undefined };
  return rules[rule](factsOf(written), tools);
}

function verdicts(...given: Parameters<typeof run>): string[] {
  return run(...given).map(({ verdict }) => verdict);
}

describe('published examples', () => {
  it('a national growth of 57.1% holds although the printed levels give 57.2%', () => {
    const levels = { 'amount@2022': '4868.8', 'amount@2021': '3098' };
    expect(verdicts('growth', { ...levels, 'amount.yoy': '57.1' })).toEqual(['holds']);
    expect(verdicts('growth', { ...levels, 'amount.yoy': '57.3' })).toEqual(['fails']);
  });

  it('1.1万 of 1.5万 may be 71.8%, and may not be 80%', () => {
    const parts = { part: { value: '1.1', unit: '万件' }, whole: { value: '1.5', unit: '万件' } };
    expect(verdicts('ratio', { ...parts, share: '71.8' })).toEqual(['holds']);
    expect(verdicts('ratio', { ...parts, share: '80' })).toEqual(['fails']);
  });

  it('4.43 in 2018 and 6.65 in 2020 are 22.5% a year, 14.5% only over three', () => {
    const levels = { 'level@2018': '4.43', 'level@2020': '6.65' };
    expect(verdicts('cagr', { ...levels, 'level.cagr@2018-2020': '22.5' })).toEqual(['holds']);
    expect(run('cagr', { ...levels, 'level.cagr@2018-2020': '14.5' })).toMatchObject([
      { verdict: 'fails', computed: '22.5%', cause: { kind: 'years', years: 3 } },
    ]);
  });

  it('a growth has a base where a whole number of last year gives it', () => {
    for (const [count, rate] of [
      ['56001', '82.31'],
      ['60575', '35.28'],
      ['677', '89.1'],
      ['1166', '10.10'],
      ['55', '14.58'],
      ['99', '10'],
    ])
      // prettier-ignore
      expect([rate, ...verdicts('base', { count: count!, 'count.yoy': rate! })]).toEqual([rate, 'holds']);
    for (const [count, rate] of [
      ['55', '14.68'],
      ['99', '10.5'],
      ['677', '89.3'],
      ['10', '-101'],
    ])
      expect([rate, ...verdicts('base', { count: count!, 'count.yoy': rate! })]).toEqual([rate, 'fails']);
  });
});

describe('likely causes', () => {
  const cause = (...given: Parameters<typeof run>): string | undefined => run(...given)[0]?.cause?.kind;

  it.each([
    ['truncated', 'ratio', { part: '3339', whole: '5094', share: '65.54' }],
    ['swapped', 'ratio', { part: '3339', whole: '5094', share: '56.55' }],
    ['scale', 'sum', { total: '0.0005', a: '2', b: '3' }],
    ['last-year', 'sum', { 'total@2022': '41', 'total@2021': '41', 'a@2022': '20', 'b@2022': '30' }],
    ['sign', 'growth', { 'count@2022': '80', 'count@2021': '100', 'count.yoy': '20' }],
  ] as const)('%s', (expected, rule, written) => {
    expect(cause(rule, written)).toBe(expected);
  });
});

describe('rules over years and in lists', () => {
  it('a stock is the last one and what came in', () => {
    const rule: RuleData[] = [{ stock: 'held', plus: ['count'], minus: [] }];
    const figures = { 'held@2021': '45', 'count@2022': '7' };
    expect(verdicts('stock', { ...figures, 'held@2022': '52' }, rule)).toContain('holds');
    expect(verdicts('stock', { ...figures, 'held@2022': '53' }, rule)).toContain('fails');
  });

  it('what only adds up does not fall, even over a gap', () => {
    const rule: RuleData[] = [{ rising: ['h*'] }];
    expect(verdicts('rising', { 'held@2019': '45', 'held@2022': '44' }, rule)).toEqual(['fails']);
    expect(verdicts('rising', { 'held@2019': '45', 'held@2022': '45' }, rule)).toEqual(['holds']);
  });

  it('an order, an equality, bounds and a rank', () => {
    expect(verdicts('at-most', { part: '5', whole: '4' })).toEqual(['fails']);
    expect(verdicts('at-most', { a: '5', b: '4' }, [{ order: ['b', 'a'] }])).toEqual(['holds']);
    expect(verdicts('at-most', { a: { value: '5', qualifier: '余' }, b: '4' }, [{ order: ['a', 'b'] }])).toEqual(['fails']); // prettier-ignore
    expect(verdicts('equal', { a: '1.63', b: '1.6' }, [{ equal: ['a', 'b'] }])).toEqual(['holds']);
    expect(verdicts('equal', { a: '1.68', b: '1.6' }, [{ equal: ['a', 'b'] }])).toEqual(['fails']);
    expect(verdicts('within', { share: '100.6' }, [{ within: [0, 100], of: ['*share'] }])).toEqual(['fails']);
    expect(verdicts('within', { count: '-1' })).toEqual(['fails']);
    expect(verdicts('rank', { position: '10', ranked: '9' })).toEqual(['fails']);
    expect(verdicts('rank', { position: { value: '3', of: 9 } })).toEqual(['holds']);
  });

  it('a jump, a figure left from last year, digits of another indicator', () => {
    expect(verdicts('jump', { 'amount@2022': '27.83', 'amount@2021': '0.0028' })).toEqual(['fails']);
    expect(verdicts('jump', { 'amount@2022': '27.83', 'amount@2021': '25.16' })).toEqual(['holds']);
    expect(verdicts('unchanged', { 'count@2022': '1846', 'count@2021': '1846' })).toEqual(['fails']);
    expect(verdicts('unchanged', { 'count@2022': '10', 'count@2021': '10' })).toEqual([]);
    expect(verdicts('same-digits', { part: { value: '1846', writtenIn: '2022' }, whole: { value: '1846', writtenIn: '2022' } })).toEqual(['fails']); // prettier-ignore
  });

  it('a growth is as firm as the figures it is on', () => {
    const soft = (level: Partial<Figure>, rate: string): string[] =>
      verdicts('soft-base', { count: { value: '32', ...level }, 'count.yoy': rate });
    expect(soft({ qualifier: '超过' }, '47.03')).toEqual(['fails']);
    expect(soft({ qualifier: '超过' }, '55')).toEqual(['holds']);
    expect(soft({ status: 'provisional' }, '55')).toEqual(['fails']);
    expect(soft({}, '47.03')).toEqual(['holds']);
  });

  it('a change is the level less last year’s, and not more than the level', () => {
    expect(verdicts('change', { 'count@2022': '100', 'count@2021': '80', 'count.change': '21' })).toEqual([
      'fails',
    ]);
    expect(verdicts('change', { 'count@2022': '100', 'count.change': '120' })).toEqual(['fails']);
    expect(verdicts('change', { 'count@2022': '100', 'count.change': '20' })).toEqual(['holds']);
  });
});

/** A true number of any size, printed with some decimals in a unit, as an office would. */
const truth = fc.double({ min: 0.02, max: 90_000, noNaN: true });
const places = fc.integer({ min: 0, max: 3 });
const printed = (value: Exact, decimals: number): string => value.toFixed(decimals);

describe('true figures rounded at random', () => {
  it('never break a sum, a growth or a share', () => {
    fc.assert(
      fc.property(truth, truth, places, places, places, (first, second, p, q, r) => {
        const [a, b] = [new Exact(first), new Exact(second)];
        const sum = { a: printed(a, p), b: printed(b, q), total: printed(a.plus(b), r) };
        expect(verdicts('sum', sum)).toEqual(['holds']);
        const growth = { 'amount@2022': printed(a, p), 'amount@2021': printed(b, q), 'amount.yoy': printed(a.dividedBy(b).minus(1).times(100), r) }; // prettier-ignore
        expect(verdicts('growth', growth)).not.toContain('fails');
        const [part, whole] = [Exact.min(a, b), Exact.max(a, b)];
        const share = { part: { value: printed(part, p), unit: '万件' }, whole: { value: printed(whole, q), unit: '万件' }, share: printed(part.dividedBy(whole).times(100), r) }; // prettier-ignore
        expect(verdicts('ratio', share)).not.toContain('fails');
      }),
      { numRuns: 400 },
    );
  });

  it('of whole counts break no rule, and with one digit changed always do unless rounding allows it', () => {
    const count = fc.integer({ min: 1, max: 500_000 });
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (a, b, at, by) => {
          const counts = { a: { value: String(a), unit: '件' }, b: { value: String(b), unit: '件' } };
          const total = String(a + b);
          expect(verdicts('sum', { ...counts, total: { value: total, unit: '件' } })).toEqual(['holds']);
          const index = at % total.length;
          const digit = String((Number(total[index]) + by) % 10);
          const wrong = total.slice(0, index) + digit + total.slice(index + 1);
          if (/^0\d/.test(wrong)) return;
          expect(verdicts('sum', { ...counts, total: { value: wrong, unit: '件' } })).toEqual(['fails']);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a share with one digit changed fails exactly when it leaves the interval', () => {
    const count = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (x, y, at, by) => {
          const [part, whole] = [Math.min(x, y), Math.max(x, y)];
          const exact = new Exact(part).dividedBy(whole).times(100);
          const right = exact.toFixed(2);
          const index = right[at % right.length] === '.' ? 0 : at % right.length;
          const wrong =
            right.slice(0, index) + String((Number(right[index]) + by) % 10) + right.slice(index + 1);
          if (/^0\d/.test(wrong)) return;
          const figures = { part: String(part), whole: String(whole), share: wrong };
          const isOut = new Exact(wrong).minus(exact).abs().gt(0.005);
          expect(verdicts('ratio', figures)).toEqual([isOut ? 'fails' : 'holds']);
        },
      ),
      { numRuns: 300 },
    );
  });
});
