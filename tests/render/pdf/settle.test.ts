import type { Root } from 'hast';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { settleOnPages } from '../../../src/render/pdf/settle.ts';

const typeHeight = 697;
const tree: Root = h(null, [h('section', { id: 'chapter' }, [])]);

/** Places by id: index of the page, and points below the upper edge as the browser says. */
function settled(places: Readonly<Record<string, readonly [page: number, fromTop: number]>>) {
  const entries = Object.entries(places);
  const { pageIndex } = settleOnPages(
    {
      pageCount: 3,
      pageIndex: new Map(entries.map(([id, [page]]) => [id, page])),
      fromTop: new Map(entries.map(([id, [, fromTop]]) => [id, fromTop])),
    },
    tree,
    typeHeight,
  );
  return Object.fromEntries(pageIndex);
}

test('what is said to stand at the very end of a page stands in the first line of the next', () => {
  expect(settled({ chapter: [0, 0], number: [0, 693], line: [0, 680] })).toEqual({
    chapter: 0,
    number: 1,
    line: 0,
  });
});

test('so it is where the browser counts from the edge of the paper', () => {
  expect(settled({ chapter: [0, 76], number: [1, 769], line: [1, 756], folio: [1, 790] })).toEqual({
    chapter: 0,
    number: 2,
    line: 1,
    folio: 1,
  });
});
