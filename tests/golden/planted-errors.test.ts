import { describe, expect, it } from 'vitest';
import { placeOf, runChanged } from '../examine-project.ts';
import { addSixthRegion } from '../sixth-region.ts';

/** The reports errors are planted in; all of them are silent as they are (see `ledgers` and `sixth-region`). */
const reports = {
  xiamen22: { file: 'data/xiamen/2022.yaml', asked: { period: '2022' } },
  xiamen17: { file: 'data/xiamen/2017.yaml', asked: { period: '2017' } },
  plan: { file: 'data/xiamen/2022-2025.yaml', asked: { period: '2022-2025' } },
  quanzhou: { file: 'data/quanzhou/2021.yaml', asked: { region: 'quanzhou', period: '2021' } },
  ningbo: { file: 'data/ningbo/2020.yaml', asked: { region: 'ningbo', period: '2020' } },
  sixth: { file: 'data/sample-city/2023.yaml', asked: { region: 'sample-city', period: '2023' } },
} as const;

type Planted = readonly [
  kind: string,
  report: keyof typeof reports,
  from: string,
  to: string,
  code: string,
  /** Text of the changed file the finding points at. */
  at: string,
];

const planted: Planted[] = [
  // Sums and their parts
  ['a digit wrong in a total', 'xiamen22', 'total: 1846', 'total: 1864', 'RULE_SUM', '1864'],
  ['a digit wrong in a part', 'xiamen22', 'patent_infringement: 341', 'patent_infringement: 314', 'RULE_SUM', '1846'],
  ['a digit wrong in a part of a court’s total', 'quanzhou', 'civil: 4259', 'civil: 4529', 'RULE_SUM', '4402'],
  ['a part left out of a total', 'quanzhou', 'accepted: { total: 4402', 'accepted: { total: 4396', 'RULE_SUM', '4396'],
  ['a total of two years under one', 'quanzhou', 'concluded: { total: 3996', 'concluded: { total: 7992', 'RULE_SUM', '7992'],
  ['a total of talents', 'quanzhou', 'new: { total: 48', 'new: { total: 84', 'RULE_SUM', '84, tier3'],
  ['a cumulative total of talents', 'quanzhou', 'cumulative: { total: 137', 'cumulative: { total: 173', 'RULE_SUM', '173'],
  ['a total over three years', 'ningbo', 'total: { value: 5054', 'total: { value: 5045', 'RULE_SUM', '5045'],
  // Ratios
  ['a share truncated', 'ningbo', 'share: { value: 10.9', 'share: { value: 10.8', 'RULE_RATIO', '10.8'],
  ['a share of another part', 'ningbo', 'share: { value: 8.1', 'share: { value: 10.8', 'RULE_RATIO', '10.8'],
  ['a rate of the year before', 'xiamen22', 'rate: { value: 65.54', 'rate: { value: 66.54', 'RULE_RATIO', '66.54'],
  ['a share with its digits swapped', 'ningbo', 'share: { value: 8.1', 'share: { value: 1.8', 'RULE_RATIO', '1.8, period: \'2018-2020\' } }\n      admin'],
  // Growth and its base
  ['a growth no whole number of last year gives', 'ningbo', 'yoy: 89.1', 'yoy: 89.3', 'RULE_BASE', '89.3'],
  ['a growth no whole number gives, of few', 'ningbo', 'yoy: 14.58', 'yoy: 15.48', 'RULE_BASE', '15.48'],
  ['a growth against last year’s figure', 'sixth', 'trademark: { registered: 21001 }', 'trademark:\n    registered: 21001\n    in_force: { value: 1000, other_periods: [{ value: 800, period: 2022 }], yoy: 52 }', 'RULE_GROWTH', '52 }'],
  ['a growth with the sign lost', 'sixth', 'trademark: { registered: 21001 }', 'trademark:\n    registered: 21001\n    in_force: { value: 800, other_periods: [{ value: 1000, period: 2022 }], yoy: 20 }', 'RULE_GROWTH', '20 }'],
  ['a change larger than the level', 'xiamen17', 'change: { value: 4.75', 'change: { value: 47.5', 'RULE_CHANGE', '47.5'],
  ['a precise growth on a lower bound', 'xiamen22', 'registrations: { value: 56001,', 'registrations: { value: 56001, qualifier: 余,', 'RULE_SOFT_BASE', '82.31'],
  ['a yearly growth over the wrong number of years', 'ningbo', '        value: 14.5\n        period', '        value: 15.4\n        period', 'RULE_CAGR', '15.4'],
  // Order
  ['more concluded than accepted', 'xiamen22', 'accepted: { total: 5457 }', 'accepted: { total: 4557 }', 'RULE_AT_MOST', '5094'],
  ['more mediated than concluded', 'xiamen22', 'value: 3339', 'value: 9333', 'RULE_AT_MOST', '9333'],
  ['more solved than filed', 'quanzhou', 'cases_solved: { ip_crime: 264 }', 'cases_solved: { ip_crime: 284 }', 'RULE_AT_MOST', '284'],
  ['more criminal cases concluded than accepted', 'quanzhou', 'criminal: 137', 'criminal: 117', 'RULE_AT_MOST', '127'],
  ['more leads acted on than there are', 'quanzhou', 'taken_down: 5413', 'taken_down: 6613', 'RULE_AT_MOST', '6613'],
  ['more examined than asked for', 'quanzhou', 'concluded: { value: 50, note: 2021年8月', 'concluded: { value: 60, note: 2021年8月', 'RULE_AT_MOST', '60, note: 2021年8月'],
  ['more new than there are', 'quanzhou', 'trademark: { total: 52, new: 7 }', 'trademark: { total: 52, new: 70 }', 'RULE_AT_MOST', '70 }'],
  ['more this year than ever', 'quanzhou', 'city_patent: { value: 34, cumulative: 253 }', 'city_patent: { value: 340, cumulative: 253 }', 'RULE_AT_MOST', '340'],
  ['a fund larger inside than whole', 'quanzhou', 'seed_capital: 4000', 'seed_capital: 40000', 'RULE_AT_MOST', '40000'],
  ['a part of the contracts larger than all', 'xiamen22', 'tech_transaction_value: 105.25', 'tech_transaction_value: 150.25', 'RULE_AT_MOST', '150.25'],
  // Bounds and ranks
  ['a share above one hundred', 'xiamen22', 'leased_share: 38', 'leased_share: 380', 'RULE_WITHIN', '380'],
  ['a negative count', 'xiamen22', 'registered: 77021', 'registered: -77021', 'RULE_WITHIN', '-77021'],
  ['a score beyond its scale', 'plan', 'base: { period: 2021, value: 81 }', 'base: { period: 2021, value: 810 }', 'RULE_WITHIN', '810'],
  ['a rank beyond those ranked', 'xiamen17', 'rank: { value: 9, period: 2016', 'rank: { value: 90, period: 2016', 'RULE_RANK', '90, period'],
  ['a rank of nought', 'quanzhou', 'rank_prefecture: { value: 1,', 'rank_prefecture: { value: 0,', 'RULE_RANK', '0, of: unstated, note: 来源作“持续位居'],
  // Over the years
  ['万 for 亿', 'sixth', 'pledge: { amount: 3.3 }', 'pledge: { amount: 33000 }', 'RULE_JUMP', '33000'],
  ['a figure left in from last year', 'sixth', 'registered: 21001', 'registered: 14001', 'RULE_UNCHANGED', '14001'],
  ['a cumulative count that falls', 'sixth', 'trademark: { registered: 21001 }', 'trademark: { registered: 21001 }\n  award: { china_patent: { value: 3, cumulative: { value: 30, other_periods: [{ value: 31, period: 2021 }] } } }', 'RULE_RISING', '30, other'],
  ['a stock that does not follow from last year’s', 'sixth', 'trademark: { registered: 21001 }', 'trademark: { registered: 21001 }\n  gi: { trademark: { total: { value: 55, other_periods: [{ value: 45, period: 2022 }] }, new: 7 } }', 'RULE_STOCK', '55, other'],
  ['digits of another line', 'quanzhou', 'new_first_instance: { civil: 3972', 'new_first_instance: { civil: 3863', 'RULE_SAME_DIGITS', '3863, criminal: 91'],
  ['a value given otherwise in another file', 'sixth', 'registered: 21001', 'registered: { value: 21001, other_periods: [{ value: 14010, period: 2022 }] }', 'FIGURE_TWICE', ''],
  // Against the source
  ['a digit wrong against the ledger', 'xiamen22', 'registered: 77021', 'registered: 77012', 'LEDGER_DIFFERS', '77012'],
  ['a qualifier lost', 'xiamen22', 'amount_involved: { value: 1.6, qualifier: 约 }', 'amount_involved: { value: 1.6 }', 'LEDGER_DIFFERS', '1.6 }'],
  ['a unit of another scale', 'quanzhou', 'registered: { value: 14.12, unit: 万件 }', 'registered: 14.12', 'LEDGER_DIFFERS', '14.12'],
  ['a unit of another kind', 'quanzhou', 'registered: { value: 14.12, unit: 万件 }', 'registered: { value: 14.12, unit: 家 }', 'UNIT_DIMENSION', '家 }'],
  // Numbers and words typed
  ['a number typed in a text', 'xiamen22', '{{region}}围绕', '全年1846件，{{region}}围绕', 'LITERAL_NUMBER', '1846件，'],
  ['a full-width number typed', 'xiamen22', '{{region}}围绕', '全年１８件，{{region}}围绕', 'LITERAL_NUMBER', '１８件'],
  ['a statistic passed off as a name', 'xiamen22', '{{region}}围绕', '{{literal "1846件"}}，{{region}}围绕', 'LITERAL_STATISTIC', '{{literal "1846件'],
  ['a rise told as a fall', 'ningbo', '三种专利授权{{figure "creation.patent.granted.total"}}，{{growth "creation.patent.granted.total"}}；知识产权', '三种专利授权下降{{figure "creation.patent.granted.total.yoy"}}；知识产权', 'CLAIM_DIRECTION', ''],
  ['a doubling nobody shows', 'xiamen22', '{{region}}围绕', '翻了一番，{{region}}围绕', 'CLAIM_UNBOUND', ''],
  ['a first that no source says', 'xiamen22', '{{region}}围绕', '居全国第一，{{region}}围绕', 'CLAIM_UNBOUND', ''],
  ['a level claim that the data deny', 'sixth', '全年专利、商标质押金额', '{{claim "持平" "utilization.pledge.amount"}}，全年专利、商标质押金额', 'CLAIM_FALSE', ''],
  ['a decrease by a multiple', 'xiamen22', '{{region}}围绕', '下降{{figure "utilization.insurance.firms" unit=false}}倍，{{region}}围绕', 'CLAIM_TIMES_DECREASE', ''],
  ['an expected amount told as achieved', 'xiamen22', '{{region}}围绕', '实现销售收入{{figure "utilization.hi_tech_projects.expected_sales" status="forecast"}}。{{region}}围绕', 'CLAIM_PLANNED', ''],
  ['a flow told as a stock', 'quanzhou', '全年新增专利授权{{figure "creation.patent.granted.total"}}，授权量', '年末专利授权{{figure "creation.patent.granted.total"}}，授权量', 'CLAIM_KIND', ''],
  // Periods, peers, plans
  ['a span told as a year', 'ningbo', '来源称逐年上升，各年的数未载', '新收{{figure "protection.court.new.criminal"}}，来源称逐年上升，各年的数未载', 'FIGURE_PERIOD', '{{figure "protection.court.new.criminal"}}，来'],
  ['a peer of another year', 'ningbo', '- { indicator: utilization.tech_contract.value }', '- { indicator: utilization.tech_contract.value, period: 2019 }', 'PEER_YEARS_DIFFER', '{ indicator: utilization.tech_contract.value, period'],
  ['a target without a base', 'plan', '    base: { period: 2021, value: 17.2 }\n', '', 'TARGET_WITHOUT_BASE', 'indicator: creation.patent.in_force.high_value'],
  ['a rank among nobody knows how many', 'quanzhou', 'rank_prefecture: { value: 1, of: unstated,', 'rank_prefecture: { value: 1,', 'RANK_FIELD_MISSING', '1, note: 来源作“持续位居'],
  ['a department nobody registered', 'plan', '[市中级法院, ', '[市中级人民院, ', 'DEPARTMENT_UNKNOWN', '市中级人民院'],
  ['a waiver of what holds', 'xiamen22', 'rate: { value: 65.54', 'rate: { value: 65.55', 'WAIVER_UNUSED', ''],
  ['a planned figure in a share', 'xiamen22', '{{region}}围绕', '{{share "utilization.hi_tech_projects.expected_sales" "utilization.tech_contract.value"}}，{{region}}围绕', 'FIGURE_NOT_COMPUTABLE', ''],
  ['look-alikes in a share', 'xiamen22', '{{region}}围绕', '{{share "utilization.pledge.loans.balance" "utilization.pledge.amount"}}，{{region}}围绕', 'FIGURE_NOT_COMPUTABLE', ''],
]; // prettier-ignore

describe('planted errors', () => {
  it('are many and of many kinds', () => {
    expect(planted.length).toBeGreaterThanOrEqual(60);
    expect(new Set(planted.map(([, , , , code]) => code)).size).toBeGreaterThanOrEqual(15);
  });

  it.each(planted)('%s (%s)', async (_, report, from, to, code, at) => {
    const { file, asked } = reports[report];
    const { diagnostics, read } = await runChanged(async (copy) => {
      if (report === 'sixth') await addSixthRegion(copy);
      await copy.edit(file, from, to);
    }, asked);
    const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(
      found.map((diagnostic) => diagnostic.file),
      JSON.stringify(diagnostics),
    ).toContain(code === 'FIGURE_TWICE' ? 'data/sample-city/2022.yaml' : file);
    const places = found.map(({ line, column }) => `${String(line)}:${String(column)}`);
    if (at !== '') expect(places).toContain(placeOf(read(file), at));
    for (const { hint, message } of found) {
      expect(hint ?? '').not.toBe('');
      expect(message).not.toMatch(/undefined|\[object/);
    }
  });
});
