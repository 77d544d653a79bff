import { Table, TableCell, TableLayoutType, TableRow, WidthType, type ITableCellOptions } from 'docx';
import type { TableStyleId } from '../styles/ids.ts';
import { type Block, type Context } from '../context.ts';
import { styledParagraph } from '../paragraph.ts';
import { isCellBlock } from './cell.ts';

/** A table that only places things side by side: fixed columns in twips, no header, rows kept on one page. */
export function layoutTable(
  context: Context,
  style: TableStyleId,
  columns: readonly number[],
  rows: readonly (readonly (readonly Block[])[])[],
  cellOptions: Partial<ITableCellOptions> = {},
): Table {
  return new Table({
    style,
    layout: TableLayoutType.FIXED,
    width: { size: sum(columns), type: WidthType.DXA },
    columnWidths: columns,
    tableLook: {
      firstRow: false,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: columns.map((width, index) => {
            const blocks = (cells[index] ?? []).filter(isCellBlock);
            return new TableCell({
              ...cellOptions,
              width: { size: width, type: WidthType.DXA },
              children: blocks.length > 0 ? blocks : [styledParagraph(context, 'Gap', [])],
            });
          }),
        }),
    ),
  });
}

/** Split a width into equal whole twips; the last column takes the rest. */
export function equalColumns(width: number, count: number): number[] {
  const column = Math.floor(width / count);
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? width - column * (count - 1) : column,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
