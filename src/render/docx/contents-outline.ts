import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** What the contents of the report list: the ids, and how many levels deep. */
export interface ContentsOutline {
  readonly ids: ReadonlySet<string>;
  readonly depth: number;
}

/** Read the outline from `nav[data-part=contents]`. Word's field collects by heading style, so both must agree. */
export function contentsOf(tree: Root): ContentsOutline {
  const ids = new Set<string>();
  let depth = 0;
  const walk = (element: Element, level: number): void => {
    depth = Math.max(depth, level);
    const href = element.properties.href;
    if (typeof href === 'string') ids.add(href.slice(1));
    for (const child of element.children) {
      if (child.type === 'element') walk(child, level + (child.tagName === 'ol' ? 1 : 0));
    }
  };
  visit(tree, 'element', (element) => {
    if (element.properties.dataPart === 'contents') walk(element, 0);
  });
  return { ids, depth };
}

/** Every id whose page number is printed somewhere, in contents, in lists and behind references. */
export function pagedIds(tree: Root): ReadonlySet<string> {
  const ids = new Set<string>();
  visit(tree, 'element', (link) => {
    const { href } = link.properties;
    if (link.tagName !== 'a' || typeof href !== 'string') return;
    visit(link, 'element', ({ properties, children }) => {
      if (properties.dataPart === 'page' && children.length === 0) ids.add(href.slice(1));
    });
  });
  return ids;
}
