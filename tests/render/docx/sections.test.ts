import { h } from 'hastscript';
import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { lintDocx } from '../../../src/render/docx/lint.ts';
import { findElement, findElements, type XmlElement } from '../../../src/render/docx/xml.ts';
import { longTable } from '../sample-long-table.ts';
import { officialTheme } from '../sample-theme.ts';
import { render, shown, squeezed, withTree, xml, type Rendered } from './sample-docx.ts';
import { validate } from '../../open-xml-sdk.ts';

const section = (part: string, id: string, title: string, ...children: Element[]): Element =>
  h('section', { dataPart: part, id }, [h('h1', title), ...children]);

/** The Word sections of a document: their properties and the paragraphs and tables in them. */
function wordSections({ parts }: Rendered): { properties: XmlElement; text: string }[] {
  const body = findElement(xml(parts, 'word/document.xml'), 'w:body');
  const sections: { properties: XmlElement; text: string }[] = [];
  let text = '';
  for (const block of body?.children ?? []) {
    text += squeezed(shown(block));
    const properties = block.name === 'w:sectPr' ? block : findElement(block, 'w:sectPr');
    if (!properties) continue;
    sections.push({ properties, text });
    text = '';
  }
  return sections;
}

const attribute = (properties: XmlElement, element: string, name: string): string | undefined =>
  findElement(properties, element)?.attributes[name];

async function rendered(tree: Root): Promise<Rendered> {
  const docx = await render(withTree(tree));
  expect(lintDocx(docx.parts)).toEqual([]);
  return docx;
}

it('sets the lists of charts and tables off from the contents above them', async () => {
  const docx = await rendered(
    h(null, [
      h('nav', { dataPart: 'contents', id: 'contents' }, [h('h1', '目录')]),
      h('nav', { dataPart: 'lists', id: 'lists' }, [h('h1', '图表目录')]),
    ]),
  );
  const styles = findElements(xml(docx.parts, 'word/document.xml'), 'w:pStyle').map(
    ({ attributes }) => attributes['w:val'],
  );
  expect(styles.filter((style) => style !== 'SectionEnd')).toEqual([
    'TOCHeading',
    'SectionGap',
    'TOCHeading',
  ]);
});

it('breaks a title too long for the cover into lines as long as each other', async () => {
  const cover = (title: string): Element =>
    h('section', { dataPart: 'cover', id: 'cover' }, [
      h('h1', { dataPart: 'title' }, ['2022年', h('br'), title]),
    ]);
  const right = async (title: string): Promise<number> => {
    const docx = await rendered(h(null, [cover(title)]));
    const paragraph = findElements(xml(docx.parts, 'word/document.xml'), 'w:p').find((one) =>
      shown(one).includes(title),
    );
    return Number(paragraph && findElement(paragraph, 'w:ind')?.attributes['w:right']);
  };
  expect(await right('知识产权白皮书')).toBeNaN();
  expect(await right('知识产权强市建设示范城市工作方案')).toBeGreaterThan(2000);
});

describe('sections that share pages', () => {
  it('share a Word section: front matter in a row, and what bears one running head', async () => {
    const appendix = (id: string, title: string): Element => {
      const element = section('appendix', id, title, h('p', `${title}的内容`));
      element.properties.dataRunning = '附录';
      return element;
    };
    const docx = await rendered(
      h(null, [
        section('front', 'foreword', '前言', h('p', '一')),
        section('front', 'about', '编写说明', h('p', '二')),
        section('chapter', 'creation', '创造', h('p', '三')),
        section('chapter', 'use', '运用', h('p', '四')),
        appendix('a', '附录一'),
        appendix('b', '附录二'),
      ]),
    );
    expect(wordSections(docx).map(({ text }) => text)).toEqual([
      '前言一编写说明二',
      '创造三',
      '运用四',
      '附录一附录一的内容附录二附录二的内容',
    ]);
  });

  it('begin a page where columns stand right below the title, which could be left behind alone', async () => {
    const glossary = section('appendix', 'terms', '附录二', h('dl', [h('dt', '专利'), h('dd', '解释')]));
    const others = section('appendix', 'a', '附录一', h('p', '内容'));
    for (const appendix of [others, glossary]) appendix.properties.dataRunning = '附录';
    const sections = wordSections(await rendered(h(null, [others, glossary])));
    expect(sections.map(({ properties, text }) => [text, attribute(properties, 'w:type', 'w:val')])).toEqual([
      ['附录一内容', 'nextPage'],
      ['附录二', 'nextPage'],
      ['专利解释', 'continuous'],
    ]);
  });

  it('set a glossary in two columns below its title, and what follows in one again', async () => {
    const terms = h('dl', [h('dt', '专利'), h('dd', '解释')]);
    const docx = await rendered(
      h(null, section('appendix', 'terms', '附录', h('p', '说明'), terms, h('p', '后文'))),
    );
    const sections = wordSections(docx);
    expect(sections.map(({ text }) => text)).toEqual(['附录说明', '专利解释', '后文']);
    expect(sections.map(({ properties }) => attribute(properties, 'w:cols', 'w:num') ?? '1')).toEqual([
      '1',
      '2',
      '1',
    ]);
    expect(sections.slice(1).map(({ properties }) => attribute(properties, 'w:type', 'w:val'))).toEqual([
      'continuous',
      'continuous',
    ]);
  });
});

