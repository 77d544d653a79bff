import { describe, expect, it } from 'vitest';
import { placeOf, runChanged } from '../examine-project.ts';
import type { ChangeableProject } from '../project-copy.ts';

const report = 'data/xiamen/2022.yaml';
const plan = 'data/xiamen/2022-2025.yaml';
const creation = 'templates/sections/creation.hbs';
const chart = 'templates/charts/patent-grants.vl.yaml';

interface Case {
  readonly of: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** Text of the changed file the diagnostic points at. */
  readonly at: string;
  readonly hint?: RegExp;
  /** Report to make, where it is not the usual one. */
  readonly asked?: { readonly region?: string; readonly period: string };
}

const inData: Case[] = [
  { of: 'broken YAML', file: report, from: 'gi: 1 }', to: 'gi: 1', code: 'YAML_SYNTAX', at: 'customs:\n    suspect' },
  { of: 'a tab as indentation', file: report, from: '    registered: 77021', to: '\tregistered: 77021', code: 'YAML_SYNTAX', at: '\tregistered' },
  { of: 'a duplicate key in a block', file: report, from: 'registered: 77021', to: 'registered: 77021\n    registered: 1', code: 'YAML_DUPLICATE_KEY', at: 'registered: 1\n' },
  { of: 'a duplicate key in braces', file: report, from: 'applications: 467', to: 'applications: 467, applications: 468', code: 'YAML_DUPLICATE_KEY', at: 'applications: 468' },
  { of: 'two documents in a file', file: report, from: 'sources: [xiamen-2022', to: '---\nsources: [xiamen-2022', code: 'YAML_SYNTAX', at: '---\nsources' },
  { of: 'an alias without an anchor', file: report, from: 'applications: 467', to: 'applications: *nope', code: 'YAML_SYNTAX', at: '*nope' },
  { of: 'an alias inside its own anchor', file: chart, from: 'spec:\n', to: 'spec: &s\n  loop: *s\n', code: 'YAML_SYNTAX', at: '*s' },
  { of: 'an unknown key', file: report, from: 'data_cutoff:', to: 'data_cutof:', code: 'KEY_UNKNOWN', at: 'data_cutof:', hint: /data_cutoff/ },
  { of: 'an unknown key in the long form of a figure', file: report, from: 'value: 7990.88', to: 'value: 7990.88\n        qualifer: 近', code: 'INDICATOR_UNKNOWN', at: 'qualifer', hint: /qualifier/ },
  { of: 'a key named __proto__', file: report, from: 'creation:\n  patent:', to: 'creation:\n  __proto__: 1\n  patent:', code: 'INDICATOR_UNKNOWN', at: '__proto__' },
  { of: 'a number in quotes', file: report, from: 'invention: 5274', to: 'invention: "5274"', code: 'VALUE_TYPE', at: '"5274"' },
  { of: 'a number with a separator', file: report, from: 'registered: 77021', to: 'registered: 77,021', code: 'VALUE_TYPE', at: '77,021' },
  { of: 'a number with a separator in braces', file: report, from: 'applications: 467', to: 'applications: 1,234', code: 'INDICATOR_UNKNOWN', at: '234 }' },
  { of: 'a number with its unit', file: report, from: 'registered: 77021', to: 'registered: 77021件', code: 'VALUE_TYPE', at: '77021件' },
  { of: 'a figure left empty', file: report, from: 'registered: 77021', to: 'registered:', code: 'VALUE_TYPE', at: '\n    in_force: { value: 556365' },
  { of: 'a list where a number belongs', file: report, from: 'registered: 77021', to: 'registered: [77021]', code: 'VALUE_TYPE', at: '[77021]' },
  { of: 'a hexadecimal number', file: report, from: 'invention: 5274', to: 'invention: 0x10', code: 'VALUE_NOT_DECIMAL', at: '0x10' },
  { of: 'an octal number', file: report, from: 'invention: 5274', to: 'invention: 0o17', code: 'VALUE_NOT_DECIMAL', at: '0o17' },
  { of: 'an exponent', file: report, from: 'invention: 5274', to: 'invention: 1e3', code: 'VALUE_NOT_DECIMAL', at: '1e3' },
  { of: 'infinity', file: report, from: 'invention: 5274', to: 'invention: .inf', code: 'VALUE_NOT_DECIMAL', at: '.inf, utility' },
  { of: 'not a number, in the long form', file: report, from: 'value: 7990.88', to: 'value: .nan', code: 'VALUE_NOT_DECIMAL', at: '.nan' },
  { of: 'leading zeros', file: report, from: 'invention: 5274', to: 'invention: 007', code: 'VALUE_NOT_DECIMAL', at: '007' },
  { of: 'minus zero', file: report, from: 'invention: 5274', to: 'invention: -0', code: 'VALUE_NOT_DECIMAL', at: '-0, utility' },
  { of: 'a hexadecimal target', file: plan, from: 'value: 3600', to: 'value: 0xE10', code: 'VALUE_NOT_DECIMAL', at: '0xE10' },
  { of: 'a hexadecimal number behind an alias', file: report, from: 'invention: 5274, utility_model: 25143', to: 'invention: &n 0x10, utility_model: *n', code: 'VALUE_NOT_DECIMAL', at: '*n' },
  { of: 'an unknown unit', file: report, from: 'value: 7990.88', to: 'value: 7990.88\n        unit: 万园', code: 'UNIT_UNKNOWN', at: '万园', hint: /万元/ },
  { of: 'a unit named like a method', file: report, from: 'value: 7990.88', to: 'value: 7990.88\n        unit: constructor', code: 'UNIT_UNKNOWN', at: 'constructor' },
  { of: 'a unit of another dimension', file: report, from: 'value: 7990.88', to: 'value: 7990.88\n        unit: 万美元', code: 'UNIT_DIMENSION', at: '万美元', hint: /万元/ },
  { of: 'a target in a unit of another dimension', file: plan, from: 'unit: 家次', to: 'unit: 家', code: 'UNIT_DIMENSION', at: '家\n    basis: annual_average' },
  { of: 'an unknown indicator', file: report, from: 'registered: 77021', to: 'registred: 77021', code: 'INDICATOR_UNKNOWN', at: 'registred', hint: /creation\.trademark\.registered/ },
  { of: 'an unknown indicator of a target', file: plan, from: 'indicator: protection.satisfaction', to: 'indicator: protection.satisfactoin', code: 'INDICATOR_UNKNOWN', at: 'protection.satisfactoin', hint: /protection\.satisfaction/ },
  { of: 'a target for an indicator named like a method', file: plan, from: 'indicator: protection.satisfaction', to: 'indicator: constructor', code: 'INDICATOR_UNKNOWN', at: 'constructor' },
  { of: 'an unknown source', file: report, from: 'value: 7990.88', to: 'value: 7990.88\n        source: xiamen-2022-digset', code: 'SOURCE_UNKNOWN', at: 'xiamen-2022-digset', hint: /xiamen-2022-digest/ },
  { of: 'a plan that has no file', file: report, from: 'plan: 2022-2025', to: 'plan: 2022-2026', code: 'PERIOD_UNKNOWN', at: '2022-2026\n  keywords', hint: /2022-2025/ },
  { of: 'an impossible period', file: report, from: 'period: 2023', to: "period: '23'", code: 'VALUE_INVALID', at: "'23'" },
  { of: 'a word that is not a status', file: report, from: 'value: 10, status: planned', to: 'value: 10, status: palnned', code: 'VALUE_INVALID', at: 'palnned', hint: /planned/ },
  { of: 'HTML in a plain field', file: report, from: 'title: 知识产权宣传咨询活动', to: 'title: 宣传<script>alert(1)</script>', code: 'TEXT_MARKUP', at: '宣传<script>' },
  { of: 'braces in a plain field', file: report, from: 'title: 知识产权宣传咨询活动', to: "title: '{{lookup this}}'", code: 'TEXT_MARKUP', at: "'{{lookup" },
  { of: 'HTML in prose', file: report, from: 'text: 启动建设。', to: 'text: 启动<img src=x>建设。', code: 'TEXT_MARKUP', at: '启动<img' },
  { of: 'an unknown helper in prose', file: report, from: '{{region}}围绕', to: '{{regoin}}围绕', code: 'TEMPLATE_HELPER', at: '{{regoin}}', hint: /region/ },
  { of: 'lookup in prose', file: report, from: '{{region}}围绕', to: '{{lookup this "x"}}围绕', code: 'TEMPLATE_HELPER', at: '{{lookup' },
  { of: '__proto__ in prose', file: report, from: '{{region}}围绕', to: '{{__proto__}}围绕', code: 'TEMPLATE_HELPER', at: '{{__proto__' },
  { of: 'constructor in prose', file: report, from: '{{region}}围绕', to: '{{constructor}}围绕', code: 'TEMPLATE_HELPER', at: '{{constructor' },
  { of: 'null in prose', file: report, from: '{{region}}围绕', to: '{{null}}围绕', code: 'TEMPLATE_HELPER', at: '{{null' },
  { of: 'undefined in prose', file: report, from: '{{region}}围绕', to: '{{undefined}}围绕', code: 'TEMPLATE_HELPER', at: '{{undefined' },
  { of: 'a structure helper in prose', file: report, from: '{{region}}围绕', to: '{{chart "patent-grants"}}围绕', code: 'TEMPLATE_HELPER', at: '{{chart' },
  { of: 'raw braces in prose', file: report, from: '{{region}}围绕', to: '{{{region}}}围绕', code: 'TEMPLATE_RAW', at: '{{{region' },
  { of: 'a block in prose', file: report, from: '{{region}}围绕', to: '{{#if x}}y{{/if}}围绕', code: 'TEMPLATE_SYNTAX', at: '{{#if x' },
  { of: 'a partial in prose', file: report, from: '{{region}}围绕', to: '{{> card}}围绕', code: 'TEMPLATE_SYNTAX', at: '{{> card' },
  { of: 'a decorator in prose', file: report, from: '{{region}}围绕', to: '{{* x}}围绕', code: 'TEMPLATE_SYNTAX', at: '{{* x' },
  { of: 'a call within a call in prose', file: report, from: '{{region}}围绕', to: '{{figure (literal "x")}}围绕', code: 'TEMPLATE_ARGUMENT', at: '{{figure (' },
  { of: 'a bare word as an argument in prose', file: report, from: '{{region}}围绕', to: '{{figure this}}围绕', code: 'TEMPLATE_ARGUMENT', at: '{{figure this' },
  { of: 'quotes within quotes in prose', file: report, from: '{{region}}围绕', to: '{{literal "a"b"}}围绕', code: 'TEMPLATE_SYNTAX', at: 'b"}}围绕' },
  { of: 'an indicator named like a method in prose', file: report, from: '{{region}}围绕', to: '{{name "constructor"}}围绕', code: 'INDICATOR_UNKNOWN', at: '{{name' },
  { of: 'a word named like a method in prose', file: report, from: '{{region}}围绕', to: '{{t "toString"}}围绕', code: 'LOCALE_MISSING', at: '{{t "' },
  { of: 'an option a helper does not have, which would print another year', file: report, from: '（当年值－基期值）÷', to: '{{figure "creation.trademark.madrid.held" perod="2021"}}', code: 'KEY_UNKNOWN', at: '{{figure "creation.trademark.madrid.held" perod', hint: /period/ },
  { of: 'an argument too many, which would print another year', file: report, from: '（当年值－基期值）÷', to: '{{figure "creation.trademark.madrid.held" "2021"}}', code: 'TEMPLATE_ARGUMENT', at: '{{figure "creation.trademark.madrid.held" "2021' },
  { of: 'a flag written as a text, which would print the present for the target', file: report, from: '（当年值－基期值）÷', to: '{{figure "creation.trademark.madrid.held" target="true"}}', code: 'VALUE_INVALID', at: '{{figure "creation.trademark.madrid.held" target' },
  { of: 'a missing figure named in prose', file: report, from: '{{region}}围绕', to: '{{figure "services.agency.patent_agencies" period="2019"}}围绕', code: 'FIGURE_MISSING', at: '{{figure "services.agency' },
  { of: 'a growth without an earlier figure', file: report, from: '{{region}}围绕', to: '{{growth "creation.patent.granted.design"}}围绕', code: 'FIGURE_NOT_COMPUTABLE', at: '{{growth "creation.patent.granted.design' },
  { of: 'a sum that is not the sum of its parts', file: report, from: 'total: 1846', to: 'total: 1847', code: 'RULE_SUM', at: '1847' },
  { of: 'a part larger than its whole', file: report, from: 'concluded: { total: 5094 }', to: 'concluded: { total: 5458 }', code: 'RULE_AT_MOST', at: '5458' },
]; // prettier-ignore

