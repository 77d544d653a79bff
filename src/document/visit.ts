import type { Element, Nodes, Root, Text } from 'hast';

/** Do not walk the children of this node. */
export const SKIP = 'skip';
/** Walk no further at all. */
export const EXIT = false;

/**
 * Told of a node, its place among the children of its parent, and the parent. It may return `SKIP`, `EXIT`, or the place to go on at,
 * for visitors that put in nodes or take some out, alone or as `[SKIP, place]`; anything else means nothing.
 */
export type Visitor<Node extends Nodes> = (
  node: Node,
  index: number | undefined,
  parent: Element | Root | undefined,
) => unknown;

/**
 * Walk a tree from its top, parents before children: all nodes, or those of one type. A report is walked some twenty times at each
 * save of the preview; the usual library, `unist-util-visit`, names a function after every node it meets and took a quarter of that.
 */
export function visit(tree: Nodes, type: 'element', visitor: Visitor<Element>): void;
export function visit(tree: Nodes, type: 'text', visitor: Visitor<Text>): void;
export function visit(tree: Nodes, visitor: Visitor<Nodes>): void;
export function visit(
  tree: Nodes,
  ...[first, second]: [type: string, visitor: Visitor<never>] | [visitor: Visitor<Nodes>]
): void {
  if (typeof first === 'string') walk(tree, undefined, undefined, first, second as Visitor<Nodes>);
  else walk(tree, undefined, undefined, undefined, first);
}

/** Where to go on, or `EXIT`; undefined for the next node. */
function walk(
  node: Nodes,
  index: number | undefined,
  parent: Element | Root | undefined,
  type: string | undefined,
  visitor: Visitor<Nodes>,
): number | typeof EXIT | undefined {
  const found = type === undefined || node.type === type ? visitor(node, index, parent) : undefined;
  if (found === EXIT) return EXIT;
  const place: unknown = Array.isArray(found) ? found[1] : found;
  const isSkipped = found === SKIP || Array.isArray(found);
  if (!isSkipped && (node.type === 'element' || node.type === 'root')) {
    for (let at = 0; at < node.children.length;) {
      const child = node.children[at];
      if (!child) break;
      const next = walk(child, at, node, type, visitor);
      if (next === EXIT) return EXIT;
      at = next ?? at + 1;
    }
  }
  return typeof place === 'number' ? place : undefined;
}
