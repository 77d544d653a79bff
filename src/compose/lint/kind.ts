import { isYear } from '../../derive/facts.ts';
import { callMark, sentenceBefore } from './passage.ts';
import type { PassageCall } from './passage.ts';
import type { ProseRule } from './rule.ts';

/** What a sentence says of time before a figure, `none` where nothing that the rule is sure of. */
const cumulatively = /累计(?:达|为|有|共|已)?$/;
const untilEnd = /(?<![自从][^，]*)截?至[^，]*[末底]/;
const withinYear = /全年|年内|当年|本年|去年|上年|年度/;
/** The state at a year's end, in the same clause; 自…至年末 is a time, and 新增, 全年 after it begin another. */
const atYearEnd = new RegExp(
  `^(?!.*[自从]).*(?:[年月]|\\d|${callMark})[末底](?!以来|前)(?!.*(?:全年|当年|年内|本年|累计|新增|以来)).*$`,
);
const overYear = new RegExp(`(?:全年|当年|本年度?)[^，末底至${callMark}]*$`);

/**
 * CLAIM_KIND: 累计 before the count of one year, 年末 before what happened in the course of it, 全年 before what there is at its
 * end. An error where the words leave no other reading, a warning for a bare 累计.
 */
export const kindTold: ProseRule = ({ text, calls }, { diagnostics, figureOf }) => {
  for (const call of calls) {
    const figure = call.name === 'figure' && call.hash.status === undefined ? figureOf(call) : undefined;
    if (!figure || !isYear(figure.period)) continue;
    const { kind, name } = figure;
    const before = sentenceBefore(text, call.index);
    const clause = before.split('，').at(-1) ?? '';
    const report = (words: string, severity: 'error' | 'warning' = 'error'): void => {
      diagnostics.report('CLAIM_KIND', { words, name, kind }, call.place, severity);
    };
    if (kind === 'flow' && !name.includes('累计')) {
      if (cumulatively.test(before)) {
        if (untilEnd.test(before)) report('截至…累计');
        else if (!withinYear.test(before) && !saysYear(calls, call, before)) report('累计', 'warning');
      } else if (atYearEnd.test(clause)) report('年末');
    }
    if ((kind === 'stock' || kind === 'cumulative') && overYear.test(clause) && !/累计|年末|年底/.test(name))
      report('全年', clause.includes('累计') ? 'warning' : 'error');
  }
};

/** Whether the sentence has named its year before the figure, {{year}} or {{literal "2021年"}}. */
function saysYear(calls: readonly PassageCall[], { index }: PassageCall, before: string): boolean {
  const start = index - before.length;
  return calls.some(
    (call) =>
      call.index >= start &&
      call.index < index &&
      (call.name === 'year' || call.name === 'period' || call.words.includes('年')),
  );
}
