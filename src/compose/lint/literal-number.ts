import type { TextRule } from './rule.ts';

/** How a number is typed: in any digits, or in characters before a per cent sign or behind 百分之. */
const numbers = [
  /\p{Nd}+(?:[.,．，]\p{Nd}+)*(?:\s*[%％‰])?/gu,
  // Looked for where a run of digits begins: from each of its characters on would take the square of its length.
  /(?<![零〇一二三四五六七八九十百千万两点])[零〇一二三四五六七八九十百千万两点]+\s*[%％‰]/g,
  /[百千]分之[零〇一二三四五六七八九十百千点]+/g,
];

/** LITERAL_NUMBER: a number typed into a text, which nothing in the data stands behind. */
export const literalNumber: TextRule = (passage, { diagnostics }) => {
  for (const pattern of numbers) {
    for (const { index, 0: found } of passage.text.matchAll(pattern)) {
      const typed = [...found.split('').keys()].find(
        (offset) => passage.isTyped(index + offset) && isPart(found, offset),
      );
      if (typed === undefined) continue;
      diagnostics.report('LITERAL_NUMBER', { found: found.slice(typed) }, passage.placeAt(index + typed));
    }
  }
};

/** A sign behind digits that a helper prints is no number of its own: {{literal "2"}}%. */
function isPart(found: string, offset: number): boolean {
  return /[\p{Nd}零〇一二三四五六七八九十百千万两]/u.test(found.slice(offset));
}
