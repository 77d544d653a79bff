import { claimWords, type ClaimWords } from '../claim-words.ts';
import { callMark, sentenceBefore, unquoted, type Passage } from './passage.ts';
import type { LintTools, ProseRule, TextRule } from './rule.ts';
import { oneOf, plans } from './words.ts';

const planned = new RegExp(oneOf(plans));
const consecutive = new RegExp(`连续${callMark}`);

/** CLAIM_UNBOUND: 首次, 率先, 持平, 居全省首位 typed as plain words, with neither data nor a source behind them. */
export const unbound: ProseRule = (passage, tools) => {
  report(passage, tools, (words, index) => isCounted(passage, tools, words, index));
};

/** The same for the text of templates. */
export const unboundText: TextRule = (passage, tools) => {
  report(passage, tools, () => false);
};

function report(
  { text, placeAt }: Passage,
  { diagnostics }: Pick<LintTools, 'diagnostics'>,
  isBound: (words: string, index: number) => boolean,
): void {
  const said = unquoted(text);
  const taken = new Set<number>();
  for (const { loose, aim } of Object.values<ClaimWords>(claimWords)) {
    for (const { index, 0: words } of loose === undefined ? [] : said.matchAll(loose)) {
      const last = index + words.length - 1;
      if (taken.has(last) || isBound(words, index)) continue;
      if (aim && planned.test(sentenceBefore(said, index))) continue;
      taken.add(last);
      const start = index + Math.max(words.lastIndexOf(callMark) + 1, 0);
      diagnostics.report('CLAIM_UNBOUND', { words: words.slice(start - index) }, placeAt(start));
    }
  }
}

/** 连续{{figure "….rank_province_years"}}居全省首位: the figure counts the years of that very place. */
function isCounted({ text, calls }: Passage, { figureOf }: LintTools, words: string, index: number): boolean {
  const clause = sentenceBefore(text, index).split('，').at(-1) ?? '';
  const counted = consecutive.exec(clause);
  if (!counted) return false;
  const at = index - clause.length + counted.index + counted[0].length - 1;
  const call = calls.find((known) => known.index === at);
  const figure = call && figureOf(call);
  return figure?.unit === '年' && /首位|第一|榜首/.test(words) && /首位|第一/.test(figure.name);
}
