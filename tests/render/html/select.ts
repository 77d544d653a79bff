import type { Element, Root } from 'hast';
import { visit } from '../../../src/document/visit.ts';

/** All elements of one name, in document order. */
export function select(tree: Root, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}
