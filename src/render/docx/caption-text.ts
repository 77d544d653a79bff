import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { elementsIn, partOf } from './element.ts';

/** The formal title of a figure for alternative texts: `图2-1 2022年…`, number set off from the words, no unit; empty without one. */
export function captionText(figure: Element): string {
  const captions = elementsIn(figure).flatMap((child) =>
    child.tagName === 'figcaption' ? elementsIn(child) : [],
  );
  const caption = captions.find((child) => partOf(child) === 'caption');
  if (!caption) return '';
  return caption.children
    .filter((child) => child.type !== 'element' || partOf(child) !== 'unit')
    .map((child) => toString(child).trim())
    .filter((text) => text !== '')
    .join(' ');
}
