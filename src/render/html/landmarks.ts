import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { ScreenWords } from '../../document/screen-words.ts';
import { partOf } from './parts.ts';

/**
 * The body of the page: cover as header, colophon as footer, all between as main. With words for them (on paper there
 * are none) a link before all that skips to the text, and one behind the text, which narrow screens keep in view, back
 * to the contents.
 */
export function landmarks(tree: Root, words?: ScreenWords): ElementContent[] {
  const nodes = tree.children.filter((node) => node.type === 'element');
  const cover = nodes.filter((node) => partOf(node) === 'cover');
  const colophon = nodes.filter((node) => partOf(node) === 'colophon');
  const rest = nodes.filter((node) => !cover.includes(node) && !colophon.includes(node));
  return [
    ...(words ? [h('a', { dataPart: 'skip', href: '#main' }, words['screen.skip'])] : []),
    ...cover.map((node) => renamed(node, 'header')),
    h('main', { id: 'main' }, [...rest.map(named), ...(words ? backLink(rest, words) : [])]),
    ...colophon.map((node) => renamed(node, 'footer')),
  ];
}

function backLink(nodes: readonly Element[], words: ScreenWords): Element[] {
  const id = nodes.find((node) => partOf(node) === 'contents')?.properties.id;
  if (typeof id !== 'string') return [];
  return [h('a', { dataPart: 'back', href: `#${id}` }, words['screen.contents'])];
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
