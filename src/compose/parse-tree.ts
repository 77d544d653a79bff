import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from '../document/visit.ts';
import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import { vocabulary } from '../document/vocabulary.ts';

const blocks: ReadonlySet<string> = new Set(vocabulary.blocks);
const elements: ReadonlySet<string> = new Set([...vocabulary.blocks, ...vocabulary.inlines]);
const properties: ReadonlySet<string> = new Set(vocabulary.properties);
const parts: ReadonlySet<string> = new Set(vocabulary.parts);
/** What is nothing without its part. */
const parted: ReadonlySet<string> = new Set(['section', 'nav', 'aside', 'figure']);
/** Where white space between elements is layout of the template, not text. */
const containers: ReadonlySet<string> = new Set([
  'section', 'nav', 'div', 'aside', 'ul', 'ol', 'dl', 'figure', 'figcaption', 'table', 'thead', 'tbody', 'tr',
]); // prettier-ignore

/** What is known of the templates some HTML comes from. */
export interface Origin {
  /** Charts that will be drawn. */
  readonly charts?: ReadonlySet<string>;
  /** Where one of some texts stands in a template. */
  readonly placeOf?: (needles: readonly string[]) => Place;
}

/**
 * Parse the templates' HTML into the document tree, in the vocabulary and nothing else. Positions, comments and the
 * white space of template layout are dropped. Reports TEMPLATE_ELEMENT for anything documents do not use, and for the
 * place of a chart nobody asked to be drawn.
 */
export function parseTree(html: string, diagnostics: Diagnostics, origin: Origin = {}): Root {
  const tree = fromHtml(html, { fragment: true });
  let section = '';
  const report: ReportForeign = (found, ...needles) => {
    const place = origin.placeOf?.(needles);
    diagnostics.report('TEMPLATE_ELEMENT', { found: oneLine(found), section }, place);
  };
  visit(tree, (node, index, parent) => {
    delete node.position;
    if (node.type === 'root' || parent === undefined || index === undefined) return undefined;
    if (node.type === 'element') {
      if (parent.type === 'root')
        section = textProperty(node, 'id') ?? textProperty(node, 'dataPart') ?? node.tagName;
      reportForeign(node, report);
      reportSwallowed(node, parent, report);
      const chart = textProperty(node, 'dataChart');
      if (chart !== undefined && origin.charts?.has(chart) === false)
        report(`data-chart="${chart}"`, `data-chart="${chart}`, 'data-chart');
      if (node.tagName === 'p' && isBlank(node)) return remove(parent, index);
      return undefined;
    }
    const inContainer = parent.type === 'root' || containers.has(parent.tagName);
    if (node.type === 'comment' || node.type === 'doctype') return remove(parent, index);
    if (inContainer) {
      if (node.value.trim() === '') return remove(parent, index);
      const text = node.value.trim();
      report(text, text.split('\n', 1)[0] ?? '');
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
  return (
    text
      // Looked for from the start of each run of white space only: a long one without a break is not gone through again and again.
      .replace(/(?<!\s)\s*?\n\s*/g, '\n')
      .replace(/(?<=[\x21-\x7e])\n(?=[\x21-\x7e])/g, ' ')
      .replaceAll('\n', '')
  );
}

/** Tell of something documents do not use, and of how templates may have written it, the surest first. */
type ReportForeign = (found: string, ...needles: string[]) => void;

function reportForeign(element: Element, report: ReportForeign): void {
  const { tagName, properties: given } = element;
  if (!elements.has(tagName)) report(`<${tagName}>`, `<${tagName}`);
  for (const name of Object.keys(given)) {
    const written = name.replace(/[A-Z]/g, (letter) => `-${letter}`);
    if (!properties.has(name))
      report(`<${tagName} ${name}>`, ` ${name}=`, ` ${written}=`, name, `<${tagName}`);
  }
  const part = given.dataPart;
  if (part === undefined && parted.has(tagName))
    report(`<${tagName}> without data-part`, ...idAsWritten(element), `<${tagName}`);
  if (part !== undefined && !parts.has(String(part)))
    report(`data-part="${String(part)}"`, `data-part="${String(part)}"`, String(part));
}

/** A heading that is not closed takes in all that follows; the first block in it is told. */
function reportSwallowed(block: Element, parent: Element | Root, report: ReportForeign): void {
  if (parent.type === 'root' || !/^h\d$/.test(parent.tagName) || !blocks.has(block.tagName)) return;
  if (parent.children.find((node) => node.type === 'element' && blocks.has(node.tagName)) !== block) return;
  report(`<${block.tagName}> inside <${parent.tagName}>`, ...idAsWritten(block), `<${block.tagName}`);
}

const idAsWritten = ({ properties: { id } }: Element): string[] =>
  typeof id === 'string' ? [` id="${id}"`] : [];

/** Longest piece of what was found that a message quotes. */
const longestQuote = 40;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
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
