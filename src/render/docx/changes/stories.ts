import { xmlElement, type XmlElement } from '../xml.ts';
import { alignBlocks, blocksOf, type Block } from './blocks.ts';
import type { Changes } from './changes.ts';
import { compareParagraphs, deletedParagraph, insertedParagraph, passingParagraph } from './paragraphs.ts';
import { compareTables, deletedTable, insertedTable, type CellWork } from './tables.ts';

/**
 * What a body, cell or note consists of, compared block by block. Contents, lists of them and section properties stay
 * those of the newer document.
 */
export function compareStories(
  older: readonly XmlElement[],
  newer: readonly XmlElement[],
  changes: Changes,
): XmlElement[] {
  const before = blocksOf(older, changes.older);
  const after = blocksOf(newer, changes.newer);
  const out: XmlElement[] = [];
  let next = 0;
  /** Put what stands before a block of the newer document and is not compared; all that is left without one. */
  const passOn = (until: XmlElement | undefined): void => {
    let element = newer[next];
    while (element && element !== until) {
      put(out, element, changes);
      next += 1;
      element = newer[next];
    }
  };
  passOn(after[0]?.element);
  for (const pair of alignBlocks(before, after)) {
    const [from, to] = [before[pair.older ?? -1], after[pair.newer ?? -1]];
    if (to) {
      passOn(to.element);
      next += 1;
    }
    if (from && to) put(out, compareBlocks(from, to, changes), changes);
    else if (to) put(out, insertBlock(to, changes), changes);
    else if (from) for (const element of deleteBlock(from, changes)) put(out, element, changes);
  }
  passOn(undefined);
  return out;
}

/** Everything in a container as inserted; the mark of its last paragraph goes with the container. */
export function insertStory(children: readonly XmlElement[], changes: Changes): XmlElement[] {
  const blocks = new Map(blocksOf(children, changes.newer).map((block) => [block.element, block]));
  const last = [...blocks.keys()].at(-1);
  return children.map((child) => {
    const block = blocks.get(child);
    if (!block) return child;
    return child === last && child.name === 'w:p'
      ? insertedParagraph(child, changes, false)
      : insertBlock(block, changes);
  });
}

/** Everything in a container as deleted; the mark of its last paragraph goes with the container. */
export function deleteStory(children: readonly XmlElement[], changes: Changes): XmlElement[] {
  const blocks = blocksOf(children, changes.older);
  return blocks.flatMap((block, index) =>
    index === blocks.length - 1 && block.kind === 'paragraph'
      ? [deletedParagraph(block.element, changes, false)]
      : deleteBlock(block, changes),
  );
}

const cells: CellWork = { compare: compareStories, insert: insertStory, remove: deleteStory };

function compareBlocks(older: Block, newer: Block, changes: Changes): XmlElement {
  if (newer.kind === 'paragraph') return compareParagraphs(older.element, newer.element, changes);
  if (newer.kind === 'table') return compareTables(older.element, newer.element, changes, cells);
  return inControl(newer.element, (children) => compareStories(contentOf(older.element), children, changes));
}

function insertBlock({ kind, element }: Block, changes: Changes): XmlElement {
  if (kind === 'paragraph') return insertedParagraph(element, changes);
  if (kind === 'table') return insertedTable(element, changes, cells);
  return inControl(element, (children) =>
    children.map(
      (child) => blocksOf([child], changes.newer).map((block) => insertBlock(block, changes))[0] ?? child,
    ),
  );
}

/** The end of a section has no text to be seen deleted, and its heads and feet are not those of this document. */
function deleteBlock({ kind, element, isEnd }: Block, changes: Changes): XmlElement[] {
  if (isEnd) return [];
  if (kind === 'paragraph') return [deletedParagraph(element, changes)];
  if (kind === 'table') return [deletedTable(element, changes, cells)];
  return blocksOf(contentOf(element), changes.older).flatMap((block) => deleteBlock(block, changes));
}

/** Two tables without anything between them would become one. */
function put(out: XmlElement[], element: XmlElement, changes: Changes): void {
  if (element.name === 'w:tbl' && out.at(-1)?.name === 'w:tbl') out.push(passingParagraph(changes));
  out.push(element);
}

function contentOf(control: XmlElement): readonly XmlElement[] {
  return control.children.find(({ name }) => name === 'w:sdtContent')?.children ?? [];
}

function inControl(control: XmlElement, edit: (children: readonly XmlElement[]) => XmlElement[]): XmlElement {
  const children = control.children.map((child) =>
    child.name === 'w:sdtContent' ? xmlElement(child.name, child.attributes, edit(child.children)) : child,
  );
  return { ...control, children };
}
