import type { Element, Nodes } from 'hast';
import { vocabulary, type BlockName, type InlineName, type Part } from '../../document/vocabulary.ts';

/** True of the names of elements that stand by themselves. */
export function isBlockName(name: string): name is BlockName {
  return (vocabulary.blocks as readonly string[]).includes(name);
}

/** True of the names of elements that stand in a line. */
export function isInlineName(name: string): name is InlineName {
  return (vocabulary.inlines as readonly string[]).includes(name);
}

/** The part an element plays, as the vocabulary names it. */
export function partOf(element: Element): Part | undefined {
  return element.properties.dataPart as Part | undefined;
}

/** Child elements; white space between them means nothing in blocks. */
export function elementsIn(element: Nodes): Element[] {
  const children: readonly Nodes[] = 'children' in element ? element.children : [];
  return children.filter((child) => child.type === 'element');
}

/** The element restricted to the vocabulary was none of it: compose should have refused it, so this is our bug. */
export class UnhandledElement extends Error {
  override readonly name = 'UnhandledElement';

  constructor(element: Element) {
    const part = partOf(element);
    super(`DOCX: no handler for <${element.tagName}${part === undefined ? '' : ` data-part="${part}"`}>`);
  }
}
