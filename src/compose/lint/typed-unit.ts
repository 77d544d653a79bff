import { splitUnit } from '../format.ts';
import { convert } from '../../derive/convert.ts';
import type { ProseRule } from './rule.ts';

/** Units that do not convert and yet are mistaken for each other. */
const confused: Readonly<Record<string, string>> = { '%': '个百分点', '％': '个百分点', 个百分点: '%' };

/** CLAIM_UNIT: behind a number printed without its unit another one is typed: 亿元 for 万元, % for 个百分点. */
export const typedUnit: ProseRule = ({ text, calls }, { diagnostics, facts: { units }, figureOf }) => {
  const known = [...Object.keys(units), '％'].sort((a, b) => b.length - a.length);
  for (const call of calls) {
    if (call.name !== 'figure' || call.hash.unit !== false) continue;
    const figure = figureOf(call);
    const next = text.slice(call.index + call.words.length);
    const typed = known.find((unit) => next.startsWith(unit));
    if (!figure || typed === undefined || call.hash.scale === true) continue;
    const { name, unit } = figure;
    const { scale, base } = splitUnit(unit, units);
    if (typed === unit || typed === scale + base) continue;
    const factor = convert('1', typed, unit, units);
    if (confused[typed] === unit || (factor && !factor.equals(1)))
      diagnostics.report('CLAIM_UNIT', { typed, name, unit }, call.place);
  }
};
