import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { EXIT, visit } from '../document/visit.ts';

/** Characters shown on either side. */
const around = 8;

/** Where a character first stands: the heading above it and the words beside it; undefined where the text has none. */
export function contextOf(character: string, tree: Root): string | undefined {
  let heading = '';
  let found: string | undefined;
  visit(tree, (node) => {
    if (node.type === 'element' && /^h[1-3]$/.test(node.tagName)) heading = toString(node);
    if (node.type !== 'text' || !node.value.includes(character)) return undefined;
    const characters = Array.from(node.value.replace(/\s+/g, ' '));
    const at = characters.indexOf(character);
    const words = characters.slice(Math.max(0, at - around), at + around + 1).join('');
    found = heading === '' ? words : `${heading}：…${words}…`;
    return EXIT;
  });
  return found;
}
