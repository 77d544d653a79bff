import { initialsOf } from './initials.ts';
import type { Term } from './query.ts';
import type { FigureEntry } from './search-index.ts';

/**
 * How well a figure fits all that was typed: the sum over the words, or 0 where one of them is nowhere in it. What is
 * printed, and what is the report's own, goes before its equals.
 */
export function matchFigure(entry: FigureEntry, terms: readonly Term[]): number {
  let sum = 0;
  for (const term of terms) {
    const score = Math.max(matchNumber(entry, term), matchText(entry, term));
    if (score === 0) return 0;
    sum += score;
  }
  return sum + (entry.places.length > 0 ? 4 : 0) + (entry.isOwn ? 2 : 0);
}

/** How well a text fits all that was typed; 0 where a word is not in it. */
export function matchWords(text: string, terms: readonly Term[]): number {
  let sum = 0;
  for (const term of terms) {
    const score = within(text, term.text, 60);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

function matchNumber({ compared }: FigureEntry, { text, number }: Term): number {
  if (number === undefined) return 0;
  const scores = compared.numbers.map((printed) => {
    const [, digits = ''] = /(\d+(?:\.\d+)?)/.exec(printed) ?? [];
    if (printed === text || digits === text) return 100;
    // 5274 is the beginning of 52740件, but a smaller find than 5274件.
    if (printed.startsWith(text)) return 60;
    return text.length > 1 && printed.includes(text) ? 30 : 0;
  });
  return Math.max(0, ...scores);
}

function matchText({ compared }: FigureEntry, { text }: Term): number {
  const { key, names, aliases, time } = compared;
  if (key === text || key.endsWith(`/${text}`)) return 110;
  return Math.max(
    ...names.map((name) => within(name, text, 90)),
    ...aliases.map((alias) => within(alias, text, 80)),
    text.length > 1 && key.includes(text) ? 40 : 0,
    time.includes(text) ? 25 : 0,
    ...names.map((name) => matchInitials(name, text)),
    ...names.map((name) => (isScattered(text, name) ? 20 : 0)),
  );
}

/** `whole` where they are equal, less where one begins with or holds the other. */
function within(text: string, part: string, whole: number): number {
  if (text === part) return whole;
  if (text.startsWith(part)) return whole - 15;
  return text.includes(part) ? whole - 30 : 0;
}

function matchInitials(name: string, text: string): number {
  if (!/^[a-z]{2,}$/.test(text)) return 0;
  const initials = initialsOf(name);
  if (initials.startsWith(text)) return 55;
  return initials.includes(text) ? 45 : 0;
}

/** Whether the Chinese characters of a word stand in the name in their order, others between: 发明授权, 发明专利授权量. */
function isScattered(text: string, name: string): boolean {
  if (!/^\p{Script=Han}{2,}$/u.test(text)) return false;
  let at = -1;
  return Array.from(text).every((character) => {
    at = name.indexOf(character, at + 1);
    return at !== -1;
  });
}
