import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../document/visit.ts';
import { elementsIn, partOf } from './element.ts';
import type { HeadingNumbers } from './heading-numbers.ts';
import type { ParagraphStyleId } from './styles/ids.ts';

/** What the contents of the report list: the ids, and how many levels deep. */
export interface ContentsOutline {
  readonly ids: ReadonlySet<string>;
  readonly depth: number;
}

/** Read the outline from `nav[data-part=contents]`. Word's field collects by heading style, so both must agree. */
export function contentsOf(tree: Root): ContentsOutline {
  const ids = new Set<string>();
  let depth = 0;
  const walk = (element: Element, level: number): void => {
    depth = Math.max(depth, level);
    const href = element.properties.href;
    if (typeof href === 'string') ids.add(href.slice(1));
    for (const child of element.children) {
      if (child.type === 'element') walk(child, level + (child.tagName === 'ol' ? 1 : 0));
    }
  };
  visit(tree, 'element', (element) => {
    if (element.properties.dataPart === 'contents') walk(element, 0);
  });
  return { ids, depth };
}

/**
 * Style of the title of a section: one the contents leave out must not be in a style Word collects, and one without a
 * number, or with one of the appendices', not in that which numbers chapters.
 */
export function titleStyleOf(
  section: Element,
  { ids }: ContentsOutline,
  { placeOf, lists }: HeadingNumbers,
): Extract<ParagraphStyleId, 'Heading1' | 'PlainHeading' | 'AppendixHeading' | 'UnlistedHeading'> {
  const { id } = section.properties;
  if (ids.size > 0 && !(typeof id === 'string' && ids.has(id))) return 'UnlistedHeading';
  const title = elementsIn(section).find(({ tagName }) => tagName === 'h1');
  const place = title && placeOf(title);
  if (place?.list === 'appendices') return 'AppendixHeading';
  return place || !lists.has('chapters') ? 'Heading1' : 'PlainHeading';
}

/** Styles besides Heading 1 whose paragraphs are entries of the first level. */
export const alsoListed = ['PlainHeading', 'AppendixHeading'] as const satisfies readonly ParagraphStyleId[];

/** Every id whose page number is printed somewhere, in contents, in lists and behind references, and what it is called there. */
export function pagedIds(tree: Root): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  visit(tree, 'element', (link) => {
    const { href } = link.properties;
    if (link.tagName !== 'a' || typeof href !== 'string') return;
    const id = href.slice(1);
    visit(link, 'element', (part) => {
      const isPage = partOf(part) === 'entry' || (partOf(part) === 'page' && part.children.length === 0);
      if (isPage && !ids.has(id)) ids.set(id, nameOf(link));
    });
  });
  return ids;
}

/** The words of a line in contents and lists, those before the page of a reference. */
function nameOf(link: Element): string {
  const entry = elementsIn(link).find((part) => partOf(part) === 'entry');
  const words = entry?.children ?? link.children.filter((child) => child.type === 'text');
  return words
    .map((word) => toString(word))
    .join('')
    .trim();
}
