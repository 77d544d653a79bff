import { suspicions, type CheckResult, type Verdict } from '../../check/check.ts';
import { isOfReport } from '../../derive/facts.ts';
import { word, type ComposeContext } from '../context.ts';
import { nameInLanguage } from '../../validate/name-in-language.ts';
import type { ValueHelper } from './helper.ts';

/** How many checks came to which verdict. */
type Counts = Readonly<Record<'total' | 'holds' | 'unknown' | 'differs' | 'waived', number>>;

/**
 * `{{#with (checks)}}`: what came of checking the figures this report has or has printed so far: how many checks in all and by
 * rule, why some cannot be made, and the ones that do not hold with both numbers. `differs` counts those an office
 * answers for, too; `waived` those alone.
 */
export const checks: ValueHelper = (context) => {
  const concerned = context.checks.filter(({ figure: key, rule, verdict }) => {
    if (suspicions.has(rule) && verdict !== 'waived') return false;
    const figure = context.facts.figures.get(key);
    return context.printed.has(key) || (figure !== undefined && isOfReport(context.facts, figure));
  });
  const rules = [...new Set(concerned.map(({ rule }) => rule))].map((rule) => {
    const counts = count(concerned.filter((result) => result.rule === rule));
    return {
      ...counts,
      name: ruleName(context, rule),
      why:
        counts.unknown === 0 ? '' : wordOr(context, `check.unknown.${rule}`, word(context, 'check.unknown')),
    };
  });
  const differing = concerned.filter(({ verdict }) => verdict === 'fails' || verdict === 'waived');
  return {
    ...count(concerned),
    rules,
    differing: differing.map((result) => ({
      key: result.figure,
      name: nameOf(context, result),
      computed: result.computed ?? '',
      rule: ruleName(context, result.rule),
      reason: reasonOf(context, result).replace(/。$/, ''),
      by: result.waiver?.by ?? '',
    })),
  };
};

function count(results: readonly CheckResult[]): Counts {
  const of = (...verdicts: Verdict[]): number =>
    results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    total: results.length,
    holds: of('holds'),
    unknown: of('not-checkable'),
    differs: of('fails', 'waived'),
    waived: of('waived'),
  };
}

/** The figure's name, with its region where that is not the report's own. */
function nameOf({ inputs, facts }: ComposeContext, { figure, name }: CheckResult): string {
  const peer = inputs.peers.get(facts.figures.get(figure)?.region ?? '')?.region;
  return peer ? nameInLanguage(inputs.language, peer.short_name) + name : name;
}

/** Why it stands as it is: the office's reason, else the figure's own note. */
function reasonOf(context: ComposeContext, { waiver, figure }: CheckResult): string {
  return waiver?.reason ?? context.facts.figures.get(figure)?.note ?? word(context, 'check.unexplained');
}

function ruleName(context: ComposeContext, rule: string): string {
  return wordOr(context, `check.rule.${rule}`, rule);
}

/** A word of the locale where it has one: rules may be written in data. */
function wordOr({ inputs }: ComposeContext, key: string, otherwise: string): string {
  return inputs.locale.words[key] ?? otherwise;
}
