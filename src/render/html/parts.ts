import type { Element, Nodes } from 'hast';

/** The part an element plays, or undefined for plain elements and everything that is no element. */
export function partOf(node: Nodes): string | undefined {
  const part = node.type === 'element' ? node.properties.dataPart : undefined;
  return typeof part === 'string' ? part : undefined;
}

/** Child elements, text left out. */
export function childElements(element: Element): Element[] {
  return element.children.filter((child) => child.type === 'element');
}
