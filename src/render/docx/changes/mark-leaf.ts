import { xmlElement, type XmlElement } from '../xml.ts';
import type { Changes } from './changes.ts';
import { isTokenNode, words, type Leaf } from './inline.ts';

/** What was deleted before a token, as runs; nothing when asked again. */
type TakeDeleted = (index: number) => readonly XmlElement[];

/**
 * A run in as many pieces as it has kept and inserted stretches, with what was deleted between them. A run of a field is
 * kept or inserted as a whole.
 */
export function markLeaf(
  leaf: Leaf,
  inserted: ReadonlySet<number>,
  takeDeleted: TakeDeleted,
  changes: Changes,
): readonly XmlElement[] {
  const { element, from } = leaf;
  if (!leaf.field) return markRun(leaf, inserted, takeDeleted, changes);
  const before = takeDeleted(from);
  if (!inserted.has(from)) return [...before, element];
  if (element.name !== 'w:fldSimple') return [...before, changes.mark('w:ins', [element])];
  return [...before, { ...element, children: [changes.mark('w:ins', element.children)] }];
}

function markRun(
  { element, from, to }: Leaf,
  inserted: ReadonlySet<number>,
  takeDeleted: TakeDeleted,
  changes: Changes,
): XmlElement[] {
  const out: XmlElement[] = [];
  const properties = element.children.filter(({ name }) => name === 'w:rPr');
  let content: XmlElement[] = [];
  let text = '';
  let isInserted = from < to && inserted.has(from);
  const settleText = (): void => {
    if (text !== '') content.push(xmlElement('w:t', { 'xml:space': 'preserve' }, [], text));
    text = '';
  };
  const settle = (): void => {
    settleText();
    const run = { ...element, children: [...properties, ...content] };
    if (content.length > 0) out.push(isInserted ? changes.mark('w:ins', [run]) : run);
    content = [];
  };
  let index = from;
  const nextToken = (): void => {
    const before = takeDeleted(index);
    if (before.length > 0 || isInserted !== inserted.has(index)) settle();
    out.push(...before);
    isInserted = inserted.has(index);
    index += 1;
  };
  for (const child of element.children) {
    if (child.name === 'w:t') {
      for (const word of words(child.text)) {
        nextToken();
        text += word;
      }
    } else if (child.name !== 'w:rPr') {
      if (isTokenNode(child)) nextToken();
      settleText();
      content.push(child);
    }
  }
  settle();
  return out;
}
