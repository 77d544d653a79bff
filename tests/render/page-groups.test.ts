import type { Root } from 'hast';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { wrapOpeners } from '../../src/render/html/openers.ts';
import { markFollowing, pageGroups } from '../../src/render/page-groups.ts';
import { sampleTheme } from './sample-theme.ts';

const report = (): Root =>
  h(null, [
    h('section', { dataPart: 'front', id: 'foreword' }, [h('h1', '前言')]),
    h('section', { dataPart: 'front', id: 'note' }, [h('h1', '编写说明')]),
    h('section', { dataPart: 'chapter', id: 'creation' }, [
      h('h1', '创造'),
      h('p', { dataPart: 'lead' }, '导语'),
      h('div', { dataPart: 'key-figures' }),
      h('h2', '专利'),
    ]),
    h('section', { dataPart: 'appendix', id: 'a', dataRunning: '附录' }, [h('h1', '附录一')]),
    h('section', { dataPart: 'appendix', id: 'b', dataRunning: '附录' }, [h('h1', '附录二')]),
  ]);

test('sections in a row under one running head share pages, others begin a new one', () => {
  const groups = pageGroups(report()).map(({ running, sections }) => [
    running,
    ...sections.map(({ properties }) => properties.id),
  ]);
  expect(groups).toEqual([
    ['创造', 'creation'],
    ['附录', 'a', 'b'],
  ]);
});

test('what follows on the page is marked, what begins one is not', () => {
  const tree = report();
  markFollowing(tree, sampleTheme().tokens);
  const marked = tree.children.filter((node) => node.type === 'element' && 'dataFollows' in node.properties);
  expect(marked.map((node) => node.type === 'element' && node.properties.id)).toEqual(['note', 'b']);
});

test('title, lead and key figures of a chapter are one opener; what comes behind is not', () => {
  const tree = report();
  wrapOpeners(tree);
  const chapter = tree.children[2];
  const [opener, ...rest] = chapter?.type === 'element' ? chapter.children : [];
  expect(opener).toMatchObject({ tagName: 'header', properties: { dataPart: 'opener' } });
  expect(opener?.type === 'element' && opener.children).toHaveLength(3);
  expect(rest.map((node) => node.type === 'element' && toString(node))).toEqual(['专利']);
});
