import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/document/drawing.ts';
import { markedElements, printedPlaces } from '../../src/document/printed-places.ts';

const figure = (key: string, text: string) => h('data', { dataFigure: key, value: '1' }, text);
const number = (text: string) => h('span', { dataPart: 'number' }, text);

const tree = h(null, [
  h('section', { dataPart: 'cover' }, [
    h('h1', '某市'),
    h('figure', { dataPart: 'motif', dataChart: 'motif' }),
  ]),
  h('section', { dataPart: 'chapter', id: 'creation' }, [
    h('h1', [number('一、'), '创造']),
    h('div', { dataPart: 'key-figures' }, [h('div', { dataPart: 'key-figure' }, [figure('a', '1件')])]),
    h('h2', { id: 'creation-1' }, [number('（一）'), '专利', figure('b', '2件')]),
    h('p', ['有', figure('a', '1件'), '和', figure('b', '2件')]),
    h('figure', { dataPart: 'table', id: 'tab-x' }, [
      h('figcaption', [h('p', [number('表 1-1\u3000'), '题'])]),
      h('table', [h('tbody', [h('tr', [h('td', figure('a', '1'))])])]),
      h('p', { dataPart: 'note' }, [figure('c', '3件')]),
    ]),
    h('figure', { dataPart: 'chart', id: 'fig-y', dataChart: 'y' }, [
      h('figcaption', [h('p', [figure('c', '3件')]), h('p', [number('图 1-1\u3000'), '题'])]),
    ]),
    h('p', { dataPart: 'note' }, [figure('c', '3件')]),
  ]),
  h('section', { dataPart: 'colophon' }, [h('p', figure('a', '1件'))]),
]);
const row = { label: '甲', value: 1, text: '1件', figure: 'a', unit: '件', period: '2022' };
const drawings = {
  motif: { rows: [{ ...row, figure: 'z' }] },
  y: { rows: [{ ...row, base: 4, base_text: '4件', base_figure: 'd' }, row] },
} as unknown as Record<string, Drawing>;

describe('printedPlaces', () => {
  it('finds every place in the order of the document, and ornaments are none', () => {
    const found = printedPlaces({ tree, drawings }).map(
      ({ figure: key, text, element, id, section, label }) =>
        [key, text, element, id, section ?? '', label ?? ''].join('|'),
    );
    expect(found).toEqual([
      'a|1件|card|creation||',
      'b|2件|heading|creation-1|（一）专利2件|',
      'a|1件|text|creation-1|（一）专利2件|',
      'b|2件|text|creation-1|（一）专利2件|',
      'a|1|table|tab-x|（一）专利2件|表 1-1',
      'c|3件|table|tab-x|（一）专利2件|表 1-1',
      'c|3件|chart|fig-y|（一）专利2件|图 1-1',
      'a|1件|chart|fig-y|（一）专利2件|图 1-1',
      'd|4件|chart|fig-y|（一）专利2件|图 1-1',
      'c|3件|note|creation-1|（一）专利2件|',
      'a|1件|front|colophon||',
    ]);
    expect(
      printedPlaces({ tree, drawings }).every(({ chapter }, index) => index === 10 || chapter === '一、创造'),
    ).toBe(true);
  });

  it('counts marks as the printer does', () => {
    const elements = markedElements(tree);
    for (const { figure: key, mark, element } of printedPlaces({ tree, drawings })) {
      const { properties } = elements[mark]!;
      if (properties.dataChart === undefined) expect(properties.dataFigure).toBe(key);
      else expect(element).toBe('chart');
    }
  });
});