const inTemplates: Case[] = [
  { of: 'a missing figure in a section', file: creation, from: '{{> blocks section="creation"}}', to: '<p>{{figure "services.agency.patent_agencies"}}</p>', code: 'FIGURE_MISSING', at: '{{figure "services' },
  { of: 'an unknown indicator in a section', file: creation, from: '{{> blocks section="creation"}}', to: '<p>{{figure "creation.patent.granted.inventoin"}}</p>', code: 'INDICATOR_UNKNOWN', at: '{{figure "creation.patent.granted.inventoin', hint: /creation\.patent\.granted\.invention/ },
  { of: 'a missing figure in a partial', file: 'templates/partials/key-figures.hbs', from: '{{name this}}', to: '{{figure "services.agency.patent_agencies"}}', code: 'FIGURE_MISSING', at: '{{figure "services' },
  { of: 'a missing key in a partial', file: 'templates/partials/key-figures.hbs', from: '{{name this}}', to: '{{titel}}', code: 'TEMPLATE_KEY', at: 'titel', hint: /title/ },
  { of: 'a missing key as an argument in a partial', file: 'templates/partials/key-figures.hbs', from: '{{name this}}', to: '{{name idd}}', code: 'TEMPLATE_KEY', at: 'idd', hint: /id/ },
  { of: 'a missing key in the block handed to a partial', file: 'templates/sections/highlights.hbs', from: '{{text this}}{{/card}}', to: '{{reprot.title}}{{/card}}', code: 'TEMPLATE_KEY', at: 'reprot', hint: /report\.title/ },
  { of: 'a missing key in a condition, which would drop the mark of a sample', file: 'templates/sections/colophon.hbs', from: '{{#if report.sample}}', to: '{{#if report.sampel}}', code: 'TEMPLATE_KEY', at: 'report.sampel', hint: /sample/ },
  { of: 'a missing key in a loop', file: 'templates/sections/targets.hbs', from: '{{#each targets}}', to: '{{#each targest}}', code: 'TEMPLATE_KEY', at: 'targest', hint: /targets/ },
  { of: 'an unknown helper in a template', file: creation, from: '{{> blocks section="creation"}}', to: '{{narative "creation.lead"}}', code: 'TEMPLATE_HELPER', at: 'narative', hint: /narrative/ },
  { of: 'an unknown partial', file: creation, from: '{{> blocks section="creation"}}', to: '{{> key-figur id="x"}}', code: 'TEMPLATE_MISSING', at: '{{> key-figur id="x"', hint: /key-figures/ },
  { of: 'a partial chosen while running', file: creation, from: '{{> blocks section="creation"}}', to: '{{> (concat "ca" "rd")}}', code: 'TEMPLATE_MISSING', at: '{{> (concat' },
  { of: 'an unclosed block', file: creation, from: '{{> blocks section="creation"}}', to: '{{#if targets}}', code: 'TEMPLATE_SYNTAX', at: '' },
  { of: 'raw braces in a template', file: creation, from: '{{> blocks section="creation"}}', to: '{{{report.title}}}', code: 'TEMPLATE_RAW', at: '{{{report' },
  { of: 'if without a condition', file: creation, from: '{{> blocks section="creation"}}', to: '{{#if}}x{{/if}}', code: 'TEMPLATE_ARGUMENT', at: '{{#if}}' },
  { of: 'each without a list', file: creation, from: '{{> blocks section="creation"}}', to: '{{#each}}x{{/each}}', code: 'TEMPLATE_ARGUMENT', at: '{{#each}}' },
  { of: 'a bare if', file: creation, from: '{{> blocks section="creation"}}', to: '{{if}}', code: 'TEMPLATE_HELPER', at: '{{if}}' },
  { of: 'lookup in a template, which is not strict', file: creation, from: '{{> blocks section="creation"}}', to: '{{lookup report "titel"}}', code: 'TEMPLATE_HELPER', at: '{{lookup' },
  { of: 'a bare lookup', file: creation, from: '{{> blocks section="creation"}}', to: '{{lookup}}', code: 'TEMPLATE_HELPER', at: '{{lookup' },
  { of: 'a decorator in a template', file: creation, from: '{{> blocks section="creation"}}', to: '{{* foo}}', code: 'TEMPLATE_HELPER', at: '{{* foo' },
  { of: 'null as a helper', file: creation, from: '{{> blocks section="creation"}}', to: '{{null 1}}', code: 'TEMPLATE_HELPER', at: 'null 1' },
  { of: 'a template inside itself', file: creation, from: '{{> blocks section="creation"}}', to: '{{> sections/creation}}', code: 'TEMPLATE_SYNTAX', at: '' },
  { of: 'names of nothing', file: creation, from: '{{> blocks section="creation"}}', to: '{{names}}', code: 'TEMPLATE_ARGUMENT', at: '{{names' },
  { of: 'the remark of nothing', file: creation, from: '{{> blocks section="creation"}}', to: '{{remark}}', code: 'TEMPLATE_ARGUMENT', at: '{{remark' },
  { of: 'a chart nobody drew', file: creation, from: '{{> blocks section="creation"}}', to: '{{chart "patent-grant"}}', code: 'CHART_UNKNOWN', at: '{{chart "patent-grant"}}', hint: /patent-grants/ },
  { of: 'a reference to a chart that is not there', file: creation, from: '{{> blocks section="creation"}}', to: '<p>{{ref "chart:patent-grant"}}</p>', code: 'REFERENCE_UNKNOWN', at: '{{ref', hint: /fig-patent-grants/ },
]; // prettier-ignore

