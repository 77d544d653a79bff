import type { XmlElement } from '../xml.ts';
import type { Changes } from './changes.ts';
import { deletedRuns } from './deleted-runs.ts';
import type { Inline, Leaf, Token } from './inline.ts';
import { markLeaf } from './mark-leaf.ts';
import type { Stretch } from './token-diff.ts';

/** The newer paragraph with the stretches marked, everything else in it as it is. */
export function rebuildParagraph(
  paragraph: XmlElement,
  before: readonly Token[],
  after: Inline,
  stretches: readonly Stretch[],
  changes: Changes,
): XmlElement {
  const inserted = new Set<number>();
  const deleted = new Map<number, readonly Token[]>();
  for (const { kept, older, newer } of stretches) {
    if (kept) continue;
    for (let index = newer[0]; index < newer[1]; index += 1) inserted.add(index);
    if (older[1] > older[0]) deleted.set(newer[0], before.slice(...older));
  }
  for (const index of inserted) {
    const token = after.tokens[index];
    if (token?.kind === 'note' && token.content[0]) changes.insertNote(token.content[0]);
  }
  /** What was deleted before a token, once. */
  const takeDeleted = (index: number): XmlElement[] => {
    const runs = deletedRuns(deleted.get(index) ?? [], changes);
    deleted.delete(index);
    return runs.length > 0 ? [changes.mark('w:del', runs)] : [];
  };
  const rebuildChild = (element: XmlElement): readonly XmlElement[] => {
    const leaf = after.leaves.get(element);
    if (leaf) return markLeaf(leaf, inserted, takeDeleted, changes);
    if (element.name === 'w:pPr' || element.name === 'w:sdtPr') return [element];
    return [{ ...element, children: merged(element.children.flatMap(rebuildChild)) }];
  };
  const children = paragraph.children.flatMap((child) => {
    const first = firstLeaf(child, after.leaves)?.from;
    if (first === undefined || child.name === 'w:r') return rebuildChild(child);
    // One figure for another stays in its content control; more than that is put before the control or link.
    const isExchange = inserted.has(first) && deleted.get(first)?.length === 1;
    return [...(isExchange ? [] : takeDeleted(first)), ...rebuildChild(child)];
  });
  return { ...paragraph, children: merged([...children, ...takeDeleted(after.tokens.length)]) };
}

function firstLeaf(element: XmlElement, leaves: ReadonlyMap<XmlElement, Leaf>): Leaf | undefined {
  const own = leaves.get(element);
  if (own) return own.from < own.to ? own : undefined;
  for (const child of element.children) {
    const found = firstLeaf(child, leaves);
    if (found) return found;
  }
  return undefined;
}

/** Changes of one kind side by side are one change. */
function merged(children: readonly XmlElement[]): XmlElement[] {
  const out: XmlElement[] = [];
  for (const child of children) {
    const last = out.at(-1);
    const isChange = child.name === 'w:ins' || child.name === 'w:del';
    if (isChange && last?.name === child.name)
      out[out.length - 1] = { ...last, children: [...last.children, ...child.children] };
    else out.push(child);
  }
  return out;
}
