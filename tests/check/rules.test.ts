import { describe, expect, it } from 'vitest';
import { rules } from '../../src/check/rules/index.ts';
import type { LedgerEntry } from '../../src/check/check.ts';
import type { Facts } from '../../src/derive/facts.ts';
import type { Figure } from '../../src/derive/figure.ts';
import type { Indicator } from '../../src/validate/schema/catalogue.ts';
import { aFigure, units } from '../derive/a-figure.ts';
import { placeOf, runChanged } from '../examine-project.ts';

const indicator = (change: Partial<Indicator> = {}): Indicator => ({
  name: { zh: '某数' },
  unit: '件',
  kind: 'flow',
  decimals: 0,
  ...change,
});
const catalogue = {
  total: indicator({ sum_of: ['a', 'b'] }),
  rate: indicator({ unit: '%', ratio_of: ['a', 'b'] }),
  a: indicator({ at_most: 'b' }),
  b: indicator(),
};

type Written = string | Partial<Figure>;

function factsOf(written: Readonly<Record<string, Written>>): Facts {
  const figures = Object.entries(written).map(([id, change]) =>
    aFigure({
      key: `somewhere/2022/${id}`,
      indicator: id,
      ...(id === 'rate' && { unit: '%' }),
      ...(typeof change === 'string' ? { value: change } : change),
    }),
  );
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

function verdict(
  rule: keyof typeof rules,
  written: Readonly<Record<string, Written>>,
  entry?: Partial<LedgerEntry>,
): string {
  const ledgerEntry = (): LedgerEntry | undefined =>
    entry && { value: '1', to: undefined, unit: '件', qualifier: undefined, line: 7, ...entry };
  const [result] = rules[rule](factsOf(written), { rules: [], ledgerEntry, published: () => undefined });
  return result ? [result.verdict, result.computed].filter(Boolean).join(' ') : 'no result';
}

describe('a total', () => {
  it.each([
    ['holds 5件', { total: '5', a: '2', b: '3' }],
    ['fails 5件', { total: '6', a: '2', b: '3' }],
    ['holds 0.3件', { total: '0.3', a: '0.1', b: '0.2' }],
    ['holds 15001件', { total: '15001', a: { value: '1.5', unit: '万件' }, b: '1' }],
    ['not-checkable', { total: '5', a: '2' }],
    ['holds 5件', { total: '5', a: '2', b: { value: '3', qualifier: '余' } }],
    ['fails 5件', { total: '4', a: '2', b: { value: '3', qualifier: '余' } }],
    ['holds 5件', { total: { value: '5', status: 'provisional' }, a: '2', b: '3' }],
    ['not-checkable', { total: '5', a: '2', b: { value: '3', status: 'planned' } }],
    ['not-checkable', { total: '5', a: '2', b: { value: '3', unit: '家' } }],
    ['no result', { total: { value: '6', provenance: { formula: '2 + 3' } }, a: '2', b: '3' }],
  ] as [string, Record<string, Written>][])('%s: %j', (expected, written) => {
    expect(verdict('sum', written)).toBe(expected);
  });
});

describe('a ratio', () => {
  it.each([
    ['holds 65.55%', { rate: '65.55', a: '3339', b: '5094' }],
    ['fails 65.55%', { rate: '65.54', a: '3339', b: '5094' }],
    ['holds 66%', { rate: '66', a: '3339', b: '5094' }],
    ['fails 50.0%', { rate: '50.1', a: '1', b: '2' }],
    ['holds 50%', { rate: '50', a: { value: '1', unit: '万件' }, b: '20000' }],
    ['not-checkable', { rate: '50', a: '1', b: '0' }],
    ['not-checkable', { rate: '50', a: '1' }],
  ] as [string, Record<string, Written>][])('%s: %j', (expected, written) => {
    expect(verdict('ratio', written)).toBe(expected);
  });
});

describe('a part', () => {
  it.each([
    ['holds 3件', { a: '3', b: '3' }],
    ['fails 3件', { a: '4', b: '3' }],
    ['fails 3件', { a: { value: '1', unit: '万件' }, b: '3' }],
    ['not-checkable', { a: '4' }],
  ] as [string, Record<string, Written>][])('%s: %j', (expected, written) => {
    expect(verdict('at-most', written)).toBe(expected);
  });
});

describe('a figure and the ledger of its source', () => {
  it.each([
    ['holds 1件', '1', {}],
    ['holds 115.4件', '115.40', { value: '115.4' }],
    ['holds 1万件', '10000', { unit: '万件' }],
    ['fails 2件', '1', { value: '2' }],
    ['fails 1家', '1', { unit: '家' }],
    ['fails 1件（约）', '1', { qualifier: '约' }],
    ['fails 1件', { value: '1', qualifier: '约' }, {}],
    ['holds 9～22件', { value: '9', to: '22' }, { value: '9', to: '22' }],
    ['fails 9～22件', '9', { value: '9', to: '22' }],
    ['fails 9件', { value: '9', to: '22' }, { value: '9' }],
    ['not-checkable', '1', undefined],
  ] as [string, Written, Partial<LedgerEntry> | undefined][])(
    '%s: %j, ledger %j',
    (expected, written, entry) => {
      expect(verdict('ledger', { b: written }, entry)).toBe(expected);
    },
  );

  it('are compared for targets and bases of the plan, too', async () => {
    const plan = 'data/xiamen/2022-2025.yaml';
    const { diagnostics, read } = await runChanged(
      async (copy) => {
        await copy.edit(plan, 'value: 3600', 'value: 3660');
        await copy.edit(plan, 'value: 2357', 'value: 2375');
      },
      { period: '2022-2025' },
    );
    const found = diagnostics.filter(({ code }) => code === 'LEDGER_DIFFERS');
    expect(found.map(({ line, column }) => `${String(line)}:${String(column)}`)).toEqual([
      placeOf(read(plan), '2375'),
      placeOf(read(plan), '3660'),
    ]);
  });
});

it('a rate that only truncation gives is an error that names both numbers, their places and what would do', async () => {
  let text = '';
  const { diagnostics } = await runChanged(async (copy) => {
    const file = 'data/xiamen/2022.yaml';
    text = await copy.read(file);
    await copy.write(file, text.replace(/waivers:\n(?: {2}.*\n)+/, ''));
    text = await copy.read(file);
  });
  const [line, column] = placeOf(text, '65.54,').split(':').map(Number);
  const [dividend] = placeOf(text, '3339').split(':');
  expect(diagnostics).toMatchObject([{ code: 'RULE_RATIO', severity: 'error', line, column }]);
  expect(diagnostics[0]!.message).toContain(`3339件 (data/xiamen/2022.yaml:${dividend!})`);
  expect(diagnostics[0]!.message).toContain('gives 65.55% (only truncation');
  expect(diagnostics[0]!.hint).toContain('65.55%');
});
