import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from '../../../src/document/visit.ts';
import { expect, it } from 'vitest';
import { controlNames } from '../../../src/render/docx/figure-control.ts';
import { findElement, findElements, type XmlElement } from '../../../src/render/docx/xml.ts';
import { sampleDocument } from '../sample-document.ts';
import { render, shown, squeezed, withTree, xml } from './sample-docx.ts';
import { validate } from '../../open-xml-sdk.ts';

/** Tag, title and text of every figure's control. */
function controlsIn(document: XmlElement): { tag: string; alias: string; id: string; text: string }[] {
  const value = (control: XmlElement, name: string): string =>
    findElement(control, name)?.attributes['w:val'] ?? '';
  return findElements(document, 'w:sdt')
    .filter((control) => value(control, 'w:tag') !== '')
    .map((control) => ({
      tag: value(control, 'w:tag'),
      alias: value(control, 'w:alias'),
      id: value(control, 'w:id'),
      text: shown(control),
    }));
}

function figuresIn(tree: Root): { tag: string; text: string }[] {
  const figures: { tag: string; text: string }[] = [];
  visit(tree, 'element', (element: Element) => {
    if (element.tagName !== 'data') return;
    const { tag } = controlNames(String(element.properties.dataFigure), '');
    figures.push({ tag, text: squeezed(toString(element)) });
  });
  return figures;
}

it('puts every printed figure into a control that bears its key and says what it is', async () => {
  const { parts, pages } = await render();
  const controls = controlsIn(xml(parts, 'word/document.xml'));
  expect(controls.map(({ tag, text }) => ({ tag, text: squeezed(text) }))).toEqual(
    figuresIn(sampleDocument().tree),
  );
  expect(controls.every(({ alias, tag }) => alias !== '' && alias.length <= 64 && tag.length <= 64)).toBe(
    true,
  );
  expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
  expect(controls.every(({ id }) => Number(id) > 0)).toBe(true);

  const { diagnostics, ...plain } = await render(sampleDocument(), undefined, { contentControls: false });
  expect(controlsIn(xml(plain.parts, 'word/document.xml'))).toEqual([]);
  // What the page estimate reads must be the same with controls and without.
  expect([plain.pages, diagnostics.all]).toEqual([pages, []]);
});

it('names a heading that bears a figure in the contents without its control', async () => {
  const figure = h('data', { value: '5274', dataFigure: 'sample/2022/granted' }, '5274件');
  const body = h('section', { dataPart: 'chapter', id: 'one' }, [
    h('h1', { id: 'h-one' }, ['发明专利授权', figure]),
    h('p', '正文。'),
  ]);
  const contents = h('nav', { dataPart: 'contents' }, [
    h('h1', '目录'),
    h('ol', [h('li', [h('a', { href: '#one' }, [h('span', { dataPart: 'entry' }, '发明专利授权5274件')])])]),
  ]);
  const { parts, bytes } = await render(withTree({ type: 'root', children: [contents, body] }));
  const list = findElement(xml(parts, 'word/document.xml'), 'w:sdt');
  expect(list && squeezed(shown(list))).toContain('发明专利授权5274件');
  expect(list && findElements(list, 'w:tag')).toEqual([]);
  expect(await validate(bytes, 'docx', 'Microsoft365')).toEqual([]);
});

it('keeps tags and titles within the length Word allows, and apart', () => {
  const key = `sample-city/2022/${'protection.judicial.'.repeat(4)}cases`;
  const one = controlNames(`${key}.filed`, '名'.repeat(80));
  const two = controlNames(`${key}.closed`, '名');
  expect([one.tag.length, one.alias.length]).toEqual([64, 64]);
  expect(one.tag).not.toBe(two.tag);
});
