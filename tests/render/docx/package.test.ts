import { zipSync } from 'fflate';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { createBookmarks } from '../../../src/render/docx/bookmarks.ts';
import { normalise } from '../../../src/render/docx/package/normalise.ts';
import { pack, unpack } from '../../../src/render/docx/package/zip.ts';
import { parseXml, serializeXml, XmlBroken } from '../../../src/render/docx/xml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('normalise', () => {
  const build = (id: string, mtime: string, count: number): Uint8Array => {
    const workbook = zipSync(
      { 'docProps/core.xml': bytes(`<dcterms:created>${mtime}</dcterms:created>`) },
      { mtime },
    );
    return zipSync(
      {
        'word/': new Uint8Array(),
        'word/document.xml': bytes(
          `<w:bookmarkStart w:name="_Toc${count}" w:id="${count}"/><w:bookmarkEnd w:id="${count}"/><w:t>PAGEREF _Toc${count}</w:t><wp:docPr id="${count}" name="x"/><c r:id="${id}" s="rId1"/>`,
        ),
        'word/_rels/document.xml.rels': bytes(`<R Id="rId1" T="a"/><R Id="${id}" T="b"/>`),
        'word/embeddings/a.xlsx': workbook,
        '[Content_Types].xml': bytes('<Types/>'),
      },
      { mtime },
    );
  };

  const normalised = (packed: Uint8Array): Uint8Array => {
    const parts = unpack(packed);
    normalise(parts, '2023-04-26T00:00:00Z');
    return pack(parts);
  };

  it('makes one file of two that differ by chance only', () => {
    const first = normalised(build('rIdk3j-x_1', '2024-01-02T03:04:05', 7));
    const second = normalised(build('rIdzz9', '2025-06-07T08:09:10', 19));
    expect(Buffer.compare(first, second)).toBe(0);
    const parts = unpack(first);
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    expect([...parts.keys()].some((name) => name.endsWith('/'))).toBe(false);
    expect(parts.get('word/document.xml')).toContain('r:id="rId2" s="rId1"');
    expect(parts.get('word/document.xml')).toContain('w:name="_Toc1" w:id="1"');
  });

  it('changes nothing the second time', () => {
    const once = normalised(build('rIdzz9', '2025-06-07T08:09:10', 19));
    expect(Buffer.compare(normalised(once), once)).toBe(0);
    expect(Buffer.compare(pack(unpack(once)), once)).toBe(0);
  });
});

describe('createBookmarks', () => {
  it('gives every id a name Word takes, and no two the same', () => {
    const long = 'a'.repeat(60);
    const ids = ['tab-all', 'tab_all', 'TAB.all', '2022', long, `${long}b`];
    const bookmarks = createBookmarks(
      h(
        null,
        ids.map((id) => h('p', { id })),
      ),
    );
    const names = ids.map((id) => bookmarks.nameOf(id) ?? '');
    expect(names.every((name) => /^[A-Za-z]\w{0,39}$/.test(name))).toBe(true);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
    expect(bookmarks.nameOf('absent')).toBeUndefined();
  });

  it('hands each out once', () => {
    const bookmarks = createBookmarks(h(null, h('p', { id: 'a' })));
    bookmarks.hold('a');
    bookmarks.hold(undefined);
    expect(bookmarks.take()).toEqual(['a']);
    expect(bookmarks.take()).toEqual([]);
  });
});

describe('parseXml', () => {
  it('reads elements, attributes and escapes', () => {
    const root = parseXml('<?xml version="1.0"?><a b="1 &lt; 2"><c/>&#x4e2d;&amp;</a>');
    expect(root).toMatchObject({ name: 'a', attributes: { b: '1 < 2' }, text: '中&' });
  });

  const noCharacters = ['<a b="&#1;"/>', '<a>&#x110000;</a>', '<a>&#xD800;</a>', '<a>\u0001</a>'];
  it.each(['<a>', '<a></b>', '<a', '', '<a b=c/>', ...noCharacters])('refuses %j', (xml) => {
    expect(() => parseXml(xml)).toThrow(XmlBroken);
  });
});

describe('serializeXml', () => {
  it('gives back what was read', () => {
    const source =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:p xmlns:w="urn:w" w:a="1 &lt; 2 &amp; &quot;3&quot;&#10;4"><w:t xml:space="preserve"> 5 &lt; 6 &amp; 𠮷 </w:t><w:tab/></w:p>';
    expect(serializeXml(parseXml(source))).toBe(source);
  });
});
