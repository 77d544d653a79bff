import { ImportedXmlComponent } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { hexColor } from '../units.ts';
import { coverPadding } from '../page.ts';
import { tableStyleNames, type TableStyleId } from './ids.ts';

/** Twips between the cards of a row. */
export const cardPadding = 160;

/** Twips a cell of a three-line table has on both sides of its text. */
export const cellPadding = 160;

/** How tables of a style look. */
export interface TableStyle {
  /** `[side, width in eighths of a point, colour]`. */
  readonly borders: readonly (readonly [side: string, eighths: number, color: string])[];
  /** Cell margins in twips: top, left, bottom, right. */
  readonly margins: readonly [top: number, left: number, bottom: number, right: number];
  /** Where text stands in a cell that is higher than it. */
  readonly align: 'top' | 'center' | 'bottom';
  /** A line below the first row and above the last, where a table has a head or a total. */
  readonly inner?: readonly [eighths: number, color: string];
}

/** How the tables of each style look in a theme. */
export function tableLooks(tokens: ThemeTokens): Record<TableStyleId, TableStyle> {
  const ink = hexColor(tokens.colors.ink);
  const hairline = hexColor(tokens.colors.hairline);
  const side = coverPadding(tokens);
  return {
    ThreeLine: { borders: [['top', 6, ink], ['bottom', 6, ink]], margins: [0, cellPadding / 2, 0, cellPadding / 2], align: 'center', inner: [3, ink] },
    // Figures beside each other stand on one line, however long their labels are.
    Cards: { borders: [['top', 4, hairline], ['insideH', 4, hairline]], margins: [40, 0, 100, cardPadding], align: 'bottom' },
    Entries: { borders: [['top', 4, hairline], ['bottom', 4, hairline], ['insideH', 4, hairline]], margins: [0, 0, 0, 120], align: 'top' },
    Cover: { borders: [], margins: [Math.round(side / 2), side, Math.round(side / 2), side], align: 'bottom' },
  }; // prettier-ignore
}

/** Table styles; the library has no options for them, so they are written as XML. */
export function tableStyles(tokens: ThemeTokens): ImportedXmlComponent[] {
  return Object.entries(tableLooks(tokens)).map(([id, style]) => component(id as TableStyleId, style));
}

function component(id: TableStyleId, { borders, margins, align, inner }: TableStyle): ImportedXmlComponent {
  const line = (side: string, eighths: number, color: string): string =>
    `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${color}"/>`;
  const [top, left, bottom, right] = margins;
  const margin = (side: string, twips: number): string => `<w:${side} w:w="${twips}" w:type="dxa"/>`;
  const xml = [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}">`,
    `<w:name w:val="${tableStyleNames[id]}"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>`,
    borders.length > 0
      ? `<w:tblBorders>${borders.map((border) => line(...border)).join('')}</w:tblBorders>`
      : '',
    `<w:tblCellMar>${margin('top', top)}${margin('left', left)}${margin('bottom', bottom)}${margin('right', right)}</w:tblCellMar>`,
    '</w:tblPr>',
    `<w:tcPr><w:vAlign w:val="${align}"/></w:tcPr>`,
    ...(inner
      ? [
          `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', ...inner)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`,
          `<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders>${line('top', ...inner)}</w:tcBorders></w:tcPr></w:tblStylePr>`,
        ]
      : []),
    '</w:style>',
  ];
  return ImportedXmlComponent.fromXmlString(xml.join(''));
}
