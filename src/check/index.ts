import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { findInLedger } from '../derive/collect.ts';
import { Exact } from '../derive/decimal.ts';
import { isOfReport, type Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import type { Inputs } from '../validate/index.ts';
import { suspicions, type CheckResult, type LedgerEntry, type RuleId } from './check.ts';
import { textOf } from './compare.ts';
import { rules } from './rules/index.ts';
import { waive } from './waive.ts';

/**
 * Test what is stated against what can be computed, against other years, what was published, and the ledgers of the
 * sources. Failures become diagnostics unless they are waived. With `final`, figures that are not confirmed are errors
 * (DRAFT_IN_FINAL).
 */
export function check(inputs: Inputs, facts: Facts, diagnostics: Diagnostics, final: boolean): CheckResult[] {
  const tools = {
    rules: inputs.rules,
    ledgerEntry: (key: string) => ledgerEntry(inputs, facts.figures.get(key)),
    published: (key: string) => {
      const [region, period = ''] = key.split('/');
      return region === inputs.region.id ? inputs.sealed.get(period)?.figures[key] : undefined;
    },
  };
  const found = Object.values(rules).flatMap((rule) => rule(facts, tools));
  const results = waive(found, facts, inputs, diagnostics);
  for (const result of results) report(result, facts, inputs, diagnostics);
  reportMissing(inputs, facts, diagnostics);
  if (final) refuseDrafts(facts, diagnostics);
  return results;
}

function ledgerEntry(inputs: Inputs, figure: Figure | undefined): LedgerEntry | undefined {
  const source = figure?.provenance.source;
  if (!figure || source === undefined) return undefined;
  const { region, period, indicator, status } = figure;
  const as = status === 'target' ? 'target' : undefined;
  const entry = findInLedger(inputs, { source, region, period, indicator, as });
  return (
    entry && {
      value: new Exact(entry.value).toFixed(),
      to: entry.to === undefined ? undefined : new Exact(entry.to).toFixed(),
      unit: entry.unit,
      qualifier: entry.qualifier,
      line: entry.line,
    }
  );
}

type RuleCode = Extract<DiagnosticCode, `RULE_${string}` | 'SEALED_CHANGED'>;

const codes: Readonly<Record<Exclude<RuleId, 'ledger'>, RuleCode>> = {
  sum: 'RULE_SUM',
  ratio: 'RULE_RATIO',
  growth: 'RULE_GROWTH',
  base: 'RULE_BASE',
  change: 'RULE_CHANGE',
  cagr: 'RULE_CAGR',
  'at-most': 'RULE_AT_MOST',
  equal: 'RULE_EQUAL',
  stock: 'RULE_STOCK',
  rising: 'RULE_RISING',
  within: 'RULE_WITHIN',
  rank: 'RULE_RANK',
  jump: 'RULE_JUMP',
  unchanged: 'RULE_UNCHANGED',
  'same-digits': 'RULE_SAME_DIGITS',
  'soft-base': 'RULE_SOFT_BASE',
  sealed: 'SEALED_CHANGED',
};

function report(result: CheckResult, facts: Facts, inputs: Inputs, diagnostics: Diagnostics): void {
  const figure = facts.figures.get(result.figure);
  if (!figure) return;
  const { rule, name, stated, computed, place } = result;
  if (rule === 'ledger') reportLedger(result, figure, facts, inputs, diagnostics);
  else if (result.verdict === 'fails') {
    if (suspicions.has(rule) && hasReportOfItsOwn(figure, facts, inputs)) return;
    const against = result.against.flatMap((key) => {
      const other = facts.figures.get(key);
      if (!other) return [];
      const where = `${other.place.file}:${String(other.place.line)}`;
      return [{ name: other.name, text: textOf(other), where }];
    });
    const { expected, cause } = result;
    diagnostics.report(codes[rule], { name, stated, computed, expected, cause, against }, place);
  }
}

function reportLedger(
  { verdict, name, stated, computed = '', place }: CheckResult,
  figure: Figure,
  facts: Facts,
  inputs: Inputs,
  diagnostics: Diagnostics,
): void {
  const source = figure.provenance.source ?? '';
  const line = ledgerEntry(inputs, figure)?.line ?? 0;
  if (verdict === 'fails')
    diagnostics.report('LEDGER_DIFFERS', { name, stated, ledger: computed, source, line }, place);
  if (verdict !== 'not-checkable' || hasReportOfItsOwn(figure, facts, inputs)) return;
  if (inputs.ledgers.get(source)?.content.document.itemised === false) return;
  diagnostics.report('LEDGER_MISSING', { name, source }, place);
}

/** Figures a sealed period published that are no longer in the data. */
function reportMissing({ sealed, data }: Inputs, facts: Facts, diagnostics: Diagnostics): void {
  for (const [period, { figures }] of sealed) {
    for (const [key, { value, unit }] of Object.entries(figures)) {
      if (facts.figures.has(key)) continue;
      const place = data.get(period)?.yaml.place([]);
      diagnostics.report('SEALED_MISSING', { key, value: value + unit, period }, place);
    }
  }
}

/**
 * Whether a mere warning belongs to another report: the file the figure stands in makes one, and warns there. Files of
 * figures only, such as a peer's, have no other place.
 */
function hasReportOfItsOwn(figure: Figure, facts: Facts, inputs: Inputs): boolean {
  if (isOfReport(facts, figure)) return false;
  const files = figure.region === facts.region ? inputs.data : inputs.peers.get(figure.region)?.data;
  return files?.get(figure.writtenIn)?.content.report !== undefined;
}

/** Planned and forecast figures are final as such; provisional and estimated ones are not, and computed ones follow. */
function refuseDrafts(facts: Facts, diagnostics: Diagnostics): void {
  for (const figure of facts.figures.values()) {
    if (!isOfReport(facts, figure) || figure.provenance.formula !== undefined) continue;
    if (figure.status !== 'provisional' && figure.status !== 'estimated') continue;
    diagnostics.report('DRAFT_IN_FINAL', { name: figure.name, status: figure.status }, figure.place);
  }
}
