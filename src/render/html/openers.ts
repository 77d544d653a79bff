import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { partOf } from './parts.ts';

const opening: ReadonlySet<string> = new Set(['lead', 'key-figures']);

/** Put what opens a chapter (title, lead, key figures) into one `header[opener]`, so that a theme can set it as one. */
export function wrapOpeners(tree: Root): void {
  for (const section of tree.children) {
    if (section.type !== 'element' || partOf(section) !== 'chapter') continue;
    const end = section.children.findIndex((child) => !opens(child));
    const parts = section.children.splice(0, end === -1 ? section.children.length : end);
    section.children.unshift(h('header', { dataPart: 'opener' }, parts));
  }
}

function opens(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'element' && (node.tagName === 'h1' || opening.has(partOf(node) ?? ''));
}
