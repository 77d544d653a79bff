import { beforeAll, describe, expect, it } from 'vitest';
import type { LintRule } from '../../../src/render/docx/lint/fault.ts';
import { lintDocx } from '../../../src/render/docx/lint.ts';
import type { Parts } from '../../../src/render/docx/package/zip.ts';
import { render, text } from './sample-docx.ts';

let sound: Parts;

beforeAll(async () => {
  sound = (await render()).parts;
}, 60_000);

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

  it.each(faults)('finds a planted fault: %s', (rule, plant) => {
    const parts = new Map(sound);
    plant(parts);
    expect(lintDocx(parts).map((fault) => fault.rule)).toContain(rule);
  });
});
