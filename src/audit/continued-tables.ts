import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../document/visit.ts';
import { partOf, textProperty } from '../compose/parse-tree.ts';
import { comparable } from './text.ts';

/** What the printer writes over a table on each page it runs on to, 续表 3-1 and its unit; a longer one first. */
export function continuations(tree: Root): string[] {
  const found = new Set<string>();
  visit(tree, 'element', (figure) => {
    const words = textProperty(figure, 'dataContinued');
    if (words === undefined || partOf(figure) !== 'table') return;
    let unit = '';
    visit(figure, 'element', (caption) => {
      if (caption.tagName !== 'figcaption') return;
      for (const child of caption.children) if (partOf(child) === 'unit') unit = toString(child);
    });
    found.add(comparable(words + unit));
  });
  return [...found].sort((a, b) => b.length - a.length);
}

/** The head of a page without the words for the table that continues on it. */
export function withoutContinuation(
  text: string,
  running: readonly string[],
  words: readonly string[],
): string {
  const head = comparable(text);
  for (const start of running) {
    if (!head.startsWith(start)) continue;
    const continued = words.find((one) => head.startsWith(one, start.length));
    if (continued !== undefined) return start + head.slice(start.length + continued.length);
  }
  return text;
}
