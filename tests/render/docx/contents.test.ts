import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from '../../../src/document/visit.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { findElement, findElements, type XmlElement } from '../../../src/render/docx/xml.ts';
import { sampleDocument } from '../sample-document.ts';
import { render, shown, squeezed, text, withTree, xml, type Rendered } from './sample-docx.ts';

const report = sampleDocument();
let docx: Rendered;
let entries: { title: string; page: string; style: string }[];

beforeAll(async () => {
  docx = await render();
  entries = contentsEntries(docx);
}, 60_000);

function contentsEntries({ parts }: Rendered): { title: string; page: string; style: string }[] {
  const contents = findElement(xml(parts, 'word/document.xml'), 'w:sdt');
  const paragraphs = contents ? findElements(contents, 'w:p') : [];
  return paragraphs.flatMap((paragraph) => {
    const link = findElement(paragraph, 'w:hyperlink');
    if (!link) return [];
    const runs = findElements(link, 'w:r');
    const isNumber = (run: XmlElement) => findElement(run, 'w:instrText') !== undefined;
    return {
      title: runs
        .filter((run) => !isNumber(run))
        .map(shown)
        .join(''),
      page: runs.filter(isNumber).map(shown).join(''),
      style: findElement(paragraph, 'w:pStyle')?.attributes['w:val'] ?? '',
    };
  });
}

describe('the contents', () => {
  it('list what the tree lists, in its words and levels', () => {
    const listed: string[] = [];
    visit(report.tree, 'element', (element: Element) => {
      if (element.tagName === 'span' && element.properties.dataPart === 'entry')
        listed.push(squeezed(toString(element)));
    });
    expect(entries.map(({ title }) => squeezed(title))).toEqual(listed);
    expect(new Set(entries.map(({ style }) => style))).toEqual(new Set(['TOC1', 'TOC2']));
  });

  it('have a page number for every entry, roman before the body and arabic in it, never falling', () => {
    const front = entries.findIndex(({ title }) => title === '数说2022');
    expect(entries.slice(0, front).map(({ page }) => page)).toEqual(['i', 'iii']);
    const pages = entries.slice(front).map(({ page }) => Number(page));
    expect(pages[0]).toBe(1);
    expect(pages.every(Number.isInteger)).toBe(true);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    expect(docx.diagnostics.all).toEqual([]);
    expect(docx.pages).toBeGreaterThan(10);
  });

  it('ask for no update', () => {
    for (const [name, part] of docx.parts) {
      if (typeof part === 'string') expect(part, name).not.toMatch(/w:dirty|w:updateFields/);
    }
    expect(text(docx.parts, 'word/document.xml')).toMatch(/TOC \\o &quot;1-2&quot; \\h \\z/);
  });

  it('leave out a title the tree does not list', async () => {
    const chapter = (id: string) => h('section', { dataPart: 'chapter', id }, h('h1', id));
    const list = h(
      'ol',
      h(
        'li',
        h('a', { href: '#listed' }, [
          h('span', { dataPart: 'entry' }, 'listed'),
          h('span', { dataPart: 'page' }),
        ]),
      ),
    );
    const nav = h('nav', { dataPart: 'contents', id: 'contents' }, [h('h1', '目录'), list]);
    const rendered = await render(withTree(h(null, nav, chapter('listed'), chapter('unlisted'))));
    expect(contentsEntries(rendered).map(({ title }) => title)).toEqual(['listed']);
  });

  it('say so when the estimate cannot number an entry', async () => {
    const list = h(
      'ol',
      h('li', h('a', { href: '#gone' }, h('span', { dataPart: 'entry' }, '已删去的一章'))),
    );
    const nav = h('nav', { dataPart: 'contents', id: 'contents' }, [h('h1', '目录'), list]);
    const { diagnostics } = await render(withTree(h(null, nav)));
    expect(diagnostics.all.map(({ code }) => code)).toEqual(['DOCX_PAGES_UNKNOWN']);
    expect(diagnostics.all[0]?.message).toContain('“已删去的一章”');
  });
});

describe('headings and sections', () => {
  it('use the heading styles in the order of the tree', () => {
    const expected: string[] = [];
    visit(report.tree, 'element', (element: Element, _, parent) => {
      const inNav = parent?.type === 'element' && parent.tagName === 'nav';
      if (inNav || element.properties.dataPart === 'title') return;
      const isNumbered = element.children.some(
        (child) => child.type === 'element' && child.properties.dataPart === 'number',
      );
      if (element.tagName === 'h1' && !isNumbered) expected.push('PlainHeading');
      else if (/^h[123]$/.test(element.tagName)) expected.push(`Heading${element.tagName.slice(1)}`);
    });
    const styles = findElements(xml(docx.parts, 'word/document.xml'), 'w:pStyle').map(
      ({ attributes }) => attributes['w:val'] ?? '',
    );
    const used = styles.map((style) => (style === 'AppendixHeading' ? 'Heading1' : style));
    expect(used.filter((style) => /^(?:Plain)?Heading/.test(style))).toEqual(expected);
    expect(styles.filter((style) => style === 'Title')).toHaveLength(1);
  });

  it('number the front matter i, ii, … and the body from 1, with heads in the body only', () => {
    const sections = findElements(xml(docx.parts, 'word/document.xml'), 'w:sectPr');
    const numbers = sections.map((section) => findElement(section, 'w:pgNumType')?.attributes ?? {});
    expect(numbers.slice(1, 4).map((number) => number['w:fmt'])).toEqual([
      'lowerRoman',
      'lowerRoman',
      'lowerRoman',
    ]);
    expect(
      numbers.map((number, index) => (number['w:start'] === '1' ? index : -1)).filter((index) => index >= 0),
    ).toEqual([1, 4]);
    const openers = sections.filter(
      (section) => findElement(section, 'w:type')?.attributes['w:val'] === 'nextPage',
    );
    const heads = openers.map((section) => findElements(section, 'w:headerReference').length);
    expect(heads).toEqual([0, 0, 0, 0, ...Array.from({ length: 6 }, () => 2), 2]);
  });

  it('have A4 pages to the twip, and margins that change sides', () => {
    const sections = findElements(xml(docx.parts, 'word/document.xml'), 'w:sectPr');
    const sizes = sections.map((section) => findElement(section, 'w:pgSz')?.attributes);
    expect(sizes.every((size) => size?.['w:w'] === '11906' && size['w:h'] === '16838')).toBe(true);
    expect(findElement(sections[4]!, 'w:pgMar')?.attributes).toMatchObject({
      'w:left': '1474',
      'w:right': '1361',
      'w:top': '1531',
      'w:bottom': '1361',
    });
    expect(text(docx.parts, 'word/settings.xml')).toContain('<w:mirrorMargins/>');
    expect(text(docx.parts, 'word/settings.xml')).toContain('w:val="compressPunctuation"/>');
  });

  it('head each chapter with its running title and the report’s', () => {
    const heads = [...docx.parts.keys()]
      .filter((name) => name.startsWith('word/header'))
      .map((name) => squeezed(shown(xml(docx.parts, name))));
    expect(heads).toContain(`二、知识产权运用${report.meta.title}`);
  });

  it('end sections after a table in a line too low to make a page', () => {
    const ends = findElements(xml(docx.parts, 'word/document.xml'), 'w:p').filter(
      (paragraph) => findElement(paragraph, 'w:sectPr') && shown(paragraph) === '',
    );
    const styles = ends.map((end) => findElement(end, 'w:pStyle')?.attributes['w:val']);
    expect(styles).toContain('SectionEnd');
    expect(new Set(styles).size).toBe(1);
  });
});
