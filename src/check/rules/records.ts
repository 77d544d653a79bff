import { convert } from '../../derive/convert.ts';
import { result, textOf } from '../compare.ts';
import { stated } from '../figures.ts';
import type { Rule } from '../check.ts';

/** A figure is what the ledger of its source has, range and qualifier included: 约1.6亿元 is not 1.6亿元. */
export const ledger: Rule = (facts, { ledgerEntry }) =>
  [...stated(facts)].map(([figure]) => {
    const entry = ledgerEntry(figure.key);
    if (!entry) return result('ledger', figure, 'not-checkable');
    const { value, to, unit, qualifier } = entry;
    const converted = convert(value, unit, figure.unit, facts.units);
    const upTo = to === undefined ? undefined : convert(to, unit, figure.unit, facts.units);
    const sameRange = upTo === undefined ? figure.to === undefined : upTo.equals(figure.to ?? NaN);
    const same = converted?.equals(figure.value) === true && sameRange && qualifier === figure.qualifier;
    const computed = textOf({
      value,
      unit,
      ...(to !== undefined && { to }),
      ...(qualifier !== undefined && { qualifier }),
    });
    return result('ledger', figure, same ? 'holds' : 'fails', [], { computed });
  });

/** A figure of a sealed period is what was published, or says that it is revised. */
export const sealed: Rule = (facts, { published }) =>
  [...stated(facts)].flatMap(([figure]) => {
    const was = published(figure.key);
    if (!was) return [];
    const same = convert(was.value, was.unit, figure.unit, facts.units)?.equals(figure.value) ?? false;
    const isRevised = figure.revised !== undefined;
    return [
      result('sealed', figure, same || isRevised ? 'holds' : 'fails', [], { computed: was.value + was.unit }),
    ];
  });
