import { toString } from 'hast-util-to-string';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/check/check.ts';
import { compose } from '../../src/compose/index.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { printedPlaces } from '../../src/document/printed-places.ts';
import { runProject } from '../examine-project.ts';

const { examined } = await runProject();
const { inputs, facts, checks } = examined!;

/** The appendix on the checks, as composed from results. */
function appendix(results: readonly CheckResult[]): Element | undefined {
  const diagnostics = new Diagnostics('en');
  const { document } = compose(inputs, facts, results, diagnostics);
  expect(diagnostics.all.filter(({ severity }) => severity === 'error')).toEqual([]);
  return document.tree.children.find(
    (node): node is Element => node.type === 'element' && node.properties.id === 'app-checks',
  );
}

const failing = { ...checks.find(({ verdict }) => verdict === 'waived')!, verdict: 'fails' as const };
/** The sample's results with its waiver taken away or given by another. */
const withVerdict = (change: Partial<CheckResult>): CheckResult[] =>
  checks.map((result) => {
    if (result.figure !== failing.figure || result.rule !== failing.rule) return result;
    const { waiver: given, ...bare } = result;
    expect(given).toBeDefined();
    return { ...bare, ...change };
  });
const unwaived = withVerdict({ verdict: 'fails' });
const known = unwaived.filter(({ verdict }) => verdict !== 'not-checkable');
const waiver = { reason: '<b>来源截尾</b>', by: '市中级人民法院' };

describe('the appendix on the checks', () => {
  it('counts them and sets both numbers of what fails beside each other', () => {
    const text = toString(appendix(known)!);
    expect(text).toMatch(/共核对\d+项：相符\d+项，不能核对0项，不符1项。/);
    const [, total, holds] = /核对(\d+)项：相符(\d+)项/.exec(text)!;
    expect(Number(holds)).toBe(Number(total) - 1);
    expect(text).toMatch(/调撤率2022年65\.54%65\.55%比率等于分子除以分母.*截尾所得/);
    expect(text).not.toContain('责任单位');
  });

  it('prints the stated number as a figure, so that it is in the ledger', () => {
    const tree = { type: 'root' as const, children: [appendix(known)!] };
    expect(printedPlaces({ tree, drawings: {} })).toMatchObject([
      { figure: failing.figure, text: '65.54%', element: 'table', id: 'tab-checks-differing' },
    ]);
  });

  it('names who answers for a waived one, as text', () => {
    const waived = withVerdict({ verdict: 'waived', waiver });
    const section = appendix(waived)!;
    expect(toString(section)).toContain('不符1项，其中1项有责任单位说明理由。');
    expect(toString(section)).toContain('<b>来源截尾</b>（市中级人民法院）。');
    expect(JSON.stringify(section)).not.toContain('"tagName":"b"');
  });

  it('says why some cannot be made, also of a rule that has no words yet', () => {
    const unknown = (rule: string): CheckResult =>
      ({ ...failing, rule, verdict: 'not-checkable', computed: undefined }) as unknown as CheckResult;
    const text = toString(appendix([...known, unknown('ratio'), unknown('rule-of-ours')])!);
    expect(text).toContain('不能核对2项');
    expect(text).toContain('没有列出分子或分母');
    expect(text).toMatch(/rule-of-ours1010所需的数不全/);
  });

  it('speaks of the figures this report has or prints, and is left out without any', () => {
    expect(checks.some(({ figure }) => figure.startsWith('xiamen/2017/'))).toBe(true);
    const others = checks.filter(({ figure }) => figure.startsWith('quanzhou/'));
    expect(appendix(others)).toBeUndefined();
    expect(appendix([])).toBeUndefined();
  });
});
