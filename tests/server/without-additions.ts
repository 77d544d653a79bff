import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from '../../src/document/visit.ts';

/** A page as a tree, without what the draft and the file each say for themselves: fonts, policy, page number, marks of checks. */
export function withoutAdditions(html: string): Root {
  const tree = fromHtml(html);
  visit(tree, (node) => {
    delete node.position;
    if (node.type !== 'element') return;
    if (isStyle(node)) node.children = node.children.map(withoutFonts);
    const checks = typeof node.properties.dataCheck === 'string';
    delete node.properties.dataCheck;
    // The mark of a check says its words before those every figure says.
    if (checks) node.properties.title = String(node.properties.title).split('\n').at(-1) ?? '';
    node.children = node.children.filter((child) => !isAddition(child));
  });
  delete tree.data;
  return tree;
}

const isStyle = ({ tagName }: Element): boolean => tagName === 'style';

function withoutFonts<Node extends Nodes>(node: Node): Node {
  return node.type === 'text'
    ? { ...node, value: node.value.replace(/@font-face\s*\{[^}]*\}\s*/g, '') }
    : node;
}

function isAddition(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  const { tagName, properties } = node;
  const isPolicy = properties.httpEquiv !== undefined;
  return isPolicy || tagName === 'link' || properties.name === 'preview-page';
}
