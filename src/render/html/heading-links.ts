import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from '../../document/visit.ts';
import { childElements, partOf } from './parts.ts';

/**
 * Headings and the numbers of charts and tables become links to themselves, for whoever wants the address of what he
 * reads. They are no stops of the tab key: the contents lead to the same places.
 */
export function linkHeadings(tree: Root): void {
  for (const section of tree.children) {
    if (section.type !== 'element' || partOf(section) === 'cover') continue;
    for (const child of childElements(section)) {
      const id = child.tagName === 'h1' ? section.properties.id : child.properties.id;
      if (/^h[1-3]$/.test(child.tagName)) link(child, id);
    }
  }
  visit(tree, 'element', (figure) => {
    if (figure.tagName !== 'figure') return;
    const number = childElements(figure)
      .filter(({ tagName }) => tagName === 'figcaption')
      .flatMap(childElements)
      .filter((child) => partOf(child) === 'caption')
      .flatMap(childElements)
      .find((child) => partOf(child) === 'number');
    if (number) link(number, figure.properties.id);
  });
}

function link(element: Element, id: unknown): void {
  const hasLink = childElements(element).some(({ tagName }) => tagName === 'a' || tagName === 'sup');
  if (typeof id !== 'string' || hasLink) return;
  element.children = [h('a', { dataPart: 'self', href: `#${id}`, tabIndex: -1 }, element.children)];
}
