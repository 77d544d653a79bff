import type { Element } from 'hast';
import { BorderStyle, ShadingType, TableCell, WidthType } from 'docx';
import { spanOf } from '../../../document/spans.ts';
import type { Context } from '../context.ts';
import { styledParagraph } from '../paragraph.ts';
import type { ParagraphStyleId } from '../styles/ids.ts';
import { hexColor } from '../units.ts';
import { cellBlocks } from './cell.ts';
import { kindOf, type ColumnKind } from './table-columns.ts';

export type RowKind = 'head' | 'body' | 'total' | 'group';

/** Where a cell stands. `widths` are the table's columns in twips; `line` is drawn beside what the table's style draws. */
export interface CellSetting {
  readonly context: Context;
  readonly row: RowKind;
  readonly column: number;
  readonly kinds: readonly ColumnKind[];
  readonly widths: readonly number[];
  readonly line: 'top' | 'bottom' | undefined;
}

const styles: Record<RowKind, Record<ColumnKind, ParagraphStyleId>> = {
  head: { text: 'TableHead', number: 'TableHeadNumber', mark: 'TableHeadMark' },
  body: { text: 'TableText', number: 'TableNumber', mark: 'TableMark' },
  total: { text: 'TableTotal', number: 'TableTotalNumber', mark: 'TableMark' },
  group: { text: 'TableGroup', number: 'TableGroup', mark: 'TableGroup' },
};

/** A cell in the style of its row and column. */
export function tableCell(element: Element, setting: CellSetting): TableCell {
  const { context, row, column, kinds, widths } = setting;
  const span = spanOf(element, 'colSpan');
  const rowSpan = spanOf(element, 'rowSpan');
  const kind = kindOf(element) ?? (row === 'head' && span === 1 ? kinds[column] : undefined) ?? 'text';
  const style = styles[row][kind];
  const inside: Context = { ...context, paragraphStyle: style };
  context.bookmarks.hold(element.properties.id);
  const ink = hexColor(context.tokens.colors.ink);
  const width = widths.slice(column, column + span).reduce((total, part) => total + part, 0);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 && { columnSpan: span }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(kind === 'mark' && { margins: { left: 0, right: 0 } }),
    ...(setting.line && { borders: { [setting.line]: { style: BorderStyle.SINGLE, size: 3, color: ink } } }),
    ...(row === 'group' && {
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: hexColor(context.tokens.colors.tint) },
    }),
    children: cellBlocks(context.flow(element.children, inside), () => styledParagraph(inside, style, [])),
  });
}
