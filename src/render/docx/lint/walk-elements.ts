import type { XmlElement } from '../xml.ts';

/** Visit an element and all below it, in document order; what `enter` returns is called when the element ends. */
export function walkElements(
  element: XmlElement,
  enter: (element: XmlElement) => (() => unknown) | undefined,
): void {
  const leave = enter(element);
  for (const child of element.children) walkElements(child, enter);
  leave?.();
}
