import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { pageLabel, pageLabels } from '../../../src/render/pdf/page-labels.ts';

const tree = h(
  null,
  h('section', { dataPart: 'cover' }),
  h('section', { dataPart: 'front', id: 'a' }),
  h('section', { dataPart: 'chapter', id: 'b' }),
);

test('the body begins where its first section lies', () => {
  const labels = pageLabels(tree, {
    pageCount: 20,
    fromTop: new Map(),
    pageIndex: new Map([
      ['a', 1],
      ['b', 12],
    ]),
  });
  expect(labels).toEqual({ front: 1, body: 12 });
  expect([0, 1, 4, 9, 11, 12, 19].map((index) => pageLabel(index, labels))).toEqual([
    '',
    'i',
    'iv',
    'ix',
    'xi',
    '1',
    '8',
  ]);
});