const inCharts: Case[] = [
  { of: 'a chart without rows', file: chart, from: 'rows:\n  - { figure: creation.patent.granted.invention, label: 发明专利, optional: true }\n  - { figure: creation.patent.granted.utility_model, label: 实用新型, optional: true }\n  - { figure: creation.patent.granted.design, label: 外观设计, optional: true }\n', to: 'rows: []\n', code: 'CHART_ROWS_EMPTY', at: '[]\n' },
  { of: 'a row with two figures, of which one would be ignored', file: chart, from: '{ figure: creation.patent.granted.design,', to: '{ figure: creation.patent.granted.design, progress: utilization.pledge.amount,', code: 'VALUE_INVALID', at: '{ figure: creation.patent.granted.design' },
  { of: 'a row with a period that means nothing', file: chart, from: '{ figure: creation.patent.granted.design,', to: '{ progress: utilization.pledge.amount, period: 2021,', code: 'VALUE_INVALID', at: '{ progress' },
  { of: 'a row without a figure', file: chart, from: '{ figure: creation.patent.granted.design,', to: '{', code: 'KEY_MISSING', at: '{ label: 外观' },
  { of: 'rows of different periods', file: chart, from: '{ figure: creation.patent.granted.design,', to: '{ figure: publicity.ip_week.activities,', code: 'PERIODS_MIXED', at: 'rows:' },
  { of: 'indicators that only look alike in one chart', file: chart, from: '{ figure: creation.patent.granted.design,', to: '{ figure: utilization.pledge.amount }\n  - { figure: utilization.pledge.loans.balance,', code: 'LOOK_ALIKES_DRAWN', at: 'rows:', hint: /not_comparable/ },
  { of: 'a mark Vega-Lite does not have', file: chart, from: '- mark: bar', to: '- mark: barr', code: 'CHART_SPEC', at: 'spec:' },
  { of: 'a spec that is a list', file: chart, from: 'spec:\n', to: 'spec: []\nspecs:\n', code: 'VALUE_TYPE', at: '[]\n' },
  { of: 'a spec with data of its own', file: chart, from: 'spec:\n', to: 'spec:\n  data: { url: "file:///etc/passwd" }\n', code: 'CHART_DATA', at: 'spec:' },
  { of: 'a chart whose number is a text', file: chart, from: 'height: 30', to: 'height: tall', code: 'VALUE_TYPE', at: 'tall' },
]; // prettier-ignore

