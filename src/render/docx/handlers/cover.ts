import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import {
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Part } from '../../../document/vocabulary.ts';
import { type Context, type Block } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { coverGeometry, coverPadding } from '../page.ts';
import { styledParagraph } from '../paragraph.ts';
import type { ParagraphStyleId } from '../styles/ids.ts';
import { hexColor } from '../units.ts';
import { cellBlocks } from './cell.ts';
import type { BlockHandler } from './handler.ts';
import { coverTitle } from './cover-title.ts';
import { coverEmblem, coverPicture } from './cover-pictures.ts';
import { motifHandler } from './motif.ts';

const styles: Partial<Record<Part, ParagraphStyleId>> = {
  mark: 'CoverMark',
  region: 'CoverRegion',
  subtitle: 'Subtitle',
  issuer: 'CoverIssuer',
  date: 'CoverDate',
  note: 'CoverNote',
};

/** Below the coloured field stands who publishes, when, and what the reader must know. */
const belowField = new Set<Part | undefined>(['issuer', 'date', 'note']);

/** Heights of the field's two rows and of what is below, as shares of the page between the margins. */
const rowShares = { head: 0.15, field: 0.54, foot: 0.2 };
const rowSharesWithEmblem = { head: 0.22, field: 0.47, foot: 0.2 };

/**
 * The cover as a table: a field, coloured where the theme says so, and a white foot. Rows grow with what an officer types; the sum
 * of their heights leaves a tenth of the page free, so that a longer title does not push the foot off it.
 */
export const coverHandler: BlockHandler = (element, context) => {
  const page = coverGeometry(context.tokens);
  const inside = { ...context, width: page.textWidth - 2 * coverPadding(context.tokens) };
  const children = elementsIn(element);
  const start = children.findIndex((child) => partOf(child) === 'title');
  const above = children.slice(0, Math.max(start, 0));
  const below = children.filter((child) => belowField.has(partOf(child)));
  const { field: ground, motif } = context.tokens.cover;
  const { picture, emblem } = context.themePictures;
  const shares = emblem ? rowSharesWithEmblem : rowShares;
  // The motif is drawn for a coloured ground: a picture cannot be coloured anew.
  const hasMotif = motif === 'data' && ground === 'primary' && picture === undefined;
  const isLeftOut = (child: Element): boolean => partOf(child) === 'motif' && !hasMotif;
  const field = children.filter(
    (child) => !above.includes(child) && !below.includes(child) && !isLeftOut(child),
  );
  const room = page.size.height - page.margin.top - page.margin.bottom;
  const blocks = (elements: readonly Element[]): Block[] =>
    elements.flatMap((child) => coverBlock(child, inside));
  const row = (
    share: number,
    content: Block[],
    filled: boolean,
    align: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable],
  ) =>
    new TableRow({
      cantSplit: true,
      height: { value: Math.round(room * share), rule: HeightRule.ATLEAST },
      children: [
        new TableCell({
          width: { size: page.textWidth, type: WidthType.DXA },
          verticalAlign: align,
          ...(filled &&
            ground === 'primary' && {
              shading: {
                type: ShadingType.CLEAR,
                color: 'auto',
                fill: hexColor(context.tokens.colors.primary),
              },
            }),
          children: cellBlocks(content, () => styledParagraph(context, 'Gap', [])),
        }),
      ],
    });
  return [
    new Table({
      style: 'Cover',
      layout: TableLayoutType.FIXED,
      width: { size: page.textWidth, type: WidthType.DXA },
      columnWidths: [page.textWidth],
      tableLook: {
        firstRow: false,
        lastRow: false,
        firstColumn: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: [
        row(shares.head, [...coverEmblem(inside), ...blocks(above)], true, VerticalAlignTable.TOP),
        row(
          shares.field,
          [...blocks(field), ...coverPicture(inside)],
          true,
          ground === 'primary' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
        ),
        row(shares.foot, blocks(below), false, VerticalAlignTable.BOTTOM),
      ],
    }),
  ];
};

function coverBlock(element: Element, context: Context): Block[] {
  const part = partOf(element);
  if (part === 'motif') return motifHandler(element, context);
  if (element.tagName === 'h1') return [coverTitle(element, context)];
  const style = (part && styles[part]) ?? 'CoverNote';
  // The frame around the mark needs a blank on either side to stand off the words.
  if (part === 'mark')
    return [
      styledParagraph(context, style, [
        new TextRun({ style: 'CoverMarkText', text: ` ${toString(element)} ` }),
      ]),
    ];
  const inside = { ...context, paragraphStyle: style };
  return [styledParagraph(inside, style, context.line(element.children, inside))];
}
