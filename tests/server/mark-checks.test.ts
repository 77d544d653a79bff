import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import type { CheckResult } from '../../src/check/check.ts';
import { markChecks } from '../../src/server/mark-checks.ts';

const result = (figure: string, change: Partial<CheckResult>): CheckResult => ({
  rule: 'ledger',
  verdict: 'fails',
  figure,
  name: '某数',
  stated: '1件',
  computed: '2件',
  against: [],
  place: { file: 'data/a/2022.yaml', line: 1, column: 1 },
  ...change,
});
const tree = h(null, [
  h('p', [
    h('data', { dataFigure: 'a' }, '1'),
    h('data', { dataFigure: 'b' }, '1'),
    h('data', { dataFigure: 'c' }, '1'),
  ]),
]);

test('figures that fail a check say so, waived ones with reason and office, as text; others stay as they are', () => {
  const waiver = { reason: '"><script>', by: '某局' };
  const checks = [
    result('a', { verdict: 'waived', waiver }),
    result('b', { verdict: 'waived', waiver }),
    result('b', {}),
    result('c', { verdict: 'not-checkable' }),
  ];
  const html = toHtml(markChecks(tree, checks, 'zh'));
  expect(html).toContain('title="核对不符：所载 1件，核对所得 2件；说明：&#x22;><script>（某局）"');
  expect(html.match(/data-check="[^"]*"/g)).toEqual(['data-check="waived"', 'data-check="fails"']);
  expect(html).toContain('<data data-figure="c">1</data>');
  expect(toHtml(tree)).not.toContain('data-check');
});

test('without such figures the tree is the same one', () => {
  expect(markChecks(tree, [result('a', { verdict: 'holds' })], 'en')).toBe(tree);
});