const ningbo = 'data/ningbo/2020.yaml';
const council = { region: 'ningbo', period: '2020' };
const peer = 'data/hangzhou/2020.yaml';
const matrix = { period: '2022-2025' };

const inOtherReports: Case[] = [
  { of: 'a peer figure of another year', file: ningbo, asked: council, from: '      - { indicator: utilization.tech_contract.value }', to: '      - { indicator: utilization.tech_contract.value, period: 2019 }', code: 'PEER_YEARS_DIFFER', at: '{ indicator: utilization.tech_contract.value, period: 2019 }', hint: /mixed_years/ },
  { of: 'a peer that is not registered as one', file: ningbo, asked: council, from: 'peers: [china]', to: 'peers: [xiamen]', code: 'PEER_UNKNOWN', at: 'xiamen]', hint: /hangzhou/ },
  { of: 'a peer in a sentence that is not registered as one', file: ningbo, asked: council, from: '占{{figure "services.lawyers.local.share" region="hangzhou"}}', to: '占{{figure "services.lawyers.local.share" region="xiamen"}}', code: 'PEER_UNKNOWN', at: '{{figure "services.lawyers.local.share" region="xiamen"', hint: /hangzhou/ },
  { of: 'a ratio to a region nobody knows', file: ningbo, asked: council, from: 'value: 41.7, peer: hangzhou', to: 'value: 41.7, peer: hangzuo', code: 'REGION_UNKNOWN', at: 'hangzuo' },
  { of: 'a table beside peers that nobody wrote', file: ningbo, asked: council, from: 'comparisons: [agencies, lawyers]', to: 'comparisons: [agencys]', code: 'COMPARISON_UNKNOWN', at: 'agencys', hint: /agencies/ },
  { of: 'a wrong number in a file of figures of a peer', file: peer, asked: council, from: 'value: 550', to: 'value: 5e2', code: 'VALUE_NOT_DECIMAL', at: '5e2' },
  { of: 'a rank without the number of those ranked', file: report, from: 'value: 1\n            of: unstated', to: 'value: 1', code: 'RANK_FIELD_MISSING', at: '1\n            note: 来源为版面', hint: /of:/ },
  { of: 'a rank without a scope', file: 'data/indicators/creation.yaml', from: "per 10,000 people' }\n    unit: 位\n    kind: rank\n    scope: 全省", to: "per 10,000 people' }\n    unit: 位\n    kind: rank", code: 'RANK_SCOPE_MISSING', at: 'creation.patent.in_force.high_value_invention.per_10k.rank_province:', hint: /scope/ },
  { of: 'a target without a base', file: plan, from: '    base: { period: 2021, value: 81 }\n', to: '', code: 'TARGET_WITHOUT_BASE', at: 'indicator: protection.satisfaction', hint: /base/ },
  { of: 'a planned amount told as actual', file: report, from: 'expected_sales" status="forecast"}}', to: 'expected_sales"}}', code: 'FIGURE_STATUS', at: '{{figure "utilization.hi_tech_projects.expected_sales"', hint: /forecast/ },
  { of: 'a planned amount in a sum', file: report, from: '{{region}}围绕', to: '{{share "utilization.hi_tech_projects.expected_sales" "utilization.tech_contract.value"}}围绕', code: 'FIGURE_NOT_COMPUTABLE', at: '{{share "utilization.hi' },
  { of: 'a span told as annual', file: ningbo, asked: council, from: '来源称逐年上升，各年的数未载', to: '新收{{figure "protection.court.new.criminal"}}，来源称逐年上升，各年的数未载', code: 'FIGURE_PERIOD', at: '{{figure "protection.court.new.criminal"}}，来', hint: /2018-2020/ },
  { of: 'a figure of part of the next year told as of this', file: ningbo, asked: council, from: '来源称逐年上升，各年的数未载', to: '专家{{figure "protection.overseas.experts"}}，来源称逐年上升，各年的数未载', code: 'FIGURE_PERIOD', at: '{{figure "protection.overseas.experts"}}，来', hint: /2021-ytd/ },
  { of: 'two figures that only look alike in one share', file: report, from: '{{region}}围绕', to: '{{share "utilization.pledge.loans.balance" "utilization.pledge.amount"}}围绕', code: 'FIGURE_NOT_COMPUTABLE', at: '{{share "utilization.pledge.loans' },
  { of: 'an unknown department', file: plan, asked: matrix, from: 'responsible: [市中级法院, ', to: 'responsible: [市中级法园, ', code: 'DEPARTMENT_UNKNOWN', at: '市中级法园', hint: /市中级法院/ },
  { of: 'a spelling of two departments', file: 'data/departments.yaml', asked: matrix, from: '  customs-house:', to: '  second:\n    name: { zh: 市中级法院 }\n    kind: judicial\n  customs-house:', code: 'NAME_TWICE', at: 'second:' },
]; // prettier-ignore

