import type { Element } from 'hast';
import type { IParagraphOptions } from 'docx';
import type { Context } from '../context.ts';
import { numberIn } from '../heading-numbers.ts';
import { countedStyles } from '../numbering.ts';
import { styledParagraph } from '../paragraph.ts';
import type { ParagraphStyleId } from '../styles/ids.ts';
import type { BlockHandler } from './handler.ts';

/** A heading; Word counts its number, so that a section the officer adds gets the right one. */
export function headingHandler(level: 1 | 2 | 3): BlockHandler {
  return (element, context) => [
    heading(element, level === 1 ? context.titleStyle : level === 2 ? 'Heading2' : 'Heading3', context),
  ];
}

/** A heading in a given style: chapter titles the contents leave out must not be in a style Word collects. */
export function heading(
  element: Element,
  style: ParagraphStyleId,
  context: Context,
  options: Pick<IParagraphOptions, 'indent'> = {},
) {
  const inside = { ...context, paragraphStyle: style };
  const counted = context.headings.placeOf(element) !== undefined;
  const number = counted ? numberIn(element) : undefined;
  const words = element.children.filter((child) => child !== number);
  return styledParagraph(inside, style, context.line(words, inside), {
    ...options,
    ...numbering(element, style, context),
  });
}

/** Chapters and their sections are counted by their styles; what differs says so in the paragraph. */
function numbering(
  element: Element,
  style: ParagraphStyleId,
  { headings }: Context,
): Pick<IParagraphOptions, 'numbering'> {
  const place = headings.placeOf(element);
  const byStyle = countedStyles(headings).get(style);
  if (!place) return byStyle ? { numbering: false } : {};
  if (byStyle && place.list === byStyle.reference && place.level === byStyle.level) return {};
  return { numbering: { reference: place.list, level: place.level, instance: 0, custom: true } };
}
