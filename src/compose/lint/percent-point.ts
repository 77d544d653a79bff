import { changed, isChange, verbOf } from './changes.ts';
import { sentenceBefore } from './passage.ts';
import type { ProseRule } from './rule.ts';

/** Verbs of relative growth; a difference of percentages is told with 提高, 增加, 下降. */
const relative: ReadonlySet<string> = new Set(['增长']);

/**
 * CLAIM_PERCENT_POINT: the change of a percentage told in per cent where it is percentage points, by a verb before it or by
 * `{{growth}}`, and percentage points told with 增长.
 */
export const percentPoint: ProseRule = ({ text, calls }, { diagnostics, facts, figureOf }) => {
  const isPercentage = (id: string): boolean => facts.catalogue[id]?.unit === '%';
  for (const call of calls) {
    const figure = ['figure', 'growth'].includes(call.name) ? figureOf(call) : undefined;
    if (!figure || !isChange(figure)) continue;
    const { name, unit } = figure;
    const ofPercentage = isPercentage(changed(figure));
    if (call.name === 'growth') {
      if (ofPercentage || unit === '个百分点')
        diagnostics.report('CLAIM_PERCENT_POINT', { words: '{{growth}}', name }, call.place);
      continue;
    }
    const words = verbOf(sentenceBefore(text, call.index))?.words;
    if (words === undefined) continue;
    if ((unit === '%' && ofPercentage) || (unit === '个百分点' && relative.has(words)))
      diagnostics.report('CLAIM_PERCENT_POINT', { words, name }, call.place);
  }
};
