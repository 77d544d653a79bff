import { unpack } from '../../src/render/docx/package/zip.ts';
import { findElements, parseXml, type XmlElement } from '../../src/render/docx/xml.ts';

/** A cell as a spreadsheet shows it: a number with the decimals of its format, or text as a reader sees it. */
export interface ReadCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** The sheets of a workbook by name: rows of cells by heading. */
export type ReadSheets = ReadonlyMap<string, readonly Readonly<Record<string, ReadCell>>[]>;

/** Read a workbook back, as little as possible like it is written: by references, relationships and formats. */
export function readXlsx(bytes: Uint8Array): ReadSheets {
  const parts = unpack(bytes);
  const part = (name: string): XmlElement => {
    const text = parts.get(name);
    if (typeof text !== 'string') throw new Error(`no part ${name}`);
    return parseXml(text);
  };
  const targets = new Map(
    findElements(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  const formats = formatsOf(part('xl/styles.xml'));
  return new Map(
    findElements(part('xl/workbook.xml'), 'sheet').map(({ attributes }) => [
      attributes.name ?? '',
      readSheet(part(`xl/${targets.get(attributes['r:id']) ?? ''}`), formats),
    ]),
  );
}

/** Format code of each cell format. */
function formatsOf(styles: XmlElement): string[] {
  const codes = new Map(
    findElements(styles, 'numFmt').map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  );
  const cells = findElements(styles, 'cellXfs')[0]?.children ?? [];
  return cells.map(({ attributes }) => codes.get(attributes.numFmtId) ?? '');
}

function readSheet(sheet: XmlElement, formats: readonly string[]): Record<string, ReadCell>[] {
  const rows = findElements(sheet, 'row').map((row) =>
    row.children.map((cell): [column: string, cell: ReadCell] => {
      const { r = '', t, s = '0' } = cell.attributes;
      const column = r.replace(/\d+$/, '');
      if (t === 'inlineStr')
        return [column, { text: unescape(findElements(cell, 't')[0]?.text ?? ''), isNumber: false }];
      const decimals = (formats[Number(s)] ?? '').split('.')[1]?.length ?? 0;
      return [column, { text: Number(findElements(cell, 'v')[0]?.text).toFixed(decimals), isNumber: true }];
    }),
  );
  const headings = new Map((rows[0] ?? []).map(([column, { text }]) => [column, text]));
  return rows
    .slice(1)
    .map((cells) =>
      Object.fromEntries(cells.map(([column, cell]) => [headings.get(column) ?? column, cell])),
    );
}

function unescape(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
