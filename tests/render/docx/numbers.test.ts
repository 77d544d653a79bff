import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { reportDoubts } from '../../../src/render/docx/built-docx.ts';
import { captionNumbers } from '../../../src/render/docx/captions.ts';
import { headingNumbers } from '../../../src/render/docx/heading-numbers.ts';

const numbered = (name: string, number: string, title: string): Element =>
  h(name, [h('span', { dataPart: 'number' }, number), title]);

const chapter = (...children: ElementContent[]): Element => h('section', { dataPart: 'chapter' }, children);

const figure = (number: string): Element =>
  h(
    'figure',
    { dataPart: 'chart' },
    h('figcaption', h('p', { dataPart: 'caption' }, [h('span', { dataPart: 'number' }, number), 'x'])),
  );

/** Each heading with the list Word counts it in. */
function places(...sections: Element[]): string[] {
  const { placeOf } = headingNumbers(h(null, sections));
  return sections.flatMap(({ children }) =>
    children.map((heading) => {
      const place = heading.type === 'element' ? placeOf(heading) : undefined;
      return `${toString(heading)} ${place ? `${place.list} ${String(place.level)}` : 'text'}`;
    }),
  );
}

it('leaves a heading number Word would not arrive at as text, and counts on behind it', () => {
  const sections = [
    chapter(numbered('h1', '一、', '甲'), numbered('h2', '（一）', '乙'), numbered('h2', '（五）', '丙')),
    chapter(numbered('h1', '第二章 ', '丁')),
    chapter(numbered('h1', '二、', '戊'), numbered('h2', '（一）', '己')),
  ];
  expect(places(...sections)).toEqual([
    '一、甲 chapters 0',
    '（一）乙 chapters 1',
    '（五）丙 text',
    '第二章 丁 text',
    '二、戊 chapters 0',
    '（一）己 chapters 1',
  ]);
});

it('counts sections that number on through chapters in a list of their own', () => {
  const sections = [
    chapter(numbered('h1', '一、', '甲'), numbered('h2', '（一）', '乙'), numbered('h3', '1. ', '丙')),
    chapter(numbered('h1', '二、', '丁'), numbered('h2', '（一）', '戊'), numbered('h2', '（二）', '己')),
    chapter(numbered('h1', '三、', '庚'), numbered('h2', '（三）', '辛'), numbered('h3', '1. ', '壬')),
  ];
  expect(places(...sections)).toEqual([
    '一、甲 chapters 0',
    '（一）乙 chapters 1',
    '1. 丙 chapters 2',
    '二、丁 chapters 0',
    '（一）戊 continued-sections 0',
    '（二）己 continued-sections 0',
    '三、庚 chapters 0',
    '（三）辛 continued-sections 0',
    '1. 壬 continued-sections 1',
  ]);
});

it('sets the count of a caption that does not follow the one before it', () => {
  const tree = h(null, [
    h('section', figure('图 1　')),
    chapter(figure('图 1-1　'), figure('图 1-2　'), figure('图 1-4　'), figure('图 1-5　')),
    h('section', [figure('图 附1-1　'), figure('图 附1-2　')]),
  ]);
  const captions = [...captionNumbers(tree, ({ properties }) => properties.dataPart === 'chapter').values()];
  expect(
    captions.map(({ chapter: before, index, instruction }) => [before + String(index), instruction]),
  ).toEqual([
    ['1', 'SEQ 图 \\* ARABIC \\r 1'],
    ['1-1', 'SEQ 图 \\* ARABIC \\r 1'],
    ['1-2', 'SEQ 图 \\* ARABIC \\s 1'],
    ['1-4', 'SEQ 图 \\* ARABIC \\r 4'],
    ['1-5', 'SEQ 图 \\* ARABIC'],
    ['附1-1', 'SEQ 图 \\* ARABIC \\r 1'],
    ['附1-2', 'SEQ 图 \\* ARABIC'],
  ]);
});

it('reports where the page layout stopped, by the first title without a page', () => {
  const diagnostics = new Diagnostics('en');
  const built = {
    bytes: new Uint8Array(),
    pages: 0,
    guesses: [],
    blank: ['三、知识产权运用'],
    stopped: true,
  };
  reportDoubts(built, diagnostics);
  expect(diagnostics.all.map(({ code }) => code)).toEqual(['DOCX_PAGES_UNKNOWN']);
  expect(diagnostics.all[0]?.message).toContain('三、知识产权运用');
  expect(diagnostics.all[0]?.message).toContain('stopped');
  expect(diagnostics.all[0]?.hint).toContain('三、知识产权运用');
});
