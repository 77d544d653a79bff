import type { Where } from './where.ts';

/** Some text of a finished document and where a reader finds it. */
export interface Piece {
  readonly text: string;
  readonly where: Where;
}

/** A document's text in reading order, as `comparable` leaves it. */
export interface Stream {
  readonly text: string;
  /** Where the character at an offset stands; past the end, where the last one stands. */
  readonly where: (offset: number) => Where;
}

/** Kangxi radicals, supplementary radicals and compatibility ideographs, those that are ideographs of their own apart. */
export const lookAlikeCharacter =
  /[\u2E80-\u2FDF]|(?![\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27-\uFA29])[\uF900-\uFAFF]/u;

const invisible = /[\s\u00AD\u200B\u200C\u200D\u2060\uFEFF]+/g;

/**
 * Text as it is compared: composed, without white space and marks for line breaking, which every renderer sets in its own way, and
 * with the character that is meant where one only looks like it (⼀ for 一; the look-alike itself is reported apart).
 */
export function comparable(text: string): string {
  const plain = text.normalize('NFC').replace(invisible, '');
  return /[\u2E80-\u2FDF]/.test(plain)
    ? plain.replace(/[\u2E80-\u2FDF]/g, (radical) => radical.normalize('NFKC'))
    : plain;
}

/** One stream of the pieces of a document. */
export function joinPieces(pieces: readonly Piece[]): Stream {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += comparable(piece.text);
  }
  return {
    text,
    where(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= Math.min(offset, text.length - 1)) low = middle;
        else high = middle - 1;
      }
      return pieces[low]?.where ?? { zh: '全文', en: 'the whole document' };
    },
  };
}

/** A number with what follows it: 5274件, 27.83亿元, −3.2%, 2022年. */
const number = /[−-]?\d[\d.,，]*(?<![.,，])(?:[%‰％]|[余多]?[万亿]?[余多]?[\p{Script=Han}])?/gu;

export interface NumberAt {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

/** Everything in a text that looks like a figure, in order. */
export function numbersIn(text: string): NumberAt[] {
  return [...text.matchAll(number)].map(({ index, 0: shown }) => ({
    start: index,
    end: index + shown.length,
    shown,
  }));
}