describe.each([
  ['data', inData],
  ['other reports', inOtherReports],
  ['templates', inTemplates],
  ['charts', inCharts],
] as const)('bad input in %s', (where, cases) => {
  it.each(cases)(
    '$of is reported as $code where it stands',
    async ({ file, from, to, code, at, hint, asked }) => {
      const change = (copy: ChangeableProject): Promise<void> => copy.edit(file, from, to);
      const { diagnostics, read } = await runChanged(change, { ...asked, draw: where === 'charts' });
      const found = diagnostics.filter((diagnostic) => diagnostic.code === code && diagnostic.file === file);
      expect(
        found.map(({ severity }) => severity),
        JSON.stringify(diagnostics),
      ).toContain('error');
      const places = found.map(({ line, column }) => `${String(line)}:${String(column)}`);
      if (at === '') expect(places[0]).toMatch(/^\d+:\d+$/);
      else expect(places).toContain(placeOf(read(file), at));
      for (const diagnostic of found) {
        expect(diagnostic.hint ?? '').not.toBe('');
        expect(diagnostic.message).not.toContain('[object');
      }
      if (hint) expect(found.map((diagnostic) => diagnostic.hint).join()).toMatch(hint);
    },
  );
});

describe('files that are no data files', () => {
  const only = async (change: (copy: ChangeableProject) => Promise<void>): Promise<string[]> => {
    const { diagnostics } = await runChanged(change);
    return diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, file, line, column }) => `${code} ${file ?? ''}:${String(line)}:${String(column)}`);
  };

  it('an alias bomb is stopped at its first alias', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => {
      const before = i === 0 ? '"x"' : `*a${String(i - 1)}`;
      return `a${String(i)}: &a${String(i)} [${Array(9).fill(before).join(',')}]`;
    });
    expect(await only((copy) => copy.write('data/xiamen/2018.yaml', levels.join('\n')))).toEqual([
      'YAML_ALIAS_BOMB data/xiamen/2018.yaml:2:10',
    ]);
  });

  it('a file of 50 MB is refused for its size', async () => {
    const huge = `a: ${'x'.repeat(1024)}\n`.repeat(50 * 1024);
    expect(await only((copy) => copy.write('data/xiamen/2018.yaml', huge))).toEqual([
      'FILE_TOO_LARGE data/xiamen/2018.yaml:1:1',
    ]);
  });

  it('brackets nested a hundred thousand deep are one error', async () => {
    const found = await only((copy) => copy.write('data/xiamen/2018.yaml', `a: ${'['.repeat(100_000)}`));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^YAML_SYNTAX data\/xiamen\/2018\.yaml:1:\d+$/);
  });

  it('an empty file is reported at its start', async () => {
    expect(await only((copy) => copy.write(report, ''))).toEqual([`VALUE_TYPE ${report}:1:1`]);
  });

  it('a file in UTF-16 and one in GBK are not taken for UTF-8', async () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x3a, 0x00]);
    const gbk = Uint8Array.from([0x61, 0x3a, 0x20, 0xcf, 0xc3, 0xc3, 0xc5]);
    expect(await only((copy) => copy.write(report, utf16))).toEqual([`FILE_ENCODING ${report}:1:1`]);
    expect(await only((copy) => copy.write(creation, gbk))).toEqual([`FILE_ENCODING ${creation}:1:1`]);
  });

  it('a region, a period, a theme and a language that are not there list those that are', async () => {
    const asked = [
      [{ region: '../../etc' }, 'REGION_UNKNOWN', /xiamen/],
      [{ region: 'fujian' }, 'REGION_UNKNOWN', /xiamen/],
      [{ period: '1999' }, 'PERIOD_UNKNOWN', /2022/],
      [{ period: '../xiamen/2022' }, 'PERIOD_UNKNOWN', /2022/],
      [{ region: 'hangzhou', period: '2020' }, 'PERIOD_WITHOUT_REPORT', /./],
      [{ theme: '../themes/whitepaper' }, 'THEME_UNKNOWN', /whitepaper/],
      [{ language: '../locales/zh-CN' }, 'LANGUAGE_UNKNOWN', /zh-CN/],
    ] as const;
    for (const [change, code, hint] of asked) {
      const { diagnostics } = await runChanged(() => Promise.resolve(), change);
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
      expect(diagnostics[0]!.hint).toMatch(hint);
    }
  });
});

