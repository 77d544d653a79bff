import { captionText } from '../caption-text.ts';
import type { Context } from '../context.ts';
import { elementsIn } from '../element.ts';
import { figureCaption } from './figure-caption.ts';
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
    child.tagName === 'figcaption'
      ? figureCaption(child, 'TableCaption', inside)
      : inside.flow([child], inside),
  );
};
