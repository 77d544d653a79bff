import { isOfReport } from '../../derive/facts.ts';
import type { Figure } from '../../derive/figure.ts';
import { result, textOf } from '../compare.ts';
import { held } from '../figures.ts';
import type { Rule } from '../check.ts';
import { significant } from './over-time.ts';

/** Fewer digits than this are often equal by chance. */
const tellingDigits = 4;

/** The same digits and unit under two indicators of a report: often one typed into the line of another. */
export const sameDigits: Rule = (facts) => {
  const first = new Map<string, Figure>();
  return [...held(facts)].flatMap(([figure]) => {
    if (!isOfReport(facts, figure) || significant(figure.value).length < tellingDigits) return [];
    const key = `${figure.value} ${figure.unit} ${figure.period}`;
    const other = first.get(key);
    if (!other) {
      first.set(key, figure);
      return [];
    }
    return [result('same-digits', figure, 'fails', [other], { computed: textOf(other) })];
  });
};
