import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../document/visit.ts';
import type { ThemeTokens } from '../../validate/schema/theme.ts';
import { partOf } from './parts.ts';

/** Width of a half-width character in em, on average. */
const halfWidth = 0.55;

/** The type roles paragraphs of a section are set in, by their part. */
const roles = new Map<string | undefined, 'body' | 'note'>([
  [undefined, 'body'],
  ['run-in', 'body'],
  ['note', 'note'],
]);

/**
 * Mark the paragraphs that come to two or three lines: with two lines wanted on either side of a page break
 * these cannot be broken, but Chromium (147) breaks them and leaves the last line alone at the head of the page.
 */
export function keepShortParagraphs(tree: Root, { page, type }: ThemeTokens): void {
  const width = ((page.width - page.inner - page.outer) * 72) / 25.4;
  visit(tree, 'element', (element, _, parent) => {
    if (element.tagName !== 'p' || parent?.type !== 'element' || parent.tagName !== 'section') return;
    const role = roles.get(partOf(element));
    if (!role) return;
    const { size, spacing = 0 } = type[role];
    const lines = ((emLength(toString(element)) + 2) * (size + spacing)) / width;
    if (lines > 0.9 && lines < 3.1) element.properties.dataKeep = '';
  });
}

function emLength(text: string): number {
  let length = 0;
  for (const character of text) length += character <= '\u024f' ? halfWidth : 1;
  return length;
}
