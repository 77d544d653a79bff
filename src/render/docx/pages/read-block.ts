import type { Block, TableBlock } from './blocks.ts';
import {
  childOf,
  elementsOf,
  isOn,
  numberOf,
  opened,
  valueOf,
  type FormattedElement,
} from './formatted-element.ts';
import { readParagraph, type TextTools } from './read-paragraph.ts';

/** Margins and lines of a table style; lengths in twips. */
export interface TableLook {
  readonly margins: readonly [top: number, left: number, bottom: number, right: number];
  readonly top: number;
  readonly bottom: number;
  readonly inside: number;
  readonly afterFirst: number;
  readonly beforeLast: number;
}

/** What reading needs to know besides the body. */
export interface ReadingTools extends TextTools {
  readonly tables: (style: string | undefined) => TableLook;
}

/** A paragraph or table of the body; undefined for what takes no room. */
export function readBlock(element: FormattedElement, tools: ReadingTools): Block | undefined {
  if (element.name === 'w:tbl') return readTable(element, tools);
  return element.name === 'w:p' ? readParagraph(element, tools) : undefined;
}

function readTable(table: FormattedElement, tools: ReadingTools): TableBlock {
  const properties = childOf(table, 'w:tblPr');
  const style = tools.tables(valueOf(properties, 'w:tblStyle'));
  const flags = childOf(properties, 'w:tblLook');
  const marked = (name: string): boolean => String(flags?.attributes[name]) === 'true';
  const rows = elementsOf(table, 'w:tr');
  const last = rows.length - 1;
  const [above, left, below, right] = style.margins;
  const edge = (row: number, side: 'w:top' | 'w:bottom'): number =>
    Math.max(
      0,
      ...elementsOf(rows[row], 'w:tc').map((cell) => {
        const border = childOf(childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders'), side);
        return ((numberOf(border, 'w:sz') ?? 0) / 8) * 20;
      }),
    );
  /** The line between a row and the one before. */
  const between = (row: number): number =>
    Math.max(
      style.inside,
      row === 1 && marked('w:firstRow') ? style.afterFirst : 0,
      row === last && marked('w:lastRow') ? style.beforeLast : 0,
      edge(row - 1, 'w:bottom'),
      edge(row, 'w:top'),
    );
  return {
    type: 'table',
    rows: rows.map((row, index) => {
      const own = childOf(row, 'w:trPr');
      let column = 0;
      return {
        height: numberOf(childOf(own, 'w:trHeight'), 'w:val') ?? 0,
        isHeader: isOn(own, 'w:tblHeader'),
        top: index === 0 ? style.top : between(index),
        bottom: index === last ? style.bottom : 0,
        cells: elementsOf(row, 'w:tc').map((cell) => {
          const inCell = childOf(cell, 'w:tcPr');
          const margin = (side: string, usual: number): number =>
            numberOf(childOf(childOf(inCell, 'w:tcMar'), side), 'w:w') ?? usual;
          const room = numberOf(childOf(inCell, 'w:tcW'), 'w:w') ?? 0;
          const merge = childOf(inCell, 'w:vMerge');
          const at = column;
          column += Number(valueOf(inCell, 'w:gridSpan') ?? 1);
          return {
            column: at,
            merge: merge && (merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue'),
            width: room - margin('w:left', left) - margin('w:right', right),
            blocks: opened(cell).flatMap((inner) => readBlock(inner, tools) ?? []),
            above: margin('w:top', above),
            below: margin('w:bottom', below),
          };
        }),
      };
    }),
  };
}
