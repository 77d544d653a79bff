import { h } from 'hastscript';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { footnotesOf } from '../../../src/document/footnotes.ts';
import { lintDocx } from '../../../src/render/docx/lint.ts';
import { readDocx } from '../../../src/audit/read-docx.ts';
import { findElement, findElements } from '../../../src/render/docx/xml.ts';
import { render, shown, squeezed, withTree, xml } from './sample-docx.ts';

const reference = (number: number): Element =>
  h('sup', h('a', { href: `#note-${number}` }, `［注${number}］`));
const note = (number: number, ...words: (string | Element)[]): Element =>
  h('p', { dataPart: 'note', id: `note-${number}` }, [`［注${number}］ `, ...words]);
const chapter = (id: string, ...children: Element[]): Element =>
  h('section', { dataPart: 'chapter', id }, [h('h1', id), ...children]);

const figure = h('span', { id: 'at-1' }, h('data', { value: '15', dataFigure: 'sample/2022/share' }, '15%'));
const tree = h(null, [
  chapter('甲', h('p', ['结案率', reference(1), '。']), note(1, '按所载件数计算。')),
  chapter('乙', h('p', ['增幅', reference(2), '。']), h('p', '后段。'), note(2, '重算为', figure, '。')),
]);

describe('notes', () => {
  it('are footnotes, the number within the report’s brackets, and no paragraph below the section', async () => {
    const { parts } = await render(withTree(tree));
    expect(lintDocx(parts)).toEqual([]);
    const body = xml(parts, 'word/document.xml');
    expect(squeezed(shown(body))).toBe('甲结案率［注］。乙增幅［注］。后段。');
    // An index leads to figures in notes, too: to the paragraph of the reference.
    const marks = findElements(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(marks.filter((name) => name === 'at_1')).toHaveLength(1);
    const ids = findElements(body, 'w:footnoteReference').map(({ attributes }) => attributes['w:id']);
    const notes = findElements(xml(parts, 'word/footnotes.xml'), 'w:footnote').filter(
      (one) => one.attributes['w:type'] === undefined,
    );
    expect(notes.map(({ attributes }) => attributes['w:id'])).toEqual(ids);
    expect(notes.map((one) => squeezed(shown(one)))).toEqual(['按所载件数计算。', '重算为15%。']);
    for (const one of notes) {
      expect(findElement(one, 'w:pStyle')?.attributes['w:val']).toBe('FootnoteText');
      expect(findElements(one, 'w:footnoteRef')).toHaveLength(1);
    }
  });

  it('are read back as Word numbers them, behind the body', async () => {
    const { bytes } = await render(withTree(tree));
    const { pieces } = readDocx(bytes);
    const texts = pieces.map(({ text }) => squeezed(text)).filter((text) => text !== '');
    expect(texts).toEqual([
      '甲',
      '结案率［注1］。',
      '乙',
      '增幅［注2］。',
      '后段。',
      '1按所载件数计算。',
      '2重算为15%。',
    ]);
  });

  it.each([
    ['a heading', h('h2', ['标题', reference(1)])],
    ['the head of a table', h('table', h('thead', h('tr', h('th', ['项', reference(1)]))))],
  ])('all stay below their sections where one is referred to in %s', (_place, element) => {
    expect(footnotesOf(h(null, chapter('甲', element, note(1, '说明。')))).size).toBe(0);
  });

  it('are those the tree counts through the report, else they stay where they are', () => {
    const again = chapter('乙', h('p', h('sup', h('a', { href: '#note-b' }, '［注1］'))));
    again.children.push(h('p', { dataPart: 'note', id: 'note-b' }, '［注1］ 又一。'));
    const first = chapter('甲', h('p', [reference(1)]), note(1, '一。'));
    expect(footnotesOf(h(null, [first])).size).toBe(1);
    expect(footnotesOf(h(null, [first, again])).size).toBe(0);
  });
});
