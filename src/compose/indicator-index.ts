import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../document/visit.ts';
import { markedElements, printedPlaces } from '../document/printed-places.ts';
import { nameInLanguage } from '../validate/name-in-language.ts';
import { element } from './contents.ts';
import { word, type ComposeContext } from './context.ts';
import { partOf, textProperty } from './parse-tree.ts';
import { compareBySound, initialOf } from './pinyin.ts';

/**
 * Fill the `div[data-part=index]` a report template places: every indicator printed, by name in the order of its sound, each with
 * a link to every place it is printed at. Places in the appendices count for what is printed nowhere else. Without pages the
 * links read 图2-1 or 第二章（一）, as in `labels`, each name once.
 */
export function fillIndex(tree: Root, labels: ReadonlyMap<string, string>, context: ComposeContext): void {
  let index: Element | undefined;
  visit(tree, 'element', (node) => {
    if (partOf(node) === 'index') index = node;
  });
  if (!index) return;
  const anchors = createAnchors(tree);
  let letter = '';
  for (const [name, places] of [...placesByName(tree, context)].sort(([a], [b]) => compareBySound(a, b))) {
    const initial = initialOf(name);
    if (initial !== letter) index.children.push(paragraph('index-letter', [text(initial)]));
    letter = initial;
    const targets = new Map<string, string>();
    for (const { mark, id } of places) {
      const label = (labels.get(id) ?? headingOf(tree, id)).replace(' ', '');
      const anchor = anchors.at(mark);
      if (anchor !== undefined && !targets.has(anchor)) targets.set(anchor, label);
    }
    const seen = new Set<string>();
    const links = [...targets].map(([anchor, label], position) => {
      const words = seen.has(label) ? [] : [text(label)];
      seen.add(label);
      const link = element('a', { href: `#${anchor}` }, [element('span', { dataPart: 'page' }, words)]);
      const separator = position === 0 ? [] : [text(word(context, 'list.separator'))];
      return element('span', { dataPart: 'place' }, [...separator, link]);
    });
    index.children.push(paragraph('index-entry', [text(`${name}\u3000`), ...links]));
  }
}

interface Place {
  /** Number of the marked element. */
  readonly mark: number;
  readonly id: string;
}

/** Where each indicator is printed: in the text, else at its first place in an appendix. */
function placesByName(tree: Root, context: ComposeContext): Map<string, Place[]> {
  const { catalogue } = context.inputs;
  const drawings = Object.fromEntries(context.requests.map(({ chart, rows }) => [chart, { rows }]));
  const appendices = new Set<string>();
  for (const part of tree.children)
    if (partOf(part) === 'appendix')
      visit(part, 'element', ({ properties: { id } }) => void appendices.add(String(id)));
  const inText = new Map<string, Place[]>();
  const inAppendix = new Map<string, Place[]>();
  for (const { figure, element: kind, id, mark } of printedPlaces({ tree, drawings })) {
    const indicator = context.printed.get(figure)?.indicator ?? '';
    const entry = catalogue[indicator];
    if (!entry || kind === 'contents' || kind === 'front') continue;
    const name = nameInLanguage(context.inputs.language, entry.name);
    if (!appendices.has(id)) inText.set(name, [...(inText.get(name) ?? []), { mark, id }]);
    else if (!inAppendix.has(name)) inAppendix.set(name, [{ mark, id }]);
  }
  return new Map([...inAppendix, ...inText]);
}

/** Ids of what links can lead to: charts as they are, else the row, card or heading a number stands in, or the number itself. */
function createAnchors(tree: Root): { readonly at: (mark: number) => string | undefined } {
  const marks = markedElements(tree);
  const parents = new Map<Element, Element>();
  visit(tree, 'element', (node, _, parent) => {
    if (parent?.type === 'element') parents.set(node, parent);
  });
  let count = 0;
  const idOf = (node: Element): string => {
    const id = textProperty(node, 'id') ?? `at-${String((count += 1))}`;
    node.properties.id = id;
    return id;
  };
  return {
    at(mark) {
      const marked = marks[mark];
      if (!marked || marked.tagName === 'figure') return marked && idOf(marked);
      const parent = parents.get(marked);
      if (!parent) return undefined;
      for (let around: Element | undefined = parent; around; around = parents.get(around)) {
        const unbroken = unbrokenIn(around);
        if (unbroken) return idOf(unbroken);
      }
      // A paragraph can run over two pages: the link leads to the number in it.
      if (parent.tagName === 'span' && textProperty(parent, 'id') !== undefined) return idOf(parent);
      const anchor = element('span', {}, [marked]);
      parent.children[parent.children.indexOf(marked)] = anchor;
      parents.set(anchor, parent);
      parents.set(marked, anchor);
      return idOf(anchor);
    },
  };
}

const unbrokenParts: ReadonlySet<string> = new Set(['chart', 'card', 'key-figure']);

/** An element no page break divides, so that all in it is on its page; of a row its first cell. */
function unbrokenIn(node: Element): Element | undefined {
  if (node.tagName === 'tr') return node.children.find((child): child is Element => child.type === 'element');
  return /^h[1-3]$/.test(node.tagName) || unbrokenParts.has(partOf(node) ?? '') ? node : undefined;
}

function headingOf(tree: Root, id: string): string {
  let heading = '';
  for (const part of tree.children) {
    if (part.type !== 'element' || textProperty(part, 'id') !== id) continue;
    const title = part.children.find((child) => child.type === 'element' && child.tagName === 'h1');
    heading = title ? toString(title) : '';
  }
  return heading;
}

function paragraph(part: string, children: ElementContent[]): Element {
  return element('p', { dataPart: part }, children);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
