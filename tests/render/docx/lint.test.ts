import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LintRule } from '../../../src/render/docx/lint/fault.ts';
import { DocxUnsound, lintDocx, refuseUnsound } from '../../../src/render/docx/lint.ts';
import { pack, type Parts } from '../../../src/render/docx/package/zip.ts';
import { render, text } from './sample-docx.ts';

let sound: Parts;

beforeAll(async () => {
  sound = (await render()).parts;
}, 60_000);

const inserted = '<w:ins w:id="1" w:author="局" w:date="2023-04-26T00:00:00Z"/>';

function control(id: string, tag: string): string {
  return `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/><w:id w:val="${id}"/></w:sdtPr><w:sdtContent/></w:sdt>`;
}

const body = 'word/document.xml';
const faults: readonly (readonly [rule: LintRule, plant: (parts: Parts) => void])[] = [
  ['well-formed', edit(body, (xml) => xml.replace('</w:body>', ''))],
  ['cell-ends-with-paragraph', edit(body, (xml) => xml.replace(/<\/w:p><\/w:tc>/, '</w:p><w:bookmarkEnd w:id="9999"/></w:tc>'))],
  ['style-exists', edit(body, (xml) => xml.replace('w:val="BodyText"', 'w:val="Lost"'))],
  ['numbering-exists', edit(body, (xml) => xml.replace(/<w:numId w:val="\d+"/, '<w:numId w:val="999"'))],
  ['bookmark-unique', edit(body, (xml) => xml.replaceAll(/w:name="(highlights|creation)"/g, 'w:name="same"'))],
  ['bookmark-target-exists', edit(body, (xml) => xml.replace(/w:anchor="note"/, 'w:anchor="nowhere"'))],
  ['field-clean', edit(body, (xml) => xml.replace('<w:fldChar w:fldCharType="begin"', '$& w:dirty="true"'))],
  ['field-clean', edit('word/settings.xml', (xml) => xml.replace('<w:compat>', '<w:updateFields/><w:compat>'))],
  ['relationship-target-exists', (parts) => void parts.delete('word/media/image1.png')],
  ['relationship-exists', edit(body, (xml) => xml.replace(/r:embed="[^"]+"/, 'r:embed="rId999"'))],
  ['content-type-exists', (parts) => void parts.set('word/stray.bin', new Uint8Array())],
  ['alternative-text', edit(body, (xml) => xml.replace(/ descr="[^"]+"/, ''))],
  ['chart-cache-equals-workbook', edit('word/charts/chart1.xml', (xml) => xml.replace('<c:v>25143</c:v>', '<c:v>25144</c:v>'))],
  ['chart-cache-equals-workbook', edit('word/charts/chart1.xml', (xml) => xml.replace('$B$2:$B$4', '$B$2:$B$5'))],
  ['chart-cache-equals-workbook', edit('word/charts/chart1.xml', (xml) => xml.replace(/<c:externalData.*?<\/c:externalData>/, ''))],
  ['style-exists', edit('word/styles.xml', (xml) => xml.replace('w:val="图表来源"', 'w:val="图表注"'))],
  ['style-exists', edit(body, (xml) => xml.replace('<w:pStyle w:val="BodyText"', '<w:pStyle w:val="Hyperlink"'))],
  ['numbering-exists', edit(body, (xml) => xml.replace(/(<w:numPr><w:ilvl w:val=")\d("\/><w:numId w:val="[1-9])/, (_, before: string, after: string) => `${before}12${after}`))],
  ['numbering-exists', edit('word/numbering.xml', (xml) => xml.replaceAll(/<w:abstractNumId w:val="\d+"/g, '<w:abstractNumId w:val="99"'))],
  ['part-reached', (parts) => void parts.set('word/stray.xml', '<stray/>')],
  ['note-exists', edit(body, (xml) => xml.replace('<w:t ', '<w:footnoteReference w:id="77"/><w:t '))],
  ['note-exists', edit('word/footnotes.xml', (xml) => xml.replace('</w:footnotes>', '<w:footnote w:id="77"><w:p/></w:footnote></w:footnotes>'))],
  ['control-unique', edit(body, (xml) => xml.replace('<w:t ', control('5', 'a') + control('5', 'b') + '<w:t '))],
  ['control-unique', edit(body, (xml) => xml.replace('<w:t ', `${control('5', 'long'.repeat(20))}<w:t `))],
  ['drawing-unique', edit(body, (xml) => xml.replaceAll(/(<wp:docPr id=")\d+/g, '$11'))],
  ['bookmark-paired', edit(body, (xml) => xml.replace(/<w:bookmarkEnd [^>]*>/, ''))],
  ['bookmark-paired', edit(body, (xml) => xml.replace(/(<w:bookmarkStart [^>]*>)(.*?)(<w:bookmarkEnd [^>]*>)/s, '$3$2$1'))],
  ['field-balanced', edit(body, (xml) => xml.replace(/<w:fldChar w:fldCharType="end"[^>]*>/, ''))],
  ['field-balanced', edit(body, (xml) => xml.replace(/<w:fldChar w:fldCharType="begin"[^>]*>/, ''))],
  ['field-balanced', edit(body, (xml) => xml.replace(/<w:tc>/, '<w:fldChar w:fldCharType="end"/><w:tc><w:fldChar w:fldCharType="begin"/>'))],
  ['revision-signed', edit(body, (xml) => xml.replace('<w:t ', '<w:ins w:id="1" w:author="局"/><w:t '))],
  ['revision-signed', edit(body, (xml) => xml.replace('<w:t ', `${inserted}${inserted}<w:t `))],
  ['revision-signed', edit(body, (xml) => xml.replace('<w:t ', `${inserted.replace('局', '局'.repeat(256))}<w:t `))],
  ['revision-signed', edit(body, (xml) => xml.replace('<w:t ', '<w:commentReference w:id="3"/><w:t '))],
  ['section-complete', edit(body, (xml) => xml.replace(/ w:gutter="0"/, ''))],
  ['section-complete', edit(body, (xml) => xml.replace(/(<w:pgMar [^>]*w:left=")\d+/, (_, before: string) => `${before}11900`))],
  ['section-complete', edit(body, (xml) => xml.replace(/<w:headerReference w:type="default" r:id="[^"]*"\/>/, '$&$&'))],
  ['section-complete', edit(body, (xml) => xml.replace(/<w:headerReference/, '<w:footerReference'))],
  ['columns-add-up', edit(body, (xml) => xml.replace(/(<w:gridCol w:w=")\d+/, '$17'))],
  ['columns-add-up', edit(body, (xml) => xml.replace(/<w:gridCol [^>]*>/, ''))],
  ['paragraph-filled', edit(body, (xml) => xml.replace('<w:body>', '$&<w:p/>'))],
  ['name-declared', edit(body, (xml) => xml.replace('<w:t ', '<w77:odd/><w:t '))],
  ['name-declared', edit('word/styles.xml', (xml) => xml.replace('mc:Ignorable="', 'mc:Ignorable="w99 '))],
]; // prettier-ignore

/** A change to one part; a change that changes nothing would test nothing. */
function edit(part: string, change: (xml: string) => string): (parts: Parts) => void {
  return (parts) => {
    const before = text(parts, part);
    const after = change(before);
    expect(after).not.toBe(before);
    parts.set(part, after);
  };
}

describe('lintDocx', () => {
  it('finds nothing in a sound file', () => {
    expect(lintDocx(sound)).toEqual([]);
  });

  it('finds what is wrong with the zip itself', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const found = (files: Record<string, Uint8Array>): string[] =>
      lintDocx(zipSync(files))
        .filter(({ rule }) => rule === 'entries-plain')
        .map(({ what }) => what);
    const types = bytes('<Types/>');
    expect(found({ '[Content_Types].xml': types })).toEqual([]);
    expect(found({ '[Content_Types].xml': types, 'word/': new Uint8Array(), 'a\\b.xml': types })).toEqual([
      'word/',
      'a\\b.xml',
    ]);
    expect(found({ 'word/a.xml': types, '[Content_Types].xml': types })).toEqual([
      '[Content_Types].xml is not first',
    ]);
    expect(found({ '[Content_Types].xml': types, 'word/a.xml': types, 'word/A.xml': types })).toEqual([
      'word/A.xml',
    ]);
  });

  it('keeps a file that Word would call damaged from being written, and no other', () => {
    const planted = (rule: LintRule): Uint8Array => {
      const parts = new Map(sound);
      faults.find(([name]) => name === rule)![1](parts);
      return pack(parts);
    };
    expect(() => {
      refuseUnsound(planted('cell-ends-with-paragraph'));
    }).toThrow(DocxUnsound);
    expect(() => {
      refuseUnsound(planted('paragraph-filled'));
    }).not.toThrow();
  });

  it.each(faults)('finds a planted fault: %s', (rule, plant) => {
    const parts = new Map(sound);
    plant(parts);
    expect(lintDocx(parts).map((fault) => fault.rule)).toContain(rule);
  });
});
