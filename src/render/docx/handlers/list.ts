import type { Element, ElementContent } from 'hast';
import { isInlineName, elementsIn } from '../element.ts';
import { type Context, type Block } from '../context.ts';
import { styledParagraph } from '../paragraph.ts';
import type { BlockHandler } from './handler.ts';

/** Names of the two list definitions in the document's numbering. */
export const listReferences = { ul: 'bullets', ol: 'numbers' } as const;

/** A list: every `ol` counts from one again. */
export const listHandler: BlockHandler = (element, context) => {
  const kind = element.tagName === 'ol' ? 'ol' : 'ul';
  const numbering = {
    reference: listReferences[kind],
    level: Math.min(context.listDepth, 2),
    instance: context.nextInstance(),
  };
  const style = kind === 'ol' ? 'ListNumber' : 'ListBullet';
  const inside: Context = { ...context, listDepth: context.listDepth + 1, paragraphStyle: style };
  return elementsIn(element).flatMap((item) => {
    context.bookmarks.hold(item.properties.id);
    const { first, rest } = splitItem(item);
    return [
      styledParagraph(inside, style, context.line(first, inside), { numbering }),
      ...context.flow(rest, inside),
    ] satisfies Block[];
  });
};

/** An item's first line bears the bullet; what follows is set below it. */
function splitItem(item: Element): { first: readonly ElementContent[]; rest: readonly ElementContent[] } {
  const nodes = item.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const [opening] = nodes;
  if (opening?.type === 'element' && opening.tagName === 'p')
    return { first: opening.children, rest: nodes.slice(1) };
  const end = nodes.findIndex((node) => node.type === 'element' && !isInlineName(node.tagName));
  return end < 0 ? { first: nodes, rest: [] } : { first: nodes.slice(0, end), rest: nodes.slice(end) };
}
