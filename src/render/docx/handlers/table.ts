import type { Element } from 'hast';
import { TableLayoutType, TableRow, WidthType } from 'docx';
import type { Context } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { gap } from '../paragraph.ts';
import { DescribedTable } from '../described-table.ts';
import type { BlockHandler } from './handler.ts';
import { cellColumns, columnKinds, columnWidths, type ColumnKind } from './table-columns.ts';
import { tableCell, type CellSetting, type RowKind } from './table-cell.ts';

/** Tables of so few rows are kept on one page; longer ones split between rows, with their head repeated. */
const keptWhole = 12;

/** A three-line table. Its head is marked as header rows, so Word repeats it and screen readers announce it. */
export const tableHandler: BlockHandler = (element, context) => {
  const rows = tableRows(element);
  const kinds = columnKinds(rows.map(({ row }) => row));
  const widths = columnWidths(
    element,
    rows.map(({ row }) => row),
    { width: context.width, size: context.tokens.type.table.size },
  );
  const columns = cellColumns(rows.map(({ row }) => row));
  const whole = rows.length <= keptWhole;
  const lastHead = rows.filter(({ kind }) => kind === 'head').length - 1;
  const table = new DescribedTable(
    {
      style: 'ThreeLine',
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      tableLook: {
        firstRow: lastHead >= 0,
        lastRow: rows.at(-1)?.kind === 'total',
        firstColumn: true,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: rows.map(({ row, kind }, index) =>
        tableRow(row, kind, {
          context,
          columns,
          kinds,
          widths,
          line: ruledBy(rows, index, lastHead),
          keepNext: kind === 'head' || kind === 'group' || whole,
        }),
      ),
    },
    context.tableCaption ?? '',
  );
  return context.tableFollowed === true ? [table] : [table, gap()];
};

interface RowSetting {
  readonly context: Context;
  readonly kinds: readonly ColumnKind[];
  readonly widths: readonly number[];
  readonly line: CellSetting['line'];
  readonly keepNext: boolean;
  readonly columns: ReadonlyMap<Element, number>;
}

function tableRow(row: Element, kind: RowKind, setting: RowSetting): TableRow {
  setting.context.bookmarks.hold(row.properties.id);
  const children = elementsIn(row).map((cell) =>
    tableCell(cell, { ...setting, row: kind, column: setting.columns.get(cell) ?? 0 }),
  );
  return new TableRow({
    cantSplit: true,
    ...(kind === 'head' && { tableHeader: true }),
    ...(setting.keepNext && { keepNext: true }),
    children,
  });
}

/** The lines the table's style has none for: below a head of several rows, above a total that is not the last. */
function ruledBy(rows: readonly { kind: RowKind }[], index: number, lastHead: number): CellSetting['line'] {
  if (index === lastHead && lastHead > 0) return 'bottom';
  return rows[index]?.kind === 'total' && index < rows.length - 1 ? 'top' : undefined;
}

function tableRows(table: Element): { row: Element; kind: RowKind }[] {
  return elementsIn(table).flatMap((group) =>
    elementsIn(group).map((row) => ({
      row,
      kind: group.tagName === 'thead' ? ('head' as const) : rowKind(row),
    })),
  );
}

function rowKind(row: Element): RowKind {
  const part = partOf(row);
  return part === 'total' || part === 'group' ? part : 'body';
}
