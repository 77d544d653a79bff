import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { markForeignWords } from '../../../src/render/html/foreign-words.ts';
import { select } from './select.ts';

function english(text: string, language = 'zh-CN'): string[] {
  const tree = h(null, h('p', text));
  markForeignWords(tree, language);
  expect(toString(tree)).toBe(text);
  return select(tree, 'span')
    .filter(({ properties }) => properties.lang === 'en')
    .map((span) => toString(span));
}

test.each([
  ['世界知识产权组织（World Intellectual Property Organization，WIPO）', ['World Intellectual Property Organization']],
  ['依据 Madrid Protocol 和 The Hague System 申请', ['Madrid Protocol', 'The Hague System']],
  ['Research & Development投入', ['Research & Development']],
  ['World’s Best Brands, 2022', ['World’s Best Brands']],
])('%s speaks English in part', (text, phrases) => {
  expect(english(text)).toEqual(phrases);
}); // prettier-ignore

test.each([
  'PCT国际专利申请467件',
  '知识产权CBD、TISC',
  'WIPO GII 排名',
  '功率 5 kW h',
  'A B C',
  'Google专利',
])('%s stays as it is', (text) => {
  expect(english(text)).toEqual([]);
});

test('in an English report English is not foreign', () => {
  expect(english('The patents granted', 'en-GB')).toEqual([]);
});
