import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { linkHeadings } from '../../../src/render/html/heading-links.ts';
import { select } from './select.ts';

test('headings and numbers of charts and tables are their own addresses, and no stops of the tab key', () => {
  const caption = h('p', { dataPart: 'caption' }, [h('span', { dataPart: 'number' }, '图 1-1'), '名称']);
  const tree = h(null, [
    h('section', { dataPart: 'cover' }, h('h1', '白皮书')),
    h('section', { dataPart: 'chapter', id: 'creation' }, [
      h('h1', '创造'),
      h('h2', { id: 'creation-1' }, '专利'),
      h('h2', '没有地址'),
      h('figure', { id: 'fig-a' }, h('figcaption', caption)),
    ]),
  ]);
  linkHeadings(tree);
  const links = select(tree, 'a');
  expect(links.map(({ properties }) => properties.href)).toEqual(['#creation', '#creation-1', '#fig-a']);
  for (const { properties } of links) expect(properties.tabIndex).toBe(-1);
});
