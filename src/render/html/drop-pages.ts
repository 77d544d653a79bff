import type { Root } from 'hast';
import { SKIP, visit } from '../../document/visit.ts';
import { childElements, partOf } from './parts.ts';

/** Take out what means nothing where there are no pages: words around a page number, and places that have nothing but one. */
export function dropPages(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const part = partOf(element);
    const isBare =
      part === 'place' &&
      !childElements(element).some((link) => childElements(link).some((page) => page.children.length > 0));
    if ((part !== 'on-page' && !isBare) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
