import type { Element, Nodes } from 'hast';

/** A copy of a tree that shares nothing that is ever changed; some ten times as fast as `structuredClone`, which looks for circles. */
export function cloneTree<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return { ...node };
  const children = node.children.map((child) => cloneTree(child));
  if (node.type !== 'element') return { ...node, children };
  return { ...node, properties: cloneProperties(node), children };
}

function cloneProperties({ properties }: Element): Element['properties'] {
  const copy = { ...properties };
  for (const name in copy) {
    const value = copy[name];
    if (Array.isArray(value)) copy[name] = [...value];
  }
  return copy;
}
