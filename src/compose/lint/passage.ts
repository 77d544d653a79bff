import type { Place } from '../../diagnostics/diagnostic.ts';

/** Stands in a passage for what a helper prints, which is not there to read. */
export const callMark = '\uFFFC';

/** A call of a helper in a passage, with those of its arguments that are literals. */
export interface PassageCall {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly hash: Readonly<Record<string, unknown>>;
  /** Where it stands in the text of the passage. */
  readonly index: number;
  /** What stands there for it: `callMark`, the words of `{{literal}}`, or nothing. */
  readonly words: string;
  readonly place: Place;
}

/**
 * A text as its reader sees it, for rules that look for words: each call is one `callMark`, except that the words of
 * `{{literal}}` stand there themselves. Notes and remarks are left out, and so are line breaks that are only layout; one
 * line break is the end of a paragraph.
 */
export interface Passage {
  readonly text: string;
  readonly calls: readonly PassageCall[];
  /** Whether the character was typed, and not printed by a helper. */
  readonly isTyped: (index: number) => boolean;
  readonly placeAt: (index: number) => Place;
}

/** Helpers that print nothing into the line they stand in. */
const silent: ReadonlySet<string> = new Set(['note']);

/** A character of a passage, and where in the source it comes from. */
interface Unit {
  readonly character: string;
  readonly typed: boolean;
  readonly offset: number;
}

/** A passage of no file yet: offsets of the source instead of places. */
interface Layout {
  readonly units: readonly Unit[];
  readonly text: string;
  readonly calls: readonly (Omit<PassageCall, 'place'> & { readonly offset: number })[];
}

/** Texts are parsed once (`parseText`), and seldom change from one save to the next. */
const layouts = new WeakMap<readonly hbs.AST.Statement[], Layout>();

/** The statements of a parsed text as a passage; `at` tells the place of an offset of its source. */
export function readPassage(
  body: readonly hbs.AST.Statement[],
  source: string,
  at: (offset: number) => Place,
): Passage {
  let layout = layouts.get(body);
  if (!layout) layouts.set(body, (layout = layOut(body, source)));
  const { text, units } = layout;
  return {
    text,
    calls: layout.calls.map(({ offset, ...call }) => ({ ...call, place: at(offset) })),
    isTyped: (index) => units[index]?.typed ?? false,
    placeAt: (index) => {
      const unit = units[index] ?? units.at(-1);
      if (!unit) throw new RangeError('an empty passage has no places');
      return at(unit.offset);
    },
  };
}

function layOut(body: readonly hbs.AST.Statement[], source: string): Layout {
  const units: Unit[] = [];
  const calls: Layout['calls'][number][] = [];
  const offsetOf = offsets(source);
  for (const { type, loc, ...statement } of body) {
    const start = offsetOf(loc.start);
    if (type === 'ContentStatement') {
      for (let offset = start; offset < offsetOf(loc.end); offset += 1)
        units.push({ character: source[offset] ?? '', typed: true, offset });
    } else if (type === 'MustacheStatement') {
      const call = readCall(statement as hbs.AST.MustacheStatement);
      calls.push({ ...call, index: units.length, offset: start });
      for (const character of call.words.split('')) units.push({ character, typed: false, offset: start });
    }
  }
  return withoutLayout(units, calls);
}

function withoutLayout(units: readonly Unit[], calls: Layout['calls']): Layout {
  const whole = units.map(({ character }) => character).join('');
  const kept: Unit[] = [];
  const positions: number[] = [];
  const dropped = new Set<number>();
  for (const { index, 0: blank } of whole.matchAll(/[ \t\r]*\n\s*/g)) {
    const endsParagraph = /\n[ \t\r]*\n/.test(blank);
    const breakAt = endsParagraph ? index + blank.indexOf('\n') : -1;
    for (let at = index; at < index + blank.length; at += 1) if (at !== breakAt) dropped.add(at);
  }
  for (const [index, unit] of units.entries()) {
    positions.push(kept.length);
    if (!dropped.has(index)) kept.push(unit);
  }
  return {
    units: kept,
    text: kept.map(({ character }) => character).join(''),
    calls: calls.map((call) => ({ ...call, index: positions[call.index] ?? kept.length })),
  };
}

function readCall({ path, params, hash }: hbs.AST.MustacheStatement): Omit<PassageCall, 'index' | 'place'> {
  const name = String((path as { original?: unknown }).original);
  const pairs = (hash as hbs.AST.Hash | undefined)?.pairs ?? [];
  const args = params.map(valueOf);
  const isLiteral = name === 'literal' && typeof args[0] === 'string';
  return {
    name,
    args,
    hash: Object.fromEntries(pairs.map(({ key, value }) => [key, valueOf(value)])),
    words: isLiteral ? String(args[0]) : silent.has(name) ? '' : callMark,
  };
}

function valueOf(expression: hbs.AST.Expression): unknown {
  return expression.type.endsWith('Literal') ? (expression as hbs.AST.StringLiteral).value : undefined;
}

/** Tells the offset of a place as Handlebars counts: lines from 1, columns from 0. */
export function offsets(source: string): (position: { line: number; column: number }) => number {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return ({ line, column }) => (starts[line - 1] ?? source.length) + column;
}

/** Tells the place of an offset, lines and columns from 1. */
export function placesIn(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The text with quoted titles and sayings blanked out: what stands in 《》 and “” is a name, or someone else's words. */
export function unquoted(text: string): string {
  return text.replace(/《[^《》\n]*》|“[^“”\n]*”/g, (quoted) => '＿'.repeat(quoted.length));
}

/** From the end of the sentence before to a place: what the sentence has said so far. */
export function sentenceBefore(text: string, index: number): string {
  let start = index;
  while (start > 0 && !/[。；！？\n]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, index);
}

/** The whole sentence around a place. */
export function sentenceAround(text: string, index: number): string {
  return sentenceBefore(text, index) + (/^[^。；！？\n]*/.exec(text.slice(index))?.[0] ?? '');
}
