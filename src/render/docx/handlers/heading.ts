import type { Element } from 'hast';
import type { Context } from '../context.ts';
import { styledParagraph } from '../paragraph.ts';
import type { ParagraphStyleId } from '../styles/ids.ts';
import type { BlockHandler } from './handler.ts';

/** A heading; its number is text of the tree, so Word numbers nothing. */
export function headingHandler(level: 1 | 2 | 3): BlockHandler {
  return (element, context) => [
    heading(element, level === 1 ? context.titleStyle : level === 2 ? 'Heading2' : 'Heading3', context),
  ];
}

/** A heading in a given style: chapter titles the contents leave out must not be in a style Word collects. */
export function heading(element: Element, style: ParagraphStyleId, context: Context) {
  const inside = { ...context, paragraphStyle: style };
  return styledParagraph(inside, style, context.line(element.children, inside));
}
