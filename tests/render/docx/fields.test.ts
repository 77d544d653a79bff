import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from '../../../src/document/visit.ts';
import { describe, expect, it, vi } from 'vitest';
import { unpack } from '../../../src/render/docx/package/zip.ts';
import { builtReports } from '../../built-reports.ts';
import { readParagraphs, type ReadField, type ReadParagraph } from './read-fields.ts';
import { squeezed } from './sample-docx.ts';

// Whoever asks first waits until all reports are built.
vi.setConfig({ testTimeout: 240_000 });

const reports = ['xiamen-2022', 'xiamen-2017', 'xiamen-2022-2025', 'quanzhou-2021', 'ningbo-2020'] as const;
const themes = ['whitepaper', 'gongwen'] as const;

const caption = /^(?:Caption|TableCaption)$/;
const heading = /^(?:Heading[1-3]|PlainHeading|AppendixHeading)$/;

const read = new Map<string, ReadParagraph[]>();

/** The paragraphs of a finished document, read once for all tests. */
async function paragraphsOf(name: string, theme: (typeof themes)[number]): Promise<ReadParagraph[]> {
  const built = await builtReports(theme);
  const path = built.path(name, 'docx');
  const paragraphs = read.get(path) ?? readParagraphs(unpack(await built.read(name, 'docx')));
  read.set(path, paragraphs);
  return paragraphs;
}

/** Headings below the cover and captions, as the HTML has them; the unit behind a title is not part of it. */
async function printed(name: string): Promise<{ headings: string[]; captions: string[] }> {
  const built = await builtReports('whitepaper');
  const headings: string[] = [];
  const captions: string[] = [];
  visit(fromHtml(Buffer.from(await built.read(name, 'html')).toString()), 'element', (element, _, parent) => {
    const { dataPart } = element.properties;
    const inside = parent?.type === 'element' ? parent.properties.dataPart : undefined;
    if (dataPart === 'caption') {
      const title = element.children.filter(
        (child) => child.type !== 'element' || child.properties.dataPart !== 'unit',
      );
      captions.push(squeezed(title.map((child) => toString(child)).join('')));
    }
    if (!/^h[1-3]$/.test(element.tagName) || ['cover', 'contents', 'lists'].includes(String(inside))) return;
    headings.push(squeezed(toString(element)));
  });
  return { headings, captions };
}

const fieldsOf = (paragraphs: readonly ReadParagraph[], code: string): ReadField[] =>
  paragraphs.flatMap(({ fields }) =>
    fields.filter(({ instruction }) => instruction.trim().startsWith(`${code} `)),
  );

