import type { Root } from 'hast';
import { markedElements } from '../../document/printed-places.ts';
import { childElements } from './parts.ts';

/**
 * Number every element a figure can stand in, so that the printer can ask which page each came to lie on. A chart is
 * marked at its caption, since the printer lends ids to what has none.
 */
export function markPlaces(tree: Root): void {
  for (const [index, element] of markedElements(tree).entries()) {
    const marked = element.tagName === 'figure' ? childElements(element)[0] : element;
    if (marked) marked.properties.dataMark = String(index);
  }
}
