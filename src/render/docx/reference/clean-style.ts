import type { XmlElement } from '../xml.ts';

/**
 * Left behind: numbering (its definitions are in another part), frames, revisions and their ids, and what another
 * namespace adds, which may be ignored by definition.
 */
const isLeft = ({ name }: XmlElement): boolean =>
  /^w:(?:numPr|framePr|rsid|personal\w*|\w+Change)$/.test(name) || !name.startsWith('w:');

/** An element of another document's styles without what has no meaning in ours; empty where nothing is left of it. */
export function cleanStyle(element: XmlElement): XmlElement[] {
  if (isLeft(element)) return [];
  const kept = Object.entries(element.attributes).filter(
    ([name]) => name.startsWith('w:') || name === 'xml:space',
  );
  const children = element.children.flatMap(cleanStyle);
  return [{ ...element, attributes: Object.fromEntries(kept), children }];
}
