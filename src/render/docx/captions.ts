import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../document/visit.ts';
import { elementsIn, partOf } from './element.ts';
import { numberIn } from './heading-numbers.ts';

/** The number of a caption: `图2-1` is label `图`, chapter `2-` and index 1. */
export interface CaptionNumber {
  readonly label: string;
  readonly chapter: string;
  readonly index: number;
  /** The field that counts it. */
  readonly instruction: string;
}

/** How Word shows the number of a caption, by the words of the tree: the blank behind 图 is Word's own to set. */
export function captionLabel({ label, chapter, index }: Omit<CaptionNumber, 'instruction'>): string {
  return `${label}${chapter}${index}`;
}

/**
 * The numbered captions of the tree by their number spans, each with the SEQ field (ECMA-376 part 1, 17.16.5.56) that
 * arrives at its number. `\s 1` counts from the last Heading 1 on. The first caption of a chapter bears `\r 1` besides
 * nothing else: LibreOffice counts anew when it opens a file, and knows `\r`, but not `\s`. `startsCount` says which
 * chapter titles are in the style Heading 1.
 */
export function captionNumbers(
  tree: Root,
  startsCount: (section: Element) => boolean,
): ReadonlyMap<Element, CaptionNumber> {
  const captions = new Map<Element, CaptionNumber>();
  const last = new Map<string, number>();
  let sinceHeading = new Map<string, number>();
  for (const section of elementsIn(tree)) {
    if (startsCount(section)) sinceHeading = new Map();
    visit(section, 'element', (element) => {
      if (partOf(element) !== 'caption') return;
      const span = numberIn(element);
      const read = span && readCaption(toString(span));
      if (!span || !read) return;
      const { label, index } = read;
      const before = last.get(label) ?? 0;
      const since = sinceHeading.get(label) ?? 0;
      const counting = index === before + 1 ? (index === since + 1 ? ' \\s 1' : '') : ` \\r ${index}`;
      const instruction = `SEQ ${label} \\* ARABIC${index === 1 ? ' \\r 1' : counting}`;
      captions.set(span, { ...read, instruction });
      last.set(label, index);
      sinceHeading.set(label, since + 1);
    });
  }
  return captions;
}

/** `图 2-1　`, `表 附1-2　`, `图 3　`; undefined for anything else. */
export function readCaption(text: string): Omit<CaptionNumber, 'instruction'> | undefined {
  const match = /^(\p{L}+?)\s?((?:\S*-)?)([1-9]\d*)\s*$/u.exec(text);
  if (!match) return undefined;
  const [, label = '', chapter = '', index = ''] = match;
  return { label, chapter, index: Number(index) };
}
