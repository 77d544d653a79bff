import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Block } from '../context.ts';
import { readCaption } from '../captions.ts';
import { elementsIn, partOf } from '../element.ts';
import { numberIn } from '../heading-numbers.ts';
import { heading } from './heading.ts';
import type { BlockHandler } from './handler.ts';
import { listedLines } from './listed.ts';

/**
 * The lists of charts and tables, each a field that collects the captions counted under its label: whatever the language
 * of Word, in which the names of its styles differ, and a caption the officer inserts with Word's own command as well.
 */
export const figureListsHandler: BlockHandler = (element, context) =>
  elementsIn(element).flatMap((child): Block[] => {
    if (child.tagName === 'h1') return [heading(child, 'TOCHeading', context)];
    if (child.tagName !== 'ol') return context.flow([child], context);
    const links = elementsIn(child).flatMap((item) => elementsIn(item).slice(0, 1));
    const label = labelOf(links[0]);
    return listedLines(
      links.map((link) => ({ link, style: 'TableOfFigures' })),
      label === undefined ? undefined : `TOC \\h \\z \\c "${label}"`,
      context,
    );
  });

/** What a list's captions are counted under: 图. */
function labelOf(link: Element | undefined): string | undefined {
  const entry = link && elementsIn(link).find((part) => partOf(part) === 'entry');
  const number = entry && numberIn(entry);
  return number && readCaption(toString(number))?.label;
}
