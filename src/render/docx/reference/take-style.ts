import type { XmlElement } from '../xml.ts';
import { withProperties } from './paragraph-properties.ts';
import { childOf } from './style-sheet.ts';

/**
 * What the document works by, not looks by: the numbering of headings, the level in the contents, staying with what follows.
 * `always` is ours whatever the office's style says: numbering and tab stops are made for our lists and our width of the text.
 */
const always = new Set(['w:numPr', 'w:tabs']);
const unlessSaid = new Set(['w:keepNext', 'w:keepLines', 'w:outlineLvl']);

/**
 * Left behind: numbering (its definitions are in another part), frames, revisions and their ids, and what another
 * namespace adds, which may be ignored by definition.
 */
const isLeft = ({ name }: XmlElement): boolean =>
  /^w:(?:numPr|framePr|rsid|personal\w*|\w+Change)$/.test(name) || !name.startsWith('w:');

/**
 * An office's style in the place of ours: its look, our id, and what the document works by. `renamed` gives the id
 * another of its styles has here; references to styles that are not here are dropped. `ours` is absent for a style that
 * is here only because others are based on it.
 */
export function takeStyle(
  theirs: XmlElement,
  ours: XmlElement | undefined,
  renamed: ReadonlyMap<string, string>,
): XmlElement {
  const id = renamed.get(theirs.attributes['w:styleId'] ?? '') ?? '';
  const type = theirs.attributes['w:type'] ?? 'paragraph';
  const custom = ours ? ours.attributes['w:customStyle'] : theirs.attributes['w:customStyle'];
  const children = theirs.children.flatMap((child) => {
    if (!/^w:(?:basedOn|next|link)$/.test(child.name)) return cleaned(child);
    const target = renamed.get(child.attributes['w:val'] ?? '');
    // A style without next is followed by itself, one without link has none.
    return target === undefined ? [] : [{ ...child, attributes: { 'w:val': target } }];
  });
  const attributes = {
    'w:type': type,
    'w:styleId': id,
    ...(ours?.attributes['w:default'] !== undefined && { 'w:default': ours.attributes['w:default'] }),
    ...(custom !== undefined && { 'w:customStyle': custom }),
  };
  return withProperties({ ...theirs, attributes, children }, structure(theirs, ours));
}

function structure(theirs: XmlElement, ours: XmlElement | undefined): XmlElement[] {
  const said = childOf(theirs, 'w:pPr');
  const own = childOf(ours, 'w:pPr')?.children ?? [];
  return own.filter(({ name }) => always.has(name) || (unlessSaid.has(name) && !childOf(said, name)));
}

function cleaned(element: XmlElement): XmlElement[] {
  if (isLeft(element)) return [];
  const kept = Object.entries(element.attributes).filter(
    ([name]) => name.startsWith('w:') || name === 'xml:space',
  );
  return [{ ...element, attributes: Object.fromEntries(kept), children: element.children.flatMap(cleaned) }];
}
