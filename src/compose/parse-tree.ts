import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from '../document/visit.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { vocabulary } from '../document/vocabulary.ts';

const blocks: ReadonlySet<string> = new Set(vocabulary.blocks);
const elements: ReadonlySet<string> = new Set([...vocabulary.blocks, ...vocabulary.inlines]);
const properties: ReadonlySet<string> = new Set(vocabulary.properties);
const parts: ReadonlySet<string> = new Set(vocabulary.parts);
/** Where white space between elements is layout of the template, not text. */
const containers: ReadonlySet<string> = new Set([
  'section', 'nav', 'div', 'aside', 'ul', 'ol', 'dl', 'figure', 'figcaption', 'table', 'thead', 'tbody', 'tr',
]); // prettier-ignore

/**
 * Parse the templates' HTML into the document tree, in the vocabulary and nothing else. Positions, comments and the
 * white space of template layout are dropped. Reports TEMPLATE_ELEMENT for anything documents do not use.
 */
export function parseTree(html: string, diagnostics: Diagnostics): Root {
  const tree = fromHtml(html, { fragment: true });
  let section = '';
  visit(tree, (node, index, parent) => {
    delete node.position;
    if (node.type === 'root' || parent === undefined || index === undefined) return undefined;
    if (node.type === 'element') {
      if (parent.type === 'root')
        section = textProperty(node, 'id') ?? textProperty(node, 'dataPart') ?? node.tagName;
      reportForeign(node, section, diagnostics);
      if (node.tagName === 'p' && isBlank(node)) return remove(parent, index);
      return undefined;
    }
    const inContainer = parent.type === 'root' || containers.has(parent.tagName);
    if (node.type === 'comment' || node.type === 'doctype') return remove(parent, index);
    if (inContainer) {
      if (node.value.trim() === '') return remove(parent, index);
      diagnostics.report('TEMPLATE_ELEMENT', { found: node.value.trim().slice(0, 20), section });
    }
    node.value = collapse(node.value);
    return undefined;
  });
  visit(tree, 'element', trimEdges);
  delete tree.data;
  return tree;
}

/** White space at the edges of a block is layout. */
function trimEdges(element: Element): void {
  if (!blocks.has(element.tagName)) return;
  const first = element.children[0];
  const last = element.children.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  element.children = element.children.filter((child) => child.type !== 'text' || child.value !== '');
}

/** Line breaks in a template's paragraph are layout; Chinese takes no space for them. */
function collapse(text: string): string {
  return text
    .replace(/\s*\n\s*/g, '\n')
    .replace(/(?<=[\x21-\x7e])\n(?=[\x21-\x7e])/g, ' ')
    .replaceAll('\n', '');
}

function reportForeign(
  { tagName, properties: given }: Element,
  section: string,
  diagnostics: Diagnostics,
): void {
  if (!elements.has(tagName)) diagnostics.report('TEMPLATE_ELEMENT', { found: `<${tagName}>`, section });
  for (const name of Object.keys(given)) {
    if (!properties.has(name))
      diagnostics.report('TEMPLATE_ELEMENT', { found: `<${tagName} ${name}>`, section });
  }
  const part = given.dataPart;
  if (part !== undefined && !parts.has(String(part))) {
    diagnostics.report('TEMPLATE_ELEMENT', { found: `data-part="${String(part)}"`, section });
  }
}

function remove(parent: Element | Root, index: number): [typeof SKIP, number] {
  parent.children.splice(index, 1);
  return [SKIP, index];
}

function isBlank({ children }: Element): boolean {
  return children.every((child: ElementContent) => child.type === 'text' && child.value.trim() === '');
}

/** A property of an element as text. */
export function textProperty(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return value === undefined || value === null || typeof value === 'boolean' ? undefined : String(value);
}

/** The `data-part` of a node, or undefined. */
export function partOf(node: RootContent | Root): string | undefined {
  return node.type === 'element' ? textProperty(node, 'dataPart') : undefined;
}
