import { diff, type Hunk } from './diff.ts';
import { pageMark, type Expected, type Mark } from './expected.ts';
import { follows } from './folio.ts';
import { numbersIn, type Stream } from './text.ts';
import type { Where } from './where.ts';

/** One way in which a finished text is not what the document promised. */
export type Difference = { readonly where: Where } & (
  | { readonly kind: 'missing'; readonly mark: Mark }
  | { readonly kind: 'changed'; readonly mark: Mark; readonly found: string }
  | { readonly kind: 'extra'; readonly found: string; readonly around: string }
  | { readonly kind: 'words'; readonly expected: string; readonly found: string }
  | { readonly kind: 'page'; readonly entry: string; readonly found: string; readonly page: string }
  | { readonly kind: 'contents' }
);

/**
 * Compare what was promised with what was read back. Every mark that did not come through whole is missing or changed,
 * every other number that was added is extra, the rest are differences of wording.
 */
export function compare(expected: Expected, found: Stream): Difference[] {
  const all = pagesAlone(expected.text, found.text) ?? diff(expected.text, found.text);
  const lost = lostContents(expected, all);
  const hunks = lost ? all.filter((hunk) => !isWithin(hunk, lost)) : all;
  const marks = lost
    ? expected.marks.filter(({ start }) => start < lost.a0 || start >= lost.a1)
    : expected.marks;
  const comparison = { expected, found, hunks: all, last: { page: '' } };
  const explained = new Set<Hunk>();
  const differences: Difference[] = lost ? [{ kind: 'contents', where: found.where(lost.b0) }] : [];
  for (const group of groupsOf(marks, comparison, hunks)) {
    for (const hunk of group.touching) explained.add(hunk);
    differences.push(...judge(group, comparison));
  }
  for (const hunk of hunks) if (!explained.has(hunk)) differences.push(...unexplained(hunk, comparison));
  return differences;
}

/** A page number, or in an index several. */
const pageNumbers = /^(?:(?:\d{1,4}|[ivxlc]{1,8})(?:、(?:\d{1,4}|[ivxlc]{1,8}))*)?/;
const longestPages = 400;

/** The hunks of texts that differ in nothing but page numbers, as they all should; undefined for others. */
export function pagesAlone(expected: string, found: string): Hunk[] | undefined {
  const hunks: Hunk[] = [];
  const [first = '', ...rest] = expected.split(pageMark);
  if (!found.startsWith(first)) return undefined;
  let a = first.length;
  let b = first.length;
  for (const text of rest) {
    const page = pageNumbers.exec(found.slice(b, b + longestPages))?.[0].length ?? 0;
    let length = page;
    while (length > 0 && !found.startsWith(text, b + length)) length -= 1;
    if (!found.startsWith(text, b + length)) return undefined;
    hunks.push({ a0: a, a1: a + 1, b0: b, b1: b + length });
    a += 1 + text.length;
    b += length + text.length;
  }
  return b === found.length ? hunks : undefined;
}

interface Comparison {
  readonly expected: Expected;
  readonly found: Stream;
  readonly hunks: readonly Hunk[];
  /** Page number of the entry of the contents before, and in which list. */
  last: { readonly page: string; readonly list?: number | undefined };
}

/** The stretch in which contents were to be and are not. */
function lostContents({ contents }: Expected, hunks: readonly Hunk[]): Hunk | undefined {
  if (!contents) return undefined;
  const length = contents.end - contents.start;
  return hunks.find(
    ({ a0, a1 }) => Math.min(a1, contents.end) - Math.max(a0, contents.start) > 0.8 * length && length > 0,
  );
}

function isWithin({ a0, a1 }: Hunk, outer: Hunk): boolean {
  return a0 >= outer.a0 && a1 <= outer.a1;
}

/** Marks that hunks touch, judged together where one hunk touches several. */
interface Group {
  readonly marks: Mark[];
  readonly touching: Hunk[];
}

function groupsOf(marks: readonly Mark[], comparison: Comparison, hunks: readonly Hunk[]): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (const mark of marks) {
    while ((hunks[from]?.a1 ?? Infinity) < mark.start) from += 1;
    const touching: Hunk[] = [];
    for (let index = from; (hunks[index]?.a0 ?? Infinity) <= mark.end; index += 1) {
      const hunk = hunks[index];
      if (hunk && touches(hunk, mark, comparison)) touching.push(hunk);
    }
    if (touching.length === 0) continue;
    const last = groups.at(-1);
    if (last && touching.some((hunk) => last.touching.includes(hunk))) {
      last.marks.push(mark);
      last.touching.push(...touching.filter((hunk) => !last.touching.includes(hunk)));
    } else groups.push({ marks: [mark], touching });
  }
  return groups;
}

