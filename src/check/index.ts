import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { findInLedger } from '../derive/collect.ts';
import { ratioOf } from '../derive/compute.ts';
import { Exact } from '../derive/decimal.ts';
import { isOfReport, type Facts } from '../derive/facts.ts';
import type { Figure } from '../derive/figure.ts';
import type { Inputs } from '../validate/index.ts';
import type { CheckResult, LedgerEntry } from './check.ts';
import { rules } from './rules.ts';

/**
 * Test what is stated against what can be computed and against the ledgers of the sources. Failures become diagnostics:
 * RULE_SUM and RULE_AT_MOST stop the build, RULE_RATIO and LEDGER_DIFFERS warn. With `final`, figures that are not
 * confirmed are errors (DRAFT_IN_FINAL).
 */
export function check(inputs: Inputs, facts: Facts, diagnostics: Diagnostics, final: boolean): CheckResult[] {
  const tools = { ledgerEntry: (key: string) => ledgerEntry(inputs, facts.figures.get(key)) };
  const results = Object.values(rules).flatMap((rule) => rule(facts, tools));
  for (const result of results) report(result, facts, inputs, diagnostics);
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

type Reporter = (
  result: CheckResult,
  figure: Figure,
  facts: Facts,
  diagnostics: Diagnostics,
  inputs: Inputs,
) => void;

const reporters: Record<CheckResult['rule'], Reporter> = {
  sum({ name, stated, computed = '', against, place }, _, facts, diagnostics) {
    const parts = against.map((key) => facts.figures.get(key)?.value ?? '').join(' + ');
    diagnostics.report('RULE_SUM', { total: name, parts, computed, stated }, place);
  },
  ratio({ name, stated, computed = '', against, place }, figure, facts, diagnostics) {
    const parts = against.flatMap((key) => facts.figures.get(key) ?? []);
    const formula = parts.map(({ value }) => value).join(' ÷ ');
    const places = figure.value.split('.')[1]?.length ?? 0;
    const [top, bottom] = parts;
    const exact = top && bottom && ratioOf(top, bottom, figure.unit, facts);
    const truncated = exact?.toDecimalPlaces(places, Exact.ROUND_DOWN).equals(figure.value) === true;
    diagnostics.report('RULE_RATIO', { name, formula, computed, stated, truncated }, place);
  },
  'at-most'({ name, stated, against, place }, _, facts, diagnostics) {
    const whole = facts.figures.get(against[0] ?? '');
    const wholeValue = `${whole?.value ?? ''}${whole?.unit ?? ''}`;
    diagnostics.report(
      'RULE_AT_MOST',
      { part: name, whole: whole?.name ?? '', partValue: stated, wholeValue },
      place,
    );
  },
  ledger({ name, stated, computed = '', place }, figure, _, diagnostics, inputs) {
    const source = figure.provenance.source ?? '';
    const line = ledgerEntry(inputs, figure)?.line ?? 0;
    diagnostics.report('LEDGER_DIFFERS', { name, stated, ledger: computed, source, line }, place);
  },
};

function report(result: CheckResult, facts: Facts, inputs: Inputs, diagnostics: Diagnostics): void {
  const figure = facts.figures.get(result.figure);
  if (!figure || hasReportOfItsOwn(figure, facts, inputs, result)) return;
  if (result.verdict === 'fails') reporters[result.rule](result, figure, facts, diagnostics, inputs);
  else if (result.rule === 'ledger' && result.verdict === 'not-checkable') {
    const source = figure.provenance.source ?? '';
    if (inputs.ledgers.get(source)?.content.document.itemised === false) return;
    diagnostics.report('LEDGER_MISSING', { name: figure.name, source }, result.place);
  }
}

/**
 * Whether a warning about a source's own arithmetic belongs to another report: the file the figure stands in makes one,
 * and warns there. What differs from its ledger is warned of wherever it can be printed.
 */
function hasReportOfItsOwn(
  figure: Figure,
  facts: Facts,
  inputs: Inputs,
  { rule, verdict }: CheckResult,
): boolean {
  const isAboutSource = rule === 'ratio' || (rule === 'ledger' && verdict === 'not-checkable');
  if (!isAboutSource || isOfReport(facts, figure)) return false;
  const files = figure.region === facts.region ? inputs.data : inputs.peers.get(figure.region)?.data;
  return files?.get(figure.writtenIn)?.content.report !== undefined;
}

/** Planned and forecast figures are final as such; provisional and estimated ones are not. */
function refuseDrafts(facts: Facts, diagnostics: Diagnostics): void {
  for (const figure of facts.figures.values()) {
    if (!isOfReport(facts, figure)) continue;
    if (figure.status !== 'provisional' && figure.status !== 'estimated') continue;
    diagnostics.report('DRAFT_IN_FINAL', { name: figure.name, status: figure.status }, figure.place);
  }
}
