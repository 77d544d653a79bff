import type { Element, ElementContent, Root } from 'hast';
import { visit } from '../document/visit.ts';
import { partOf, textProperty } from './parse-tree.ts';

/**
 * Fill the `nav[data-part=contents]` a report template places: one entry a part with an h1 behind it or before it,
 * chapters with their sections below. Page numbers stay empty; each paged output fills its own.
 */
export function fillContents(tree: Root): void {
  let list: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.tagName === 'nav' && partOf(element) === 'contents') list = element;
  });
  if (!list) return;
  const entries: ElementContent[] = [];
  for (const node of tree.children) {
    if (node.type !== 'element' || node.tagName === 'nav') continue;
    const id = textProperty(node, 'id');
    const title = node.children.find((child) => child.type === 'element' && child.tagName === 'h1');
    if (id === undefined || title?.type !== 'element' || partOf(node) === 'cover') continue;
    const sections = node.children.filter(
      (child): child is Element => child.type === 'element' && child.tagName === 'h2',
    );
    const withSections = partOf(node) === 'chapter' && sections.length > 0;
    const below = withSections
      ? [
          element(
            'ol',
            {},
            sections.map((h2) => pageEntry(textProperty(h2, 'id') ?? '', h2.children)),
          ),
        ]
      : [];
    entries.push(pageEntry(id, title.children, below));
  }
  list.children.push(element('ol', {}, entries));
}

/** A line of contents: the words of a heading or caption, copied, and room for the number of the page it is on. */
export function pageEntry(
  id: string,
  words: readonly ElementContent[],
  below: readonly Element[] = [],
): Element {
  const label = element('span', { dataPart: 'entry' }, structuredClone([...words]));
  const page = element('span', { dataPart: 'page' }, []);
  return element('li', {}, [element('a', { href: `#${id}` }, [label, page]), ...below]);
}

/** An element of the tree. */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