describe.each(themes)('in the theme %s', (theme) => {
  it.each(reports)('Word’s lists number the headings of %s as they are printed', async (name) => {
    const paragraphs = (await paragraphsOf(name, theme)).filter(({ style }) => heading.test(style));
    const { headings } = await printed(name);
    expect(headings.length).toBeGreaterThan(5);
    expect(paragraphs.map(({ number, text }) => squeezed(number + text))).toEqual(headings);
    // None is written out: an officer who adds one would have to change all that follow.
    const numbered = paragraphs.filter(({ number }) => number !== '');
    expect(numbered.length).toBeGreaterThan(5);
    expect(
      paragraphs.filter(({ text }) =>
        /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|附录)/.test(text),
      ),
    ).toEqual([]);
  });

  it.each(reports)('Word counts every caption of %s to the number it bears', async (name) => {
    const paragraphs = await paragraphsOf(name, theme);
    const { captions } = await printed(name);
    expect(captions.length).toBeGreaterThan(5);
    expect(paragraphs.filter(({ style }) => caption.test(style)).map(({ text }) => squeezed(text))).toEqual(
      captions,
    );
    const last = new Map<string, number>();
    let since = new Map<string, number>();
    for (const { style, text, fields } of paragraphs) {
      if (style === 'Heading1') since = new Map();
      if (!caption.test(style)) continue;
      const [field] = fields;
      const [, label = '', set, below] =
        /^ SEQ (\S) \\\* ARABIC(?: \\r (\d+))?( \\s 1)? $/.exec(field?.instruction ?? '') ?? [];
      const next = set === undefined ? (last.get(label) ?? 0) + 1 : Number(set);
      since.set(label, (since.get(label) ?? 0) + 1);
      last.set(label, next);
      expect(field?.result, text).toBe(String(next));
      // Word starts again below a heading 1; other applications only where they are told to.
      if (below !== undefined) expect(since.get(label), text).toBe(next);
      expect(text).toMatch(new RegExp(`^${label}(?:附?\\d+-)?${String(next)}\u3000`));
    }
  });

  it.each(reports)('updating the references of %s changes nothing', async (name) => {
    const paragraphs = await paragraphsOf(name, theme);
    const bookmarks = new Map(
      paragraphs.flatMap((one) => [...one.bookmarks].map(([id, text]) => [id, { ...one, text }])),
    );
    const references = fieldsOf(paragraphs, 'REF');
    expect(references.length).toBeGreaterThan(2);
    for (const { instruction, result } of references) {
      const [, bookmark = '', byNumber] = /^ REF (\w+)( \\r)? \\h $/.exec(instruction) ?? [];
      const target = bookmarks.get(bookmark);
      expect(byNumber === undefined ? target?.text : target?.number, instruction).toBe(result);
    }
  });

  it.each(reports)('updating the contents and lists of %s would find the same lines', async (name) => {
    const paragraphs = await paragraphsOf(name, theme);
    const begins = paragraphs.flatMap((paragraph, index) =>
      paragraph.fields
        .filter(({ instruction }) => instruction.startsWith(' TOC '))
        .map(({ instruction }) => ({ instruction, index })),
    );
    expect(begins.map(({ instruction }) => instruction.trim())).toEqual([
      'TOC \\o "1-2" \\h \\z \\t "无编号标题,1,附录标题,1"',
      'TOC \\h \\z \\c "图"',
      'TOC \\h \\z \\c "表"',
    ]);
    for (const { instruction, index } of begins) {
      const [, label] = /\\c "(.)"/.exec(instruction) ?? [];
      const collected = paragraphs.filter(({ style, fields }) =>
        label === undefined
          ? /^(?:Heading[12]|PlainHeading|AppendixHeading)$/.test(style)
          : caption.test(style) && fields.some((field) => field.instruction.includes(`SEQ ${label} `)),
      );
      const lines = paragraphs.slice(index, index + collected.length);
      expect(new Set(lines.map(({ style }) => style.replace(/\d/, '')))).toEqual(
        new Set([label === undefined ? 'TOC' : 'TableOfFigures']),
      );
      expect(paragraphs[index + collected.length]?.style).not.toBe(lines.at(-1)?.style);
      for (const [at, { number, text, style, bookmarks }] of collected.entries()) {
        const line = lines[at]!;
        const [title = '', page = ''] = line.text.split('\t');
        const whole = squeezed(number + text);
        expect(squeezed(title)).toBe(whole);
        if (label === undefined) expect(line.style).toBe(style === 'Heading2' ? 'TOC2' : 'TOC1');
        else expect(line.anchor).not.toBe('');
        if (label === undefined) expect([...bookmarks.keys()]).toContain(line.anchor);
        expect(page).toMatch(/^(?:[ivxl]+|\d+)$/);
      }
    }
  });

  it.each(reports)('every page reference in %s has its number, the same for the same place', async (name) => {
    const pages = new Map<string, string>();
    for (const { instruction, result } of fieldsOf(await paragraphsOf(name, theme), 'PAGEREF')) {
      expect(result, instruction).toMatch(/^(?:[ivxl]+|\d+)$/);
      expect(pages.get(instruction) ?? result).toBe(result);
      pages.set(instruction, result);
    }
    expect(pages.size).toBeGreaterThan(20);
  });
});