it('footnotes, columns and pages across, in the official look, are what the Open XML SDK takes', async () => {
  const reference = h('sup', h('a', { href: '#note-a-1' }, '［注1］'));
  const note = h('p', { dataPart: 'note', id: 'note-a-1' }, '［注1］ 说明。');
  const wide = longTable(3, { dataOrientation: 'landscape' });
  const tree = h(null, [
    section('chapter', 'a', '创造', h('p', ['数', reference]), wide, h('p', '表后'), note),
    section('appendix', 'terms', '附录', h('dl', [h('dt', '专利'), h('dd', '解释')]), h('p', '后文')),
  ]);
  const { bytes, parts } = await render(withTree(tree), officialTheme());
  expect(await validate(bytes, 'docx', 'Microsoft365')).toEqual([]);
  const fonts = findElements(xml(parts, 'word/fontTable.xml'), 'w:font').map(({ attributes, children }) => [
    attributes['w:name'],
    children[0]?.attributes['w:val'],
  ]);
  expect(fonts).toContainEqual(['仿宋', 'FangSong_GB2312,FangSong,STFangsong']);
}, 60_000);

describe('a wide table', () => {
  const table = h('figure', { dataPart: 'table', id: 'tab-wide', dataOrientation: 'landscape' }, [
    h('figcaption', h('p', { dataPart: 'caption' }, [h('span', { dataPart: 'number' }, '表 1-1'), '宽表'])),
    h('table', [
      h('thead', h('tr', [h('th', { scope: 'col' }, '项'), h('th', { scope: 'col' }, '数')])),
      h('tbody', h('tr', [h('th', { scope: 'row' }, '甲'), h('td', { dataAlign: 'number' }, '1')])),
    ]),
  ]);
  const tree = h(null, [
    section('front', 'foreword', '前言', h('p', '一')),
    section('chapter', 'creation', '创造', h('p', '表前'), table, h('p', '表后')),
    section('chapter', 'use', '运用', h('p', '次章')),
  ]);

  it('lies on a page of its own, as wide as that, between upright ones', async () => {
    const sections = wordSections(await rendered(tree)).slice(1);
    expect(sections.map(({ text }) => text)).toEqual(['创造表前', '表1-1宽表项数甲1', '表后', '运用次章']);
    const orientations = sections.map(({ properties }) => attribute(properties, 'w:pgSz', 'w:orient'));
    expect(orientations).toEqual(['portrait', 'landscape', 'portrait', 'portrait']);
    const across = sections[1]?.properties;
    expect(across && findElement(across, 'w:pgSz')?.attributes).toMatchObject({
      'w:w': '16838',
      'w:h': '11906',
    });
    expect(sections.map(({ properties }) => attribute(properties, 'w:type', 'w:val'))).toEqual(
      Array(4).fill('nextPage'),
    );
  });

  it('keeps the running head, across the page, and the page numbers go on', async () => {
    const docx = await rendered(tree);
    const sections = wordSections(docx).slice(1);
    expect(sections.map(({ properties }) => findElements(properties, 'w:headerReference').length)).toEqual(
      Array(4).fill(2),
    );
    expect(sections.map(({ properties }) => attribute(properties, 'w:pgNumType', 'w:start'))).toEqual([
      '1',
      undefined,
      undefined,
      undefined,
    ]);
    // Folios are those of the first section of the body.
    expect(
      sections.slice(1).flatMap(({ properties }) => findElements(properties, 'w:footerReference')),
    ).toEqual([]);
    const heads = [...docx.parts.keys()]
      .filter((name) => name.startsWith('word/header'))
      .flatMap((name) => findElements(xml(docx.parts, name), 'w:pStyle'))
      .map(({ attributes }) => attributes['w:val']);
    expect(heads.filter((style) => style === 'HeaderLandscape')).toHaveLength(2);
    const width = findElements(xml(docx.parts, 'word/document.xml'), 'w:tblW')[0]?.attributes['w:w'];
    expect(width).toBe(String(16838 - 1474 - 1361));
  });
});
