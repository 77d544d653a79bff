import { h } from 'hastscript';
import { beforeAll, describe, expect, it } from 'vitest';
import { ReportError } from '../../../src/diagnostics/diagnostic.ts';
import { lintDocx } from '../../../src/render/docx/lint.ts';
import { pack, unpack } from '../../../src/render/docx/package/zip.ts';
import { findElement, findElements, type XmlElement } from '../../../src/render/docx/xml.ts';
import type { Theme } from '../../../src/validate/schema/theme.ts';
import { sampleDocument } from '../sample-document.ts';
import { officeDocx } from './office-docx.ts';
import { render, sampleTheme, shown, squeezed, text, withTree, xml, type Rendered } from './sample-docx.ts';
import { validate } from '../../open-xml-sdk.ts';

const place = { file: 'templates/themes/bureau/theme.yaml', line: 3, column: 20 };
const path = 'templates/themes/bureau/reference.docx';

async function themeWith(bytes: Uint8Array): Promise<Theme> {
  return { ...(await sampleTheme()), reference: { path, bytes, place } };
}

const report = sampleDocument();
/** Enough where only the styles are looked at: the library lays out every page of a report in an office’s styles. */
const brief = withTree(h(null, h('section', { dataPart: 'chapter', id: 'x' }, h('h1', '章'))));
let plain: Rendered;
let dressed: Rendered;

beforeAll(async () => {
  plain = await render();
  dressed = await render(report, await themeWith(officeDocx()));
}, 60_000);

/** A style of a file by our id. */
function style({ parts }: Rendered, id: string): XmlElement {
  return findElements(xml(parts, 'word/styles.xml'), 'w:style').find(
    ({ attributes }) => attributes['w:styleId'] === id,
  )!;
}

/** An attribute of a property of a style, undefined where it does not have the property itself. */
const said = (file: Rendered, id: string, property: string, attribute = 'w:val'): string | undefined =>
  findElement(style(file, id), property)?.attributes[attribute];

/** All that is printed but the contents, whose pages differ. */
function running({ parts }: Rendered): string {
  const body = xml(parts, 'word/document.xml');
  return shown(body).replace(shown(findElement(body, 'w:sdt')!), '');
}

/** Styles by id, whatever the order of their attributes. */
const sheet = (file: Rendered): Map<string | undefined, XmlElement> =>
  new Map(xml(file.parts, 'word/styles.xml').children.map((child) => [child.attributes['w:styleId'], child]));

