import {
  isMap,
  isPair,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Figure } from '../derive/figure.ts';
import type { TypedValue } from './read-figure.ts';

/** Characters of a file to be replaced: `from` up to `to`, offsets in its text. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a figure is to be; `status` only where that is to change, too. */
export interface NewValue extends TypedValue {
  readonly status?: Figure['status'];
}

/**
 * The edits that give a figure another number where it stands in its file, and touch nothing else: the value, and its unit,
 * its status or the end of its range where those change. Undefined where that takes more, such as a line of its own, or where the
 * file does not say at that place what the figure says.
 */
export function editsFor(figure: Figure, typed: NewValue, source: string): TextEdit[] | undefined {
  const start = offsetOf(source, figure.place.line, figure.place.column);
  const found = scalarAt(source, start);
  if (found?.source !== figure.value) return undefined;
  const { pair, map } = found;
  const value = { from: start, to: start + figure.value.length, text: typed.value };
  const edits = [value];
  const isLong = isScalar(pair.key) && pair.key.value === 'value';
  if (typed.to !== figure.to) {
    const end = isLong ? siblingOf(map, 'to', source) : undefined;
    if (!end || typed.to === undefined) return undefined;
    edits.push({ ...end, text: typed.to });
  }
  const added: string[] = [];
  if (typed.unit !== figure.unit) {
    const unit = isLong ? siblingOf(map, 'unit', source) : undefined;
    if (unit) edits.push({ ...unit, text: typed.unit });
    else if (isLong && map.flow !== true) return undefined;
    else added.push(`unit: ${typed.unit}`);
  }
  if (typed.status !== undefined && typed.status !== figure.status) {
    const status = isLong ? siblingOf(map, 'status', source) : undefined;
    if (status) edits.push({ ...status, text: typed.status });
    else if (isLong && hasKey(map, 'status')) return undefined;
    else if (isLong && map.flow !== true)
      edits.push(lineBehind(value.to, pair, `status: ${typed.status}`, source));
    else added.push(`status: ${typed.status}`);
  }
  if (added.length > 0) {
    const all = [typed.value, ...added].join(', ');
    edits[0] = { ...value, text: isLong ? all : `{ value: ${all} }` };
  }
  return edits;
}

/** A line of its own below the one a value ends in, as far indented as the value's key. */
function lineBehind(offset: number, { key }: Pair, text: string, source: string): TextEdit {
  const [start = 0] = (key as Node).range ?? [];
  const indent = start - (source.lastIndexOf('\n', start - 1) + 1);
  const end = /\r?\n|$/.exec(source.slice(offset));
  const at = offset + (end?.index ?? 0);
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n';
  return { from: at, to: at, text: `${lineBreak}${' '.repeat(indent)}${text}` };
}

/** The text with edits made; undefined where two of them want different things of the same characters. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string | undefined {
  const sorted = [...edits].sort((one, other) => other.from - one.from || other.to - one.to);
  let text = source;
  let limit = source.length + 1;
  let last: TextEdit | undefined;
  for (const edit of sorted) {
    if (last?.from === edit.from && last.to === edit.to && last.text === edit.text) continue;
    if (edit.to > limit) return undefined;
    text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
    limit = edit.from;
    last = edit;
  }
  return text;
}

interface Found {
  readonly source: string | undefined;
  readonly pair: Pair;
  readonly map: YAMLMap;
}

/** The file last looked into: whoever asks for one figure of it often asks for more. */
let lastParsed: { readonly source: string; readonly document: Document } | undefined;

function documentOf(source: string): Document {
  if (lastParsed?.source !== source) lastParsed = { source, document: parseDocument(source) };
  return lastParsed.document;
}

/** The plain scalar that begins at an offset, with the pair and the mapping it stands in. */
function scalarAt(source: string, offset: number): Found | undefined {
  let found: Found | undefined;
  visit(documentOf(source), {
    Scalar(key, node, path) {
      const pair = path.at(-1);
      const map = path.at(-2);
      if (key !== 'value' || node.range?.[0] !== offset || node.type !== 'PLAIN') return;
      // Both would stay before whatever is written instead.
      if (node.anchor !== undefined || node.tag !== undefined) return;
      if (isPair(pair) && isMap(map)) found = { source: node.source, pair, map };
    },
  });
  return found;
}

function hasKey(map: YAMLMap, name: string): boolean {
  return map.items.some(({ key }) => isScalar(key) && key.value === name);
}

/** Where the plain value of another key of a mapping stands. */
function siblingOf(map: YAMLMap, name: string, source: string): Omit<TextEdit, 'text'> | undefined {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
  const node = pair?.value;
  if (!isScalar(node) || !node.range || node.anchor !== undefined || node.type !== 'PLAIN') return undefined;
  const [from, to] = node.range;
  return source.slice(from, to) === node.source ? { from, to } : undefined;
}

/** Offset of a line and column, both from 1; −1 outside the text. */
function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    start = source.indexOf('\n', start) + 1;
    if (start === 0) return -1;
  }
  return line < 1 ? -1 : start + column - 1;
}
