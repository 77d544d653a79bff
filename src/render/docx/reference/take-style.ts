import type { XmlElement } from '../xml.ts';
import { cleanStyle } from './clean-style.ts';
import { withProperties } from './paragraph-properties.ts';
import { childOf } from './style-sheet.ts';

/**
 * What the document works by, not looks by: the numbering of headings, the level in the contents, staying with what follows.
 * `always` is ours whatever the office's style says: numbering and tab stops are made for our lists and our width of the text.
 */
const always = new Set(['w:numPr', 'w:tabs']);
const unlessSaid = new Set(['w:keepNext', 'w:keepLines', 'w:outlineLvl']);

/**
 * An office's style in the place of ours: its look, our id, and what the document works by. `renamed` gives the id
 * another of its styles (`office`) has here; references to styles that are not here or of another kind are dropped. `ours` is absent for a style that
 * is here only because others are based on it.
 */
export function takeStyle(
  theirs: XmlElement,
  ours: XmlElement | undefined,
  renamed: ReadonlyMap<string, string>,
  office: ReadonlyMap<string, XmlElement>,
): XmlElement {
  const id = renamed.get(theirs.attributes['w:styleId'] ?? '') ?? '';
  const type = kindOf(theirs);
  const custom = ours ? ours.attributes['w:customStyle'] : theirs.attributes['w:customStyle'];
  const children = theirs.children.flatMap((child) => {
    if (!/^w:(?:basedOn|next|link)$/.test(child.name)) return cleanStyle(child);
    const from = child.attributes['w:val'] ?? '';
    const target = fits(child.name, type, kindOf(office.get(from))) ? renamed.get(from) : undefined;
    // A style without next is followed by itself, one without link has none, one without base looks as the defaults say.
    return target === undefined || target === id ? [] : [{ ...child, attributes: { 'w:val': target } }];
  });
  const attributes = {
    'w:type': type,
    'w:styleId': id,
    ...(ours?.attributes['w:default'] !== undefined && { 'w:default': ours.attributes['w:default'] }),
    ...(custom !== undefined && { 'w:customStyle': custom }),
  };
  return withProperties({ ...theirs, attributes, children }, structure(theirs, ours));
}

const kindOf = (style: XmlElement | undefined): string => style?.attributes['w:type'] ?? 'paragraph';

/** Whether a reference of a style may lead to one of a kind: a link joins a paragraph style with a character style. */
function fits(reference: string, from: string, to: string): boolean {
  if (reference === 'w:next') return to === 'paragraph';
  return reference === 'w:link' ? from !== to : from === to;
}

function structure(theirs: XmlElement, ours: XmlElement | undefined): XmlElement[] {
  const said = childOf(theirs, 'w:pPr');
  const own = childOf(ours, 'w:pPr')?.children ?? [];
  return own.filter(({ name }) => always.has(name) || (unlessSaid.has(name) && !childOf(said, name)));
}
