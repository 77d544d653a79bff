import type { ElementContent, Root, Text } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '../../document/visit.ts';

/** Two or more Latin words, at least one of them longer than an abbreviation and not all in capitals. */
const phrase =
  /\p{Script=Latin}[\p{Script=Latin}\d'’.-]*(?:(?: &)?,? \p{Script=Latin}[\p{Script=Latin}\d'’.-]*)+/gu;
const isWord = /\p{Lu}?\p{Ll}{2,}/u;

/**
 * English phrases in a text of another language say so, that a voice reads them as English (WCAG 2.2, 3.1.2).
 * Abbreviations (PCT), single names and units stay as they are.
 */
export function markForeignWords(tree: Root, language: string): void {
  if (/^en\b/.test(language)) return;
  visit(tree, 'text', (node: Text, index, parent) => {
    if (!parent || index === undefined) return;
    const parts = split(node.value);
    if (parts.length < 2 && parts[0]?.type !== 'element') return;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function split(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { index, 0: found } of text.matchAll(phrase)) {
    if (!isWord.test(found)) continue;
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    parts.push(h('span', { lang: 'en' }, found));
    end = index + found.length;
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
