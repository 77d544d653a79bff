import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../document/visit.ts';
import { fromHan, toHan } from '../../document/han-numeral.ts';
import { elementsIn, partOf } from './element.ts';

/**
 * The lists Word counts headings in: chapters with their sections, appendices, and the sections of chapters that number
 * on from each other.
 */
export type HeadingList = 'chapters' | 'appendices' | 'continued-sections';

/** Where in a list a heading is counted; `level` from 0. */
export interface HeadingPlace {
  readonly list: HeadingList;
  readonly level: number;
}

/** How the numbers of a level look: what stands before and behind the count. */
export interface NumberLook {
  readonly before: string;
  readonly format: 'han' | 'decimal';
  readonly after: string;
}

/** Which headings Word numbers, and how. */
export interface HeadingNumbers {
  /** Undefined for headings without a number, and for those whose number Word would not arrive at: it stays text. */
  readonly placeOf: (heading: Element) => HeadingPlace | undefined;
  /** The levels of each list that is used, from the first. */
  readonly lists: ReadonlyMap<HeadingList, readonly NumberLook[]>;
}

interface Numbered {
  readonly heading: Element;
  readonly level: number;
  readonly look: NumberLook;
  readonly count: number;
  readonly list: HeadingList;
}

/** The span a heading or caption begins with, where it has a number. */
export function numberIn(element: Element): Element | undefined {
  const [first] = elementsIn(element);
  return first && partOf(first) === 'number' ? first : undefined;
}

/**
 * Count the headings of the tree as Word counts list items (ECMA-376 part 1, 17.9): one more a heading, and from one
 * again below each heading of a higher level. The looks come from the tree, whose numbers are words of the locale.
 */
export function headingNumbers(tree: Root): HeadingNumbers {
  const places = new Map<Element, HeadingPlace>();
  const lists = new Map<HeadingList, NumberLook[]>();
  const counts = new Map<HeadingList, number[]>();
  for (const { heading, list, level, look, count } of continued(numberedHeadings(tree))) {
    const looks = lists.get(list) ?? [];
    const counted = counts.get(list) ?? [];
    const known = looks[level];
    const next = (counted[level] ?? 0) + 1;
    const fits = level <= looks.length && (known === undefined || same(known, look));
    if (!fits || next !== count) continue;
    looks[level] = look;
    lists.set(list, looks);
    counts.set(list, [...counted.slice(0, level), next]);
    places.set(heading, { list, level });
  }
  return { placeOf: (heading) => places.get(heading), lists };
}

/** Headings with a number, chapter by chapter. */
function numberedHeadings(tree: Root): Numbered[][] {
  return elementsIn(tree).map((section) => {
    const part = partOf(section);
    const list = part === 'chapter' ? 'chapters' : part === 'appendix' ? 'appendices' : undefined;
    const headings: Numbered[] = [];
    if (list === undefined) return headings;
    visit(section, 'element', (heading) => {
      const level = ['h1', 'h2', 'h3'].indexOf(heading.tagName);
      const number = level < 0 ? undefined : numberIn(heading);
      const read = number && readNumber(toString(number));
      if (read) headings.push({ heading, level, list, ...read });
    });
    return headings;
  });
}

/** Chapters whose sections number on from those of an earlier one have them in a list of their own. */
function continued(chapters: readonly Numbered[][]): Numbered[] {
  const runsOn = new Set<Numbered[]>();
  for (const [index, chapter] of chapters.entries()) {
    const first = sectionsOf(chapter)[0];
    if (!first || first.count === 1) continue;
    const before = chapters
      .slice(0, index)
      .findLast((earlier) => sectionsOf(earlier).at(-1)?.count === first.count - 1);
    if (before) runsOn.add(before).add(chapter);
  }
  return chapters.flatMap((chapter) =>
    runsOn.has(chapter)
      ? chapter.map((one) =>
          one.level === 0 ? one : { ...one, list: 'continued-sections' as const, level: one.level - 1 },
        )
      : chapter,
  );
}

function sectionsOf(chapter: readonly Numbered[]): Numbered[] {
  return chapter.filter(({ level }) => level === 1);
}

function readNumber(text: string): { look: NumberLook; count: number } | undefined {
  const match = /^(.*?)([一二三四五六七八九十]+|\d+)(\D*)$/u.exec(text);
  if (!match) return undefined;
  const [, before = '', numeral = '', after = ''] = match;
  const format = /\d/.test(numeral) ? 'decimal' : 'han';
  const count = format === 'decimal' ? Number(numeral) : fromHan(numeral);
  // A per cent sign in a list's text would be read as a level.
  if (count === undefined || `${before}${after}`.includes('%')) return undefined;
  return { look: { before, format, after }, count };
}

/** The number of a count, as the tree writes it. */
export function writeNumber({ before, format, after }: NumberLook, count: number): string {
  return `${before}${format === 'han' ? toHan(count) : String(count)}${after}`;
}

function same(one: NumberLook, other: NumberLook): boolean {
  return writeNumber(one, 1) === writeNumber(other, 1);
}
