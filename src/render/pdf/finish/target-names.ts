import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../../document/visit.ts';

/** A text longer than this names nothing; in characters. */
const longest = 60;

/** What links call the places of a report, by id: a heading, a caption, or how the text there begins. */
export function targetNames(tree: Root): Map<string, string> {
  const names = new Map<string, string>();
  visit(tree, 'element', (element) => {
    const { id } = element.properties;
    if (typeof id === 'string') names.set(id, shortened(toString(naming(element) ?? element)));
  });
  return names;
}

function naming(element: Element): Element | undefined {
  if (element.tagName !== 'section' && element.tagName !== 'figure' && element.tagName !== 'nav')
    return undefined;
  let found: Element | undefined;
  visit(element, 'element', (inner) => {
    if (found || !/^(?:h[1-3]|figcaption)$/.test(inner.tagName)) return;
    found = inner;
  });
  return found;
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(plain);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : plain;
}
