import type { Element } from 'hast';
import { Tab, TabStopType, TextRun } from 'docx';
import { captionText } from '../caption-text.ts';
import type { Block, Context } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { styledParagraph } from '../paragraph.ts';
import type { BlockHandler } from './handler.ts';

/** A table with its caption, unit, notes and source. The caption is also the table's alternative text. */
export const tableFigureHandler: BlockHandler = (element, context) => {
  const children = elementsIn(element);
  const place = children.findIndex((child) => child.tagName === 'table');
  const inside: Context = {
    ...context,
    tableCaption: captionText(element),
    tableFollowed: place >= 0 && place < children.length - 1,
  };
  return children.flatMap((child) =>
    child.tagName === 'figcaption' ? tableCaption(child, inside) : inside.flow([child], inside),
  );
};

/** Caption at the left and unit at the right of one line; anything else in the figcaption above it. */
function tableCaption(figcaption: Element, context: Context): Block[] {
  const parts = elementsIn(figcaption);
  const caption = parts.find((part) => partOf(part) === 'caption');
  const unit = parts.find((part) => partOf(part) === 'unit');
  const others = parts.filter((part) => part !== caption && part !== unit);
  const inCaption: Context = { ...context, paragraphStyle: 'TableCaption' };
  const line = [
    ...(caption ? context.line(caption.children, inCaption) : []),
    ...(unit ? [new TextRun({ children: [new Tab()] }), ...context.line(unit.children, inCaption)] : []),
  ];
  const tabStops = [{ type: TabStopType.RIGHT, position: context.width }];
  return [
    ...context.flow(others, context),
    ...(line.length > 0 ? [styledParagraph(context, 'TableCaption', line, { tabStops })] : []),
  ];
}
