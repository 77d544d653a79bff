import { callMark } from './passage.ts';
import type { ProseRule } from './rule.ts';
import { falls, oneOf } from './words.ts';

const decrease = new RegExp(
  `${oneOf([...falls, '缩减', '减至', '降至'])}了?(?:近|约|超过?|到)?(?:${callMark}|[\\p{Nd}.]+|[一二两三四五六七八九十百数几]+)?(?:多|余)?倍`,
  'gu',
);
const beforeFigure = new RegExp(`${oneOf([...falls, '缩减'])}了?(?:近|约|超过?)?$`);

/** CLAIM_TIMES_DECREASE: nothing falls by more than all of it; 下降两倍 has no meaning. */
export const timesDecrease: ProseRule = ({ text, calls, placeAt }, { diagnostics, figureOf }) => {
  for (const { index, 0: words } of text.matchAll(decrease))
    diagnostics.report('CLAIM_TIMES_DECREASE', { words: words.replaceAll(callMark, '…') }, placeAt(index));
  for (const call of calls) {
    const words = beforeFigure.exec(text.slice(0, call.index))?.[0];
    if (call.words !== callMark || words === undefined || call.hash.unit === false) continue;
    const { index } = call;
    if (figureOf(call)?.unit === '倍')
      diagnostics.report('CLAIM_TIMES_DECREASE', { words: `${words}…倍` }, placeAt(index - words.length));
  }
};
