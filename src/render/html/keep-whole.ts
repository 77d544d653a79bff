import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { partOf } from './parts.ts';

/** Width of a half-width character in em, on average. */
const halfWidth = 0.55;

/**
 * Mark the paragraphs that come to about three lines of body text: with two lines wanted on either side of a page break
 * they cannot be broken, but Chromium (147) breaks them and leaves the third line alone at the head of the page.
 */
export function keepThreeLines(tree: Root, { page, type }: ThemeTokens): void {
  const { size, spacing = 0 } = type.body;
  const width = ((page.width - page.inner - page.outer) * 72) / 25.4;
  const line = width / (size + spacing);
  visit(tree, 'element', (element, _, parent) => {
    if (element.tagName !== 'p' || parent?.type !== 'element' || parent.tagName !== 'section') return;
    if (![undefined, 'run-in'].includes(partOf(element))) return;
    const lines = (emLength(toString(element)) + 2) / line;
    if (lines > 1.9 && lines < 3.1) element.properties.dataKeep = '';
  });
}

function emLength(text: string): number {
  let length = 0;
  for (const character of text) length += character <= '\u024f' ? halfWidth : 1;
  return length;
}