describe('a document made here as the file of styles', () => {
  it('gives the same document, page for page', async () => {
    const again = await render(report, await themeWith(plain.bytes));
    expect(sheet(again)).toEqual(sheet(plain));
    expect(again.pages).toBe(plain.pages);
    for (const part of ['word/document.xml', 'word/theme/theme1.xml', 'word/numbering.xml'])
      expect(text(again.parts, part), part).toBe(text(plain.parts, part));
  });

  it('gives what was changed in it, and nothing else', async () => {
    const parts = unpack(plain.bytes);
    const before = text(parts, 'word/styles.xml');
    const after = before.replace(/(w:styleId="TableHead".*?w:sz w:val=")\d+/, '$199');
    expect(after).not.toBe(before);
    parts.set('word/styles.xml', after);
    const again = await render(brief, await themeWith(pack(parts)));
    expect(said(again, 'TableHead', 'w:sz')).toBe('99');
    const others = (file: Rendered) => [...sheet(file)].filter(([id]) => id !== 'TableHead');
    expect(others(again)).toEqual(others(await render(brief)));
  });
});

describe('the styles of an office', () => {
  it('take the place of ours by name, whatever their ids are', () => {
    expect(said(dressed, 'Heading2', 'w:rFonts', 'w:eastAsia')).toBe('楷体_GB2312');
    expect(said(dressed, 'Heading3', 'w:b')).toBeUndefined();
    expect(findElement(style(dressed, 'Heading3'), 'w:b')).toBeDefined();
    expect(said(dressed, 'Normal', 'w:spacing', 'w:line')).toBe('560');
    expect(findElement(style(dressed, 'Lead'), 'w:i')).toBeDefined();
    expect(running(dressed) === running(plain)).toBe(true);
  });

  it('bring those they are based on, their theme and their defaults, but not their language', () => {
    const base = said(dressed, 'Heading1', 'w:basedOn')!;
    expect(said(dressed, base, 'w:rFonts', 'w:eastAsia')).toBe('黑体');
    expect(text(dressed.parts, 'word/theme/theme1.xml')).toContain('方正小标宋简体');
    const defaults = findElement(xml(dressed.parts, 'word/styles.xml'), 'w:docDefaults')!;
    expect(findElement(defaults, 'w:kern')).toBeDefined();
    expect(findElements(defaults, 'w:lang').map(({ attributes }) => attributes['w:eastAsia'])).toEqual([
      'zh-CN',
    ]);
  });

  it('colour the title unless it could not be read on the ground of the cover', async () => {
    expect(said(dressed, 'Title', 'w:color')).toBe('FFFFFF');
    const theme = await themeWith(officeDocx());
    const cover = { ...theme.tokens.cover, field: 'none' as const };
    const white = await render(brief, { ...theme, tokens: { ...theme.tokens, cover } });
    expect(said(white, 'Title', 'w:color', 'w:themeColor')).toBe('accent1');
  });

  it('leave behind numbering, frames and what refers to styles that stay away', () => {
    expect(said(dressed, 'Heading1', 'w:numId')).toBe(said(plain, 'Heading1', 'w:numId'));
    expect(findElement(style(dressed, 'Title'), 'w:framePr')).toBeUndefined();
    expect(said(dressed, 'Heading1', 'w:link')).toBeUndefined();
    expect(said(dressed, 'Heading3', 'w:next')).toBeUndefined();
    expect(lintDocx(dressed.bytes)).toEqual([]);
  });

  it('are put right where they lead back to themselves, stand twice or refer to another kind', () => {
    expect(said(dressed, 'Lead', 'w:basedOn')).toBeUndefined();
    expect(said(dressed, 'TOC3', 'w:basedOn')).toBe(said(dressed, 'Heading1', 'w:basedOn'));
    expect(said(dressed, 'TOC3', 'w:next')).toBeUndefined();
    const names = findElements(xml(dressed.parts, 'word/styles.xml'), 'w:name').map(
      ({ attributes }) => attributes['w:val'],
    );
    expect(names.filter((name) => name === '章的样子')).toHaveLength(1);
    expect(said(dressed, 'Caption', 'w:sz')).toBe('24');
  });

  it('keep the levels by which Word collects the contents', () => {
    expect(said(dressed, 'Heading2', 'w:outlineLvl')).toBe('1');
    expect(said(dressed, 'UnlistedHeading', 'w:outlineLvl')).toBe('9');
  });

  it('are followed by styles they do not have', () => {
    expect(said(dressed, 'BodyText', 'w:rFonts', 'w:eastAsia')).toBeUndefined();
    expect(said(dressed, 'BodyText', 'w:ind', 'w:firstLineChars')).toBeUndefined();
    expect(said(dressed, 'TableText', 'w:ind', 'w:firstLineChars')).toBe('0');
    expect(said(dressed, 'TableText', 'w:rFonts', 'w:eastAsia')).toBe('黑体');
    expect(said(dressed, 'TableText', 'w:sz')).toBe(said(plain, 'TableText', 'w:sz'));
    for (const [id, like] of [
      ['UnlistedHeading', 'Heading1'],
      ['TableCaption', 'Caption'],
      ['FooterEven', 'Footer'],
    ] as const)
      expect(said(dressed, id, 'w:basedOn')).toBe(like);
    expect(said(dressed, 'FooterEven', 'w:jc')).toBeUndefined();
  });

  it('are laid out to number the pages of the contents', () => {
    expect(dressed.diagnostics.all).toEqual([]);
    expect(dressed.pages).toBeGreaterThan(plain.pages);
    const listed = findElement(xml(dressed.parts, 'word/document.xml'), 'w:sdtContent')!;
    expect(squeezed(shown(listed))).toMatch(/\d$/);
  });

  it('make a file the Open XML SDK finds nothing wrong with', async () => {
    expect(await validate(dressed.bytes, 'docx', 'Microsoft365')).toEqual([]);
  }, 60_000);
});

describe('a file of styles that will not do', () => {
  const refused = async (bytes: Uint8Array): Promise<ReportError> => {
    const error: unknown = await themeWith(bytes)
      .then((theme) => render(brief, theme))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReportError);
    return error as ReportError;
  };

  it('is told by the styles it lacks, where the theme names it', async () => {
    const { diagnostics } = await refused(officeDocx(['heading 3', 'toc 2']));
    expect(diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['THEME_WORD_STYLES', place.file, place.line],
    ]);
    expect(diagnostics[0]!.message).toMatch(/标题 3.*目录 2/);
  });

  it('is told when it is none', async () => {
    const { diagnostics } = await refused(new TextEncoder().encode('{\\rtf1 styles}'));
    expect(diagnostics).toMatchObject([{ code: 'DOCX_NOT_DOCX', ...place }]);
    const cut = await refused(officeDocx().slice(0, -60));
    expect(cut.diagnostics.map(({ code }) => code)).toEqual(['DOCX_DAMAGED']);
  });
});
