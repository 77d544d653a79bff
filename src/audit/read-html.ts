import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { partOf, textProperty } from '../compose/parse-tree.ts';
import type { Piece } from './text.ts';
import type { Where } from './where.ts';

/** What stands in a finished HTML page. */
export interface HtmlReading {
  readonly pieces: readonly Piece[];
  /** `data` elements, in order. */
  readonly figures: readonly { readonly key: string; readonly value: string; readonly text: string }[];
  /** Alternative texts of drawings, in order. */
  readonly alternatives: readonly string[];
  readonly title: string;
}

/** Read a page back, style sheets and fonts left out. */
export function readHtml(bytes: Uint8Array): HtmlReading {
  const html = new TextDecoder().decode(bytes).replace(/<style>[\s\S]*?<\/style>/g, '');
  const pieces: Piece[] = [];
  const figures: { key: string; value: string; text: string }[] = [];
  const alternatives: string[] = [];
  let title = '';
  let where: Where = { zh: 'HTML 开头', en: 'HTML, the beginning' };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') pieces.push({ text: node.value, where });
    if (!('children' in node)) return;
    if (node.type === 'element') {
      if (isNoText(node)) {
        if (node.tagName === 'head') title = titleOf(node);
        return;
      }
      if (/^h[1-3]$/.test(node.tagName) || partOf(node) === 'caption') {
        const name = toString(node).trim();
        where = { zh: `HTML “${name}”下`, en: `HTML, under “${name}”` };
      }
      const key = textProperty(node, 'dataFigure');
      if (key !== undefined)
        figures.push({ key, value: textProperty(node, 'value') ?? '', text: toString(node) });
      if (node.tagName === 'svg') alternatives.push(textProperty(node, 'ariaLabel') ?? '');
    }
    for (const child of node.children) walk(child);
  };
  walk(fromHtml(html));
  return { pieces, figures, alternatives, title };
}

function isNoText(element: Element): boolean {
  const part = partOf(element) ?? '';
  // What stands in an SVG as `title` is shown to pointers only, and repeats what is drawn.
  return (
    ['head', 'script', 'style', 'template', 'title'].includes(element.tagName) ||
    ['skip', 'back'].includes(part)
  );
}

function titleOf(head: Element): string {
  const title = head.children.find((child) => child.type === 'element' && child.tagName === 'title');
  return title ? toString(title) : '';
}