/** What changes a number by standing before it, behind its digits, or behind its unit. */
const alters = {
  before: /(?:[\d.−-]|近|约|超过?|突破|逾|不足|第)$/,
  behindDigits: /^(?:[\d.%‰％万亿余多]|以[上下]|左右)/,
  behindUnit: /^(?:余|多|以[上下]|左右)/,
};

/** Whether a hunk changes a mark: in it, or by what is added at one of its ends. */
function touches({ a0, a1, b0, b1 }: Hunk, mark: Mark, { expected, found }: Comparison): boolean {
  if (a0 < mark.end && a1 > mark.start) return true;
  // A page number stands beside the numbers of its entry and does not change them.
  if (b0 === b1 || mark.shown === pageMark || expected.text.slice(a0, a1).includes(pageMark)) return false;
  const added = found.text.slice(b0, b1);
  if (a1 === mark.start) return alters.before.test(added);
  if (a0 !== mark.end) return false;
  return (/\d$/.test(mark.shown) ? alters.behindDigits : alters.behindUnit).test(added);
}

/** From where to where in the found text stands what is in the place of a group's marks. */
function standIn({ marks, touching }: Group): { b0: number; b1: number } {
  const start = marks[0]?.start ?? 0;
  const end = Math.max(...marks.map((mark) => mark.end));
  const first = touching[0];
  const last = touching.at(-1);
  return {
    b0: first ? first.b0 - Math.max(0, first.a0 - start) : 0,
    b1: last ? last.b1 + Math.max(0, end - last.a1) : 0,
  };
}

/** What became of the marks of a group. */
function judge(group: Group, comparison: Comparison): Difference[] {
  const { found } = comparison;
  const { b0, b1 } = standIn(group);
  const text = found.text.slice(b0, b1);
  const { marks } = group;
  const [only] = marks;
  if (only && marks.length === 1) {
    if (only.shown === pageMark) return judgePage(only, text, b0, comparison);
    if (text === only.shown) return [];
    if (numbersIn(text).length < 2)
      return [
        /\d/.test(text)
          ? { kind: 'changed', mark: only, found: text, where: found.where(b0) }
          : { kind: 'missing', mark: only, where: found.where(b0) },
      ];
  }
  const left = marks.filter(({ shown }) => shown !== pageMark);
  const numbers = numbersIn(text).filter(({ shown }) => {
    const index = left.findIndex((mark) => mark.shown === shown);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return [
    ...left.map((mark, index): Difference => {
      const number = numbers[index];
      return number
        ? { kind: 'changed', mark, found: number.shown, where: found.where(b0 + number.start) }
        : { kind: 'missing', mark, where: found.where(b0) };
    }),
    ...numbers.slice(left.length).map(({ start, shown }) => extra(found, b0 + start, shown)),
  ];
}

/**
 * A page number must be the one printed on the page it leads to; where the format has no pages before it is opened, a page
 * number, in contents and lists no lower than the one before. An index has each page once.
 */
function judgePage(mark: Mark, text: string, at: number, comparison: Comparison): Difference[] {
  const { expected, found, hunks, last } = comparison;
  const pages = (mark.targets ?? []).map((target) => {
    const place = expected.idAt.get(target);
    return place === undefined ? undefined : found.where(offsetIn(hunks, place)).folio;
  });
  comparison.last = { page: text, list: mark.list };
  const isKnown = pages.length > 0 && !pages.includes(undefined);
  const page = isKnown ? [...new Set(pages)].join('、') : undefined;
  const before = mark.list !== undefined && mark.list === last.list ? last.page : '';
  if (page === undefined ? follows(before, text) : text === page) return [];
  return [{ kind: 'page', entry: mark.name ?? '', found: text, page: page ?? '', where: found.where(at) }];
}

/** Offset in the found text of one in the expected text that stands in no hunk. */
function offsetIn(hunks: readonly Hunk[], offset: number): number {
  const before = hunks.findLast(({ a1 }) => a1 <= offset);
  return before ? offset + before.b1 - before.a1 : offset;
}

function unexplained({ a0, a1, b0, b1 }: Hunk, { expected, found }: Comparison): Difference[] {
  const text = found.text.slice(b0, b1);
  const numbers = numbersIn(text);
  if (numbers.length > 0) return numbers.map(({ start, shown }) => extra(found, b0 + start, shown));
  return [{ kind: 'words', expected: expected.text.slice(a0, a1), found: text, where: found.where(b0) }];
}

function extra(stream: Stream, at: number, found: string): Difference {
  const around = stream.text.slice(Math.max(0, at - 8), at + found.length + 8);
  return { kind: 'extra', found, around, where: stream.where(at) };
}
