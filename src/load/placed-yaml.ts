import type { Place } from '../diagnostics/diagnostic.ts';
import type { Entry, Outline } from './outline.ts';

export type Path = readonly PropertyKey[];

/** A YAML file as the later stages need it: its value, and for every path in it the place in the file. */
export interface YamlFile {
  /** Relative to the project root. */
  readonly file: string;
  readonly value: unknown;
  /** Place of the value at a path, of its key (`'key'`), or of the nearest node above where there is none. */
  place(path: Path, of?: 'value' | 'key'): Place;
  /** Place of an offset inside the text of a scalar, exact for one-line and literal (`|`) scalars. */
  placeInText(path: Path, line: number, column: number): Place;
  /** Characters of a scalar as written: `115.40` where the value is 115.4. */
  source(path: Path): string | undefined;
}

/** A YAML file from its text, its value and the outline of where everything stands, which is asked for once, if at all. */
export function placedYaml(
  file: string,
  text: string,
  value: unknown,
  outline: () => Outline | null,
): YamlFile {
  let top: Outline | null | undefined;
  const find = (path: Path): Found => deepest((top ??= outline()), path);
  // Texts ask for the place of each of their calls: the file is cut into lines once.
  let starts: readonly number[] | undefined;
  const at = (offset: number): Place => placeOf(offset, (starts ??= lineStarts(text)), file);
  const line = (number: number): string =>
    lineFrom(text, (starts ??= lineStarts(text))[number] ?? text.length);
  return {
    file,
    value,
    place(path, of = 'value') {
      const { node, entry } = find(path);
      return at((of === 'key' ? entry?.at : (node ?? entry)?.at) ?? node?.at ?? 0);
    },
    placeInText(path, row, column) {
      const { node } = find(path);
      const start = at(node?.at ?? 0);
      if (node?.style === undefined) return start;
      if (node.style === 'folded') return { file, line: start.line + 1, column: 1 };
      if (node.style === 'literal') {
        const content = line(start.line + row - 1);
        const indent = content.length - lineOf(node.source ?? '', row).length;
        return { file, line: start.line + row, column: indent + column };
      }
      const quoted = node.style === 'quoted' ? 1 : 0;
      return row === 1 ? { ...start, column: start.column + quoted + column - 1 } : start;
    },
    source(path) {
      const { node, found } = find(path);
      const scalar = node?.target === undefined ? node : node.target;
      return found && scalar?.style !== undefined ? scalar.source : undefined;
    },
  };
}

/** Where a text's lines begin. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(offset: number, starts: readonly number[], file: string): Place {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

/** A line of a text, from 1, without cutting up all of it. */
function lineOf(text: string, number: number): string {
  let start = 0;
  for (let count = 1; count < number; count += 1) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return '';
  }
  return lineFrom(text, start);
}

interface Found {
  readonly node: Outline | null | undefined;
  /** The entry the node is the value of, when it is in a mapping. */
  readonly entry: Entry | undefined;
  readonly found: boolean;
}

/** Walk down a path as far as the file goes. */
function deepest(top: Outline | null, path: Path): Found {
  let node: Outline | null = top;
  let entry: Entry | undefined;
  for (const step of path) {
    if (node?.target !== undefined) node = node.target;
    if (node?.pairs) {
      const next = node.pairs.find(({ key }) => key === String(step));
      if (!next) return { node, entry, found: false };
      entry = next;
      node = next.value;
    } else if (node?.items) {
      const next = node.items[Number(step)];
      if (next === undefined) return { node, entry, found: false };
      node = next;
    } else return { node, entry, found: false };
  }
  return { node, entry, found: true };
}
