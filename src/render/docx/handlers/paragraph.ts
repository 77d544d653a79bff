import { partOf } from '../element.ts';
import { styledParagraph } from '../paragraph.ts';
import type { BlockHandler } from './handler.ts';
import { partRoles } from './parts.ts';

/** A paragraph in the style of its part, else in the style of the place. */
export const paragraphHandler: BlockHandler = (element, context) => {
  const part = partOf(element);
  const style =
    (part === 'value' ? context.valueStyle : part && partRoles[part].paragraph) ?? context.paragraphStyle;
  const inside = { ...context, paragraphStyle: style };
  return [styledParagraph(inside, style, context.line(element.children, inside))];
};
