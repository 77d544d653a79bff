import { pack, type Parts } from '../../render/docx/package/zip.ts';
import type { Sheet } from './sheet.ts';
import { decimalsOf, sheetRange, sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';
import { declaration, xmlText } from './xml.ts';

/** What the workbook says of itself. */
export interface WorkbookProperties {
  readonly title: string;
  readonly author: string;
  /** ISO day, the only date in the file. */
  readonly date: string;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * An Excel workbook (SpreadsheetML) of plain tables. Written by hand: the libraries at hand that are small put the
 * clock into the file or do not filter, and a table needs six parts. The same sheets give the same bytes.
 */
export function workbook(sheets: readonly Sheet[], properties: WorkbookProperties): Uint8Array {
  const decimals = sheets
    .flatMap(({ rows }) => rows.flat())
    .map((cell) => (typeof cell === 'object' ? decimalsOf(cell.digits) : 0));
  const parts: Parts = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets)],
    [
      '_rels/.rels',
      relations([
        [`${relationships}/officeDocument`, 'xl/workbook.xml'],
        [`${packageNamespace}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(properties)],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index): [string, string] => [
          `${relationships}/worksheet`,
          `worksheets/sheet${index + 1}.xml`,
        ]),
        [`${relationships}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', stylesXml(Math.max(0, ...decimals))],
    ...sheets.map((sheet, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      sheetXml(sheet, index === 0),
    ]),
  ]);
  return pack(parts);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${type}"/>`;
  return [
    declaration,
    `<Types xmlns="${packageNamespace}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
    ...sheets.map((_, index) => part(`xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet+xml`)),
    part('xl/styles.xml', `${spreadsheet}.styles+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('');
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const written = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${written.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const absolute = (sheet: Sheet): string => sheetRange(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  const names = sheets.flatMap((sheet, index) => {
    const local = `localSheetId="${index}"`;
    const quoted = `'${xmlText(sheet.name.replaceAll("'", "''"))}'`;
    return [
      `<definedName name="_xlnm._FilterDatabase" ${local} hidden="1">${quoted}!${absolute(sheet)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" ${local}>${quoted}!$1:$1</definedName>`,
    ];
  });
  return [
    declaration,
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews><sheets>',
    ...sheets.map(
      ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    `</sheets><definedNames>${names.join('')}</definedNames></workbook>`,
  ].join('');
}

function coreProperties({ title, author, date }: WorkbookProperties): string {
  const moment = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return [
    declaration,
    `<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator>`,
    moment('created'),
    moment('modified'),
    '</cp:coreProperties>',
  ].join('');
}
