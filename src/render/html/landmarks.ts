import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { partOf } from './parts.ts';

/**
 * The body of the page: cover as header, colophon as footer, all between as main, and before them a link that skips
 * to it where there is a label for one (on paper there is not).
 */
export function landmarks(tree: Root, skipLabel?: string): ElementContent[] {
  const nodes = tree.children.filter((node) => node.type === 'element');
  const cover = nodes.filter((node) => partOf(node) === 'cover');
  const colophon = nodes.filter((node) => partOf(node) === 'colophon');
  const rest = nodes.filter((node) => !cover.includes(node) && !colophon.includes(node));
  return [
    ...(skipLabel === undefined ? [] : [h('a', { dataPart: 'skip', href: '#main' }, skipLabel)]),
    ...cover.map((node) => renamed(node, 'header')),
    h('main', { id: 'main' }, rest.map(named)),
    ...colophon.map((node) => renamed(node, 'footer')),
  ];
}

function renamed(node: Element, tagName: string): Element {
  return { ...node, tagName };
}

/** A `nav` is named after its heading, so that lists of landmarks tell what it is. */
function named(node: Element): Element {
  if (node.tagName !== 'nav') return node;
  const heading = node.children.find((child) => child.type === 'element' && child.tagName === 'h1');
  if (heading?.type !== 'element') return node;
  const id = `${String(node.properties.dataPart)}-heading`;
  heading.properties.id = id;
  return { ...node, properties: { ...node.properties, ariaLabelledBy: [id] } };
}
