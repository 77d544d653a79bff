import type { ProseRule } from './rule.ts';
import { counters, oneOf } from './words.ts';

const number =
  '(?:[近约超逾达共仅]|超过|突破|不足)?\\s*[−-]?\\p{Nd}[\\p{Nd}.,．，]*(?:[～~—–-]\\p{Nd}[\\p{Nd}.,．，]*)?\\s*[余多]?[十百千万亿]*[余多]?';
const unit = `\\s*${oneOf(counters)}`;
/** The whole of a literal is a statistic; 500强, “2021全国民营企业发明专利500家”, 24小时 are not. */
const statistic = new RegExp(`^${number}${unit}(?:[余多]|以上|以下|左右)?$`, 'u');
const bareNumber = new RegExp(`^${number}$`, 'u');
const unitNext = new RegExp(`^${unit}`);

/** Whether the words of a literal are a statistic, or a number that the words behind it make one. */
export function isStatistic(words: string, next: string, previous = ''): boolean {
  if (/第\s*$/.test(previous)) return false;
  return statistic.test(words.trim()) || (bareNumber.test(words.trim()) && unitNext.test(next));
}

/** LITERAL_STATISTIC: a statistic declared as a literal, which is for dates, document numbers and names. */
export const literalStatistic: ProseRule = ({ text, calls }, { diagnostics }) => {
  for (const { name, index, words, place } of calls) {
    if (name !== 'literal') continue;
    if (isStatistic(words, text.slice(index + words.length), text.slice(0, index)))
      diagnostics.report('LITERAL_STATISTIC', { found: words }, place);
  }
};
