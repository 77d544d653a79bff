import { mutateTree } from './mutate-tree.ts';
import type { Random } from './random.ts';
import { nasty, tokensOf } from './tokens.ts';

/** A file changed by chance: the bytes that are read instead of its own, and how they came about. */
export interface Mutation {
  readonly how: string;
  readonly bytes: Buffer;
}

type Mutator = (text: string, random: Random, file: string) => string | Buffer;

/** One to three changes, mostly such as typing makes and now and then such as only malice does. */
export function mutate(original: string, file: string, random: Random): Mutation {
  let bytes = Buffer.from(original);
  const how: string[] = [];
  for (let left = random.pick([1, 1, 1, 2, 3]); left > 0; left -= 1) {
    const isYaml = file.endsWith('.yaml');
    const kind = isYaml && !random.oneIn(2) ? 'tree' : random.pick(kinds);
    const changed = mutators[kind](bytes.toString(), random, file);
    bytes = typeof changed === 'string' ? Buffer.from(changed) : changed;
    how.push(kind);
  }
  return { how: how.join(' + '), bytes };
}

const atLine = (text: string, random: Random, change: (lines: string[], at: number) => void): string => {
  const lines = text.split('\n');
  change(lines, random.integer(lines.length));
  return lines.join('\n');
};

const splice = (text: string, random: Random, put: string, length = 0): string => {
  const at = random.integer(text.length + 1);
  return text.slice(0, at) + put + text.slice(at + length);
};

const mutators = {
  byte(text, random) {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) bytes[random.integer(bytes.length)] = random.integer(256);
    return bytes;
  },
  character: (text, random) =>
    splice(
      text,
      random,
      random.pick(Array.from('{}[]:,&*!|>%@`#"\'-?<=/\\\t \n~^$0٣😀\u0000\u0007\u0085\u2028\uFEFF\uD800')),
    ),
  deleteCharacters: (text, random) => splice(text, random, '', 1 + random.integer(12)),
  deleteLine: (text, random) => atLine(text, random, (lines, at) => void lines.splice(at, 1)),
  deleteLines: (text, random) =>
    atLine(text, random, (lines, at) => void lines.splice(at, 2 + random.integer(30))),
  duplicateLine: (text, random) => atLine(text, random, (lines, at) => void lines.splice(at, 0, lines[at]!)),
  moveLine: (text, random) =>
    atLine(text, random, (lines, at) => {
      const [line = ''] = lines.splice(at, 1);
      lines.splice(random.integer(lines.length + 1), 0, line);
    }),
  indent: (text, random) =>
    atLine(text, random, (lines, at) => {
      lines[at] = random.pick([' ', '  ', '\t', '      ']) + lines[at]!;
    }),
  outdent: (text, random) =>
    atLine(text, random, (lines, at) => {
      lines[at] = lines[at]!.slice(1 + random.integer(3));
    }),
  swapToken(text, random) {
    const tokens = tokensOf(text);
    if (tokens.length === 0) return text;
    const { start, end } = random.pick(tokens);
    const other = random.pick(tokens);
    return text.slice(0, start) + text.slice(other.start, other.end) + text.slice(end);
  },
  nastyToken(text, random, file) {
    const tokens = tokensOf(text);
    const put = random.pick(nasty(file));
    if (tokens.length === 0) return put;
    const { start, end } = random.pick(tokens);
    return text.slice(0, start) + put + text.slice(end);
  },
  nastyInsert: (text, random, file) => splice(text, random, random.pick(nasty(file))),
  nastyLine: (text, random, file) =>
    atLine(
      text,
      random,
      (lines, at) =>
        void lines.splice(at, 0, (/^\s*/.exec(lines[at]!)?.[0] ?? '') + random.pick(nasty(file))),
    ),
  truncate: (text, random) => text.slice(0, random.integer(text.length + 1)),
  windows: (text) => text.replaceAll('\n', '\r\n'),
  oldMac: (text) => text.replaceAll('\n', '\r'),
  mark: (text) => `\uFEFF${text}`,
  tree: mutateTree,
  utf16: (text, random) => (random.oneIn(8) ? Buffer.from(`\uFEFF${text}`, 'utf16le') : text),
} satisfies Record<string, Mutator>;

const kinds = Object.keys(mutators) as (keyof typeof mutators)[];
