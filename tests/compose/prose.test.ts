import fc from 'fast-check';
import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../src/document/visit.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createContext, type ComposeContext } from '../../src/compose/context.ts';
import { parseTree } from '../../src/compose/parse-tree.ts';
import { proseParagraphs, runProse } from '../../src/compose/prose.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { projectContext, prose } from '../examine-project.ts';

let shared: ComposeContext;
beforeAll(async () => {
  shared = await projectContext();
});

const fresh = (): ComposeContext => createContext(shared.inputs, shared.facts, new Diagnostics('en'));
const textOf = (html: string): string => toString(parseTree(`<p>${html}</p>`, new Diagnostics()));
const said = (text: string): string => textOf(runProse(fresh(), prose(text)));

function tags(tree: Root): string[] {
  const names = new Set<string>();
  visit(tree, 'element', ({ tagName }) => void names.add(tagName));
  return [...names];
}

describe('any text from data', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '{',
          '}',
          '\\',
          '<b>',
          '</p>',
          '&lt;',
          '<!--',
          '{{',
          '}}',
          '{{!',
          '\n\n',
          '中',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('never becomes markup, and never stops the program', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const context = fresh();
        const html = proseParagraphs(context, prose(text));
        const diagnostics = new Diagnostics();
        expect(tags(parseTree(html, diagnostics)).filter((name) => name !== 'p')).toEqual([]);
        expect(diagnostics.all).toEqual([]);
        expect(context.diagnostics.all.every(({ line, column }) => line! > 0 && column! > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('without braces is printed letter by letter', () => {
    const plain = fc.string().filter((text) => !/[{}\\\s\0]/.test(text) && text !== '');
    fc.assert(
      fc.property(plain, (text) => {
        expect(said(text)).toBe(text);
      }),
    );
  });

  it('as an argument of a helper is printed, not read as markup', () => {
    expect(said('{{literal "<script>alert(1)</script>"}}')).toBe('<script>alert(1)</script>');
    expect(said(`{{literal '"><img src=x>'}}`)).toBe('"><img src=x>');
    expect(said('{{literal "{{region}}"}}')).toBe('{{region}}');
  });
});

describe('the helpers of prose', () => {
  it.each([
    ['{{figure "creation.patent.granted.invention"}}', '5274件'],
    ['{{figure "creation.patent.granted.invention" unit=false}}', '5274'],
    ['{{figure "creation.patent.pct.applications" period="2017"}}', '313件'],
    ['{{figure "creation.patent.pct.applications" period=2017}}', '313件'],
    ['{{figure "utilization.pledge.amount" target=true}}', '40亿元'],
    ['{{figure "publicity.ip_week.activities" period="2023" status="planned"}}', '32项'],
    ['{{figure "creation.patent.granted.total"}}', '38442件'],
    ['{{growth "creation.copyright.registrations"}}', '同比增长82.31%'],
    ['{{growth "utilization.pledge.amount"}}', '比2021年增长10.61%（测算）'],
    ['{{growth "utilization.pledge.amount" form="value"}}', '10.61%'],
    ['{{change "creation.trademark.madrid.held" period="2021"}}', '比2021年增加53件（测算）'],
    ['{{change "creation.patent.in_force.high_value_invention.per_10k"}}', '比2021年提高3.6件（测算）'],
    ['{{growth "creation.award.china_patent" period="2017"}}', '与2017年持平'],
    ['{{share "utilization.pledge.inclusive_loans.amount" "utilization.pledge.amount"}}', '48.80%（测算）'],
    [
      '{{share "utilization.pledge.inclusive_loans.amount" "utilization.pledge.amount" mark=false}}',
      '48.80%',
    ],
    ['{{progress "utilization.pledge.amount"}}', '18.0%（测算）'],
    ['{{attainment "utilization.pledge.amount"}}', '69.6%（测算）'],
    ['{{rank "creation.award.china_patent.rank_province"}}', '全省第1位'],
    ['{{period "creation.trademark.in_force"}}', '截至2022年底'],
    ['{{year}}、{{year "2017"}}', '2022年、2017年'],
    [
      '{{name "creation.trademark.in_force"}}以{{unit "creation.trademark.in_force"}}计',
      '有效注册商标量以件计',
    ],
    ['a{{! a remark }}b', 'ab'],
  ])('%s is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('carry key and exact value of what they print', () => {
    const html = runProse(fresh(), prose('{{figure "utilization.pledge.loans.disbursed.yoy"}}'));
    expect(html).toBe(
      '<data value="115.40" data-figure="xiamen/2022/utilization.pledge.loans.disbursed.yoy">115.40%</data>',
    );
  });

  it('say of a change that only rounds to nothing that it is about level', () => {
    const context = fresh();
    const id = 'creation.trademark.in_force';
    const now = context.facts.figures.get(`xiamen/2022/${id}`)!;
    const before = { ...now, key: `xiamen/2021/${id}`, period: '2021', value: '556364' };
    const facts = { ...context.facts, figures: new Map(context.facts.figures).set(before.key, before) };
    expect(textOf(runProse({ ...context, facts }, prose(`{{growth "${id}"}}`)))).toBe('与2021年基本持平');
  });

  it('say a fall in words and keep its sign in the value', () => {
    const context = fresh();
    const id = 'creation.trademark.in_force';
    const now = context.facts.figures.get(`xiamen/2022/${id}`)!;
    const before = { ...now, key: `xiamen/2021/${id}`, period: '2021', value: '1112730' };
    const facts = { ...context.facts, figures: new Map(context.facts.figures).set(before.key, before) };
    const html = runProse({ ...context, facts }, prose(`{{growth "${id}"}}`));
    expect(textOf(html)).toBe('比2021年下降50.00%（测算）');
    expect(html).toContain('value="-50.00"');
  });
});

it('a blank line starts a paragraph, a line break alone is layout', () => {
  expect(proseParagraphs(fresh(), prose('一\n  二\n \n三\n'), 'lead')).toBe(
    '<p data-part="lead">一二</p>\n<p data-part="lead">三</p>',
  );
});
