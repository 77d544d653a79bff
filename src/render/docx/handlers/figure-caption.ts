import type { Element, ElementContent } from 'hast';
import type { Block, Context } from '../context.ts';
import { elementsIn, partOf } from '../element.ts';
import { styledParagraph } from '../paragraph.ts';

/**
 * What stands above a chart or a table. The unit behind a title goes into a paragraph of its own: the lists of charts and
 * tables collect the captions' whole paragraphs when the officer updates them.
 */
export function figureCaption(
  figcaption: Element,
  style: 'Caption' | 'TableCaption',
  context: Context,
): Block[] {
  return elementsIn(figcaption).flatMap((line) => {
    if (partOf(line) !== 'caption') return context.flow([line], context);
    context.bookmarks.hold(line.properties.id);
    const inside: Context = { ...context, paragraphStyle: style };
    const title = line.children.filter((node) => !isUnit(node));
    const units = line.children.filter(isUnit).map((unit) => ({ ...unit, tagName: 'p' }));
    return [styledParagraph(inside, style, context.line(title, inside)), ...context.flow(units, context)];
  });
}

function isUnit(node: ElementContent): node is Element {
  return node.type === 'element' && partOf(node) === 'unit';
}