describe('what is unusual and right', () => {
  it('a file with CRLF and a byte order mark composes the same tree', async () => {
    const plainRun = await runChanged(() => Promise.resolve());
    const windows = await runChanged(async (copy) => {
      for (const file of [report, creation, chart])
        await copy.write(file, `\uFEFF${(await copy.read(file)).replaceAll('\n', '\r\n')}`);
    });
    expect(windows.diagnostics).toEqual(plainRun.diagnostics);
    expect(windows.composed!.document.tree).toEqual(plainRun.composed!.document.tree);
  });

  it('digits are kept as written: 3.10, an aliased 3.10, twenty digits', async () => {
    const { examined } = await runChanged(async (copy) => {
      await copy.edit(report, 'paid_in: { value: 3.45', 'paid_in: { value: &n 3.10');
      await copy.edit(report, 'invested: { value: 2.3', 'invested: { value: *n');
      await copy.edit(report, 'registered: 77021', 'registered: 12345678901234567890');
    });
    const value = (id: string): string | undefined => examined!.facts.figures.get(`xiamen/2022/${id}`)?.value;
    expect(value('utilization.fund.paid_in')).toBe('3.10');
    expect(value('utilization.fund.invested')).toBe('3.10');
    expect(value('creation.trademark.registered')).toBe('12345678901234567890');
  });

  it('prose under a name no template asks for is a warning, not silence', async () => {
    const { diagnostics } = await runChanged((copy) =>
      copy.edit(report, '\n    portfolio: |', '\n    portfolo: |'),
    );
    const found = diagnostics.find(({ code }) => code === 'NARRATIVE_UNUSED');
    expect(found).toMatchObject({ severity: 'warning', file: report });
    expect(found!.hint).toMatch(/creation\.portfolio/);
  });

  it('backups and hidden files beside the data are not read', async () => {
    const { diagnostics } = await runChanged(async (copy) => {
      await copy.write('data/xiamen/2022 copy.yaml', 'broken: [');
      await copy.write('data/xiamen/._2022.yaml', 'broken: [');
      await copy.write('data/indicators/._creation.yaml', 'broken: [');
    });
    expect(diagnostics).toEqual([]);
  });
});
