import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from '../../document/visit.ts';
import type { Bookmarks } from './bookmarks.ts';
import { captionLabel, type CaptionNumber } from './captions.ts';
import { elementsIn, partOf } from './element.ts';
import { numberIn, type HeadingNumbers } from './heading-numbers.ts';

/** A link whose words are a number Word can work out by itself. */
export interface Reference {
  /** The REF field (ECMA-376 part 1, 17.16.5.51) and what it shows. */
  readonly instruction: string;
  readonly shown: string;
  /** What the link says behind the number, such as the page. */
  readonly rest: readonly ElementContent[];
}

export interface References {
  /** Undefined for links whose words an update would change: 第二章 for a chapter numbered 二、. */
  readonly of: (link: Element) => Reference | undefined;
  /** Bookmark to put around the number of a caption, where a reference leads to it. */
  readonly bookmarkOf: (number: Element) => string | undefined;
}

interface Numbered {
  readonly headings: HeadingNumbers;
  readonly captions: ReadonlyMap<Element, CaptionNumber>;
  readonly bookmarks: Bookmarks;
}

interface Target {
  readonly shown: string;
  readonly instruction: string;
  readonly number?: { readonly span: Element; readonly bookmark: string };
}

/** Find the links of the tree, contents and lists apart, that say the number of a caption or of an appendix. */
export function findReferences(tree: Root, numbered: Numbered): References {
  const targets = targetsIn(tree, numbered);
  const references = new Map<Element, Reference>();
  const bookmarks = new Map<Element, string>();
  visit(tree, 'element', (link) => {
    if (link.tagName === 'nav') return SKIP;
    const { href } = link.properties;
    const target = link.tagName === 'a' && typeof href === 'string' ? targets.get(href.slice(1)) : undefined;
    const [first, ...rest] = link.children;
    if (!target || !first || toString(first).replace(/\s/g, '') !== target.shown) return undefined;
    references.set(link, { instruction: target.instruction, shown: target.shown, rest });
    if (target.number) bookmarks.set(target.number.span, target.number.bookmark);
    return undefined;
  });
  return { of: (link) => references.get(link), bookmarkOf: (number) => bookmarks.get(number) };
}

function targetsIn(tree: Root, { headings, captions, bookmarks }: Numbered): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  visit(tree, 'element', (element) => {
    const { id } = element.properties;
    if (typeof id !== 'string') return;
    if (element.tagName === 'figure') {
      const span = captionNumberIn(element);
      const caption = span && captions.get(span);
      const bookmark = bookmarks.numberNameOf(id);
      if (!span || !caption || bookmark === undefined) return;
      const shown = captionLabel(caption);
      targets.set(id, { shown, instruction: `REF ${bookmark} \\h`, number: { span, bookmark } });
      return;
    }
    const title = elementsIn(element).find(({ tagName }) => tagName === 'h1');
    const place = title && headings.placeOf(title);
    const number = title && numberIn(title);
    const bookmark = bookmarks.nameOf(id);
    if (!number || place?.level !== 0 || bookmark === undefined) return;
    targets.set(id, { shown: toString(number).trim(), instruction: `REF ${bookmark} \\r \\h` });
  });
  return targets;
}

function captionNumberIn(figure: Element): Element | undefined {
  const figcaption = elementsIn(figure).find(({ tagName }) => tagName === 'figcaption');
  const caption = figcaption && elementsIn(figcaption).find((part) => partOf(part) === 'caption');
  return caption && numberIn(caption);
}
