import { ImportedXmlComponent } from 'docx';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { hexColor } from '../units.ts';
import { tableStyleNames, type TableStyleId } from './ids.ts';

interface TableStyle {
  /** `[side, width in eighths of a point, colour]`. */
  readonly borders: readonly (readonly [side: string, eighths: number, color: string])[];
  /** Cell margins in twips: top, left, bottom, right. */
  readonly margins: readonly [top: number, left: number, bottom: number, right: number];
  /** A line below the first row. */
  readonly head?: readonly [eighths: number, color: string];
}

/** Table styles; the library has no options for them, so they are written as XML. */
export function tableStyles(tokens: ThemeTokens): ImportedXmlComponent[] {
  const ink = hexColor(tokens.colors.ink);
  const hairline = hexColor(tokens.colors.hairline);
  const rules: Record<TableStyleId, TableStyle> = {
    ThreeLine: { borders: [['top', 6, ink], ['bottom', 6, ink]], margins: [0, 80, 0, 80], head: [3, ink] },
    Cards: { borders: [['top', 4, hairline], ['insideH', 4, hairline]], margins: [40, 0, 100, 160] },
    Entries: { borders: [['top', 4, hairline], ['bottom', 4, hairline], ['insideH', 4, hairline]], margins: [0, 0, 0, 120] },
    Cover: { borders: [], margins: [0, 0, 0, 0] },
  }; // prettier-ignore
  return Object.entries(rules).map(([id, style]) => component(id as TableStyleId, style));
}

function component(id: TableStyleId, { borders, margins, head }: TableStyle): ImportedXmlComponent {
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
    head
      ? `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', ...head)}</w:tcBorders></w:tcPr></w:tblStylePr>`
      : '',
    '</w:style>',
  ];
  return ImportedXmlComponent.fromXmlString(xml.join(''));
}
