import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { openDocx } from '../../../src/render/docx/package/open-docx.ts';
import { render } from './sample-docx.ts';

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = (type = main) =>
  strToU8(`<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`);
const body = strToU8('<w:document><w:body><w:p/></w:body></w:document>');
const whole: Zippable = { '[Content_Types].xml': types(), 'word/document.xml': body };

/** Codes reported for a file, or the parts it was opened to. */
function opened(bytes: Uint8Array): string[] {
  const diagnostics = new Diagnostics('en');
  const parts = openDocx(bytes, 'edited.docx', diagnostics);
  expect(parts === undefined).toBe(diagnostics.hasErrors);
  expect(diagnostics.all.every(({ message }) => message.includes('edited.docx'))).toBe(true);
  return parts ? [...parts.keys()] : diagnostics.all.map(({ code }) => code);
}

/** Change the 32-bit number at a distance from each entry's signature in the zip's directory. */
function rewritten(zip: Uint8Array, distance: number, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + distance, value, true);
  return copy;
}

describe('openDocx', () => {
  it('opens what we build and what others pack', async () => {
    expect(opened((await render()).bytes)).toContain('word/styles.xml');
    expect(opened(zipSync({ ...whole, 'word/': new Uint8Array() }, { level: 0 }))).toEqual(
      Object.keys(whole),
    );
  });

  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'DOCX_NOT_DOCX'],
    ['a text', strToU8('creation: 5274'), 'DOCX_NOT_DOCX'],
    ['a .doc or a locked file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'DOCX_NOT_DOCX'],
    ['another zip', zipSync({ 'xl/workbook.xml': body }), 'DOCX_NOT_DOCX'],
    ['a workbook', zipSync({ '[Content_Types].xml': types('sheet.main+xml'), 'xl/workbook.xml': body }), 'DOCX_NOT_DOCX'],
    ['a template', zipSync({ ...whole, '[Content_Types].xml': types(main.replace('document.main', 'template.main')) }), 'DOCX_NOT_DOCX'],
    ['macros by type', zipSync({ ...whole, '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml') }), 'DOCX_MACROS'],
    ['macros by part', zipSync({ ...whole, 'word/vbaProject.bin': strToU8('x') }), 'DOCX_MACROS'],
    ['a file cut short', zipSync(whole).subarray(0, 120), 'DOCX_DAMAGED'],
    ['a wrong checksum', rewritten(zipSync(whole), 16, 1), 'DOCX_DAMAGED'],
    ['a part that is longer than stated', rewritten(zipSync(whole), 24, 10), 'DOCX_DAMAGED'],
    ['broken XML', zipSync({ ...whole, 'word/styles.xml': strToU8('<w:styles><w:style>') }), 'DOCX_DAMAGED'],
    ['a document type', zipSync({ ...whole, 'word/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }), 'DOCX_DAMAGED'],
    ['a bomb', zipSync({ ...whole, 'word/media/a.xml': new Uint8Array(70 * 1024 ** 2) }, { level: 1 }), 'DOCX_TOO_LARGE'],
    ['a part said to be huge', rewritten(zipSync(whole), 24, 0xfffffff0), 'DOCX_TOO_LARGE'],
  ])('refuses %s', (_, bytes, code) => {
    expect(opened(bytes)).toEqual([code]);
  }); // prettier-ignore
});
