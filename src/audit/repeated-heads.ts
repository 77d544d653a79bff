import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../document/visit.ts';
import { comparable, type Piece } from './text.ts';

/** Text before the head of a table that tells whether the head belongs there; a caption is longer than its last words. */
const contextLength = 12;

/** The heads of a document's tables, a longer one before one it begins with. */
export function tableHeads(tree: Root): string[] {
  const heads = new Set<string>();
  visit(tree, 'element', (element) => {
    if (element.tagName === 'thead') heads.add(comparable(toString(element)));
  });
  return [...heads].filter((head) => head !== '').sort((a, b) => b.length - a.length);
}

/**
 * Leave out the heads that the browser sets again on each page a table runs over to: those at the top of a page that the
 * document does not have behind what the page before ends with.
 */
export function withoutRepeatedHeads<Of extends Piece>(
  pieces: readonly Of[],
  expected: string,
  heads: readonly string[],
): readonly Of[] {
  const kept: Of[] = [];
  let before = '';
  for (const page of pagesOf(pieces)) {
    const text = page.map((piece) => comparable(piece.text)).join('');
    const repeated = heads.find((head) => text.startsWith(head) && !expected.includes(before + head));
    kept.push(...withoutStart(page, repeated?.length ?? 0));
    before = (before + text).slice(-contextLength);
  }
  return kept;
}

function pagesOf<Of extends Piece>(pieces: readonly Of[]): Of[][] {
  const pages: Of[][] = [];
  for (const piece of pieces) {
    const page = pages.at(-1);
    if (page?.[0]?.where === piece.where) page.push(piece);
    else pages.push([piece]);
  }
  return pages;
}

function withoutStart<Of extends Piece>(page: readonly Of[], length: number): Of[] {
  let left = length;
  return page.flatMap((piece) => {
    const text = comparable(piece.text);
    const cut = Math.min(left, text.length);
    left -= cut;
    return cut === 0 ? [piece] : cut === text.length ? [] : [{ ...piece, text: text.slice(cut) }];
  });
}
