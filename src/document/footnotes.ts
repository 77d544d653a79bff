import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';

/** A note of the tree that a word processor sets at the foot of the page and numbers by itself. */
export interface Footnote {
  /** From 1 through the document, in the order of the references: the number it is given there. */
  readonly id: number;
  /** What stands around the number at the reference: `［注` and `］`. */
  readonly around: readonly [before: string, after: string];
  readonly content: readonly ElementContent[];
}

/** Footnotes by the ids of the notes in the tree. */
export type Footnotes = ReadonlyMap<string, Footnote>;

/**
 * The notes of a report as footnotes. None are where a reference stands in a heading, which comes again in the contents,
 * in the head of a table, which comes again on every page, or in a caption, which comes again in a list, or where the
 * numbers are not 1, 2, … in the order of the references: then all notes stay below their sections, under the numbers they have.
 */
export function footnotesOf(tree: Root): Footnotes {
  const notes = elementsIn(tree).flatMap((section) => elementsIn(section).filter(isNote));
  const referred = elementsIn(tree).flatMap((section) => references(section, false));
  const footnotes = notes.flatMap((note, index): [string, Footnote][] => {
    const reference = referred[index];
    const [first, ...others] = note.children;
    const [, before = '', number, after = '', rest = ''] =
      /^(\D*)(\d+)([^\s\d]*)\s*([^]*)$/.exec(first ? toString(first) : '') ?? [];
    const isNext = reference?.id === note.properties.id && number === String(index + 1);
    if (!reference || reference.isRisky || !isNext) return [];
    const content: ElementContent[] = [{ type: 'text', value: rest }, ...others];
    return [[reference.id, { id: index + 1, around: [before, after], content }]];
  });
  return new Map(footnotes.length === referred.length ? footnotes : []);
}

/** Whether an element is a note in the place the tree has it, at the end of its section. */
function isNote(element: Element): boolean {
  return element.properties.dataPart === 'note' && String(element.properties.id).startsWith('note-');
}

interface Reference {
  readonly id: string;
  readonly isRisky: boolean;
}

/** The references to notes in an element, in order. */
function references(element: Element, isRisky: boolean): Reference[] {
  const target = element.tagName === 'sup' ? noteOf(element) : undefined;
  if (target !== undefined) return [{ id: target, isRisky }];
  const inside = isRisky || /^(?:h[1-3]|thead|figcaption)$/.test(element.tagName);
  return elementsIn(element).flatMap((child) => references(child, inside));
}

/** The id of the note a `sup` refers to; undefined for any other. */
export function noteOf(sup: Element): string | undefined {
  const [link] = elementsIn(sup);
  const href = link?.tagName === 'a' ? link.properties.href : undefined;
  return typeof href === 'string' && href.startsWith('#note-') ? href.slice(1) : undefined;
}

function elementsIn(parent: Nodes): Element[] {
  const children: readonly Nodes[] = 'children' in parent ? parent.children : [];
  return children.filter((child) => child.type === 'element');
}
