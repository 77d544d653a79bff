import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type YAMLMap,
} from 'yaml';
import type { Diagnostics, Place } from '../diagnostics/diagnostic.ts';
import { limits } from '../diagnostics/limits.ts';
import { outlineOf, startOf, type Outline } from './outline.ts';
import { placedYaml, type YamlFile } from './placed-yaml.ts';
import { mayBeUnprintable, unprintablePaths } from './unprintable.ts';

export type { Path, YamlFile } from './placed-yaml.ts';

/** More errors of one file than this tell nobody more. */
const mostErrors = 50;

/** Aliases a file may expand to; the library's own limit against alias bombs. */
const maximumAliases = 100;

/**
 * Parse YAML 1.2, reporting every syntax error with its place; undefined when there is one.
 * Reports YAML_SYNTAX, YAML_DUPLICATE_KEY, YAML_ALIAS_BOMB, TEXT_UNPRINTABLE, LIMIT_EXCEEDED.
 */
export function parseYaml(text: string, file: string, diagnostics: Diagnostics): YamlFile | undefined {
  const parsed = parseParts(text, file, diagnostics);
  return parsed && placedYaml(file, text, parsed.value, () => parsed.outline);
}

/** What a YAML file says and where, as plain data. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly outline: Outline | null;
  /** The same part stands in several places: neither is a tree. */
  readonly hasAliases: boolean;
}

/** `parseYaml`, for whoever keeps what comes of it. */
export function parseParts(text: string, file: string, diagnostics: Diagnostics): ParsedYaml | undefined {
  const parts = countParts(text);
  if (parts > limits.nodes) {
    diagnostics.report('LIMIT_EXCEEDED', { limit: 'nodes', found: parts }, { file, line: 1, column: 1 });
    return undefined;
  }
  const lineCounter = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    // Looked for below: the library compares each key with each other one, 80 s for 60,000.
    uniqueKeys: false,
    logLevel: 'error',
  });
  const tooDeep = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  for (const error of tooDeep ? [tooDeep] : document.errors.slice(0, mostErrors))
    diagnostics.report('YAML_SYNTAX', { kind: error.code, reason: error.message }, at(error.pos[0]));
  const { aliases, depth, deepest: lowest, duplicates } = survey(document);
  for (const start of tooDeep ? [] : duplicates.slice(0, mostErrors)) {
    const key = /^[^\s:]+/.exec(text.slice(start, start + 1024))?.[0] ?? '';
    diagnostics.report('YAML_DUPLICATE_KEY', { key }, at(start));
  }
  if (document.errors.length + duplicates.length > 0) return undefined;
  if (depth > limits.depth) {
    diagnostics.report('LIMIT_EXCEEDED', { limit: 'depth', found: depth }, at(startOf(lowest) ?? 0));
    return undefined;
  }
  const unbound = aliases.filter((alias) => !isBound(alias, document));
  for (const alias of unbound)
    diagnostics.report(
      'YAML_SYNTAX',
      { kind: 'BAD_ALIAS', reason: `*${alias.source}` },
      at(startOf(alias) ?? 0),
    );
  if (unbound.length > 0) return undefined;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: maximumAliases });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    diagnostics.report('YAML_ALIAS_BOMB', {}, at(startOf(aliases[0]) ?? 0));
    return undefined;
  }
  const outline = outlineOf(document);
  if (mayBeUnprintable(text)) {
    const found = unprintablePaths(value).slice(0, mostErrors);
    const placed = placedYaml(file, text, value, () => outline);
    for (const { path, of, codePoint } of found)
      diagnostics.report('TEXT_UNPRINTABLE', { codePoint }, placed.place(path, of));
    if (found.length > 0) return undefined;
  }
  return { value, outline, hasAliases: aliases.length > 0 };
}

/** What parts one value from the next: counted before parsing, which is what takes long. */
function countParts(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Line break, comma, brackets, anchors, and the dash of a list, which may stand in a list.
    if (code === 0x0a || code === 0x0d || code === 0x26 || code === 0x2c || code === 0x5b || code === 0x7b)
      count += 1; // prettier-ignore
    else if (code === 0x2d && text.charCodeAt(at + 1) === 0x20) count += 1;
  }
  return count;
}

/** What one walk through a document tells. */
interface Survey {
  readonly aliases: readonly Alias[];
  /** Collections within collections, and the innermost of these. */
  readonly depth: number;
  readonly deepest: unknown;
  /** Where keys begin that their mapping has already. */
  readonly duplicates: readonly number[];
}

function survey(document: Document): Survey {
  const aliases: Alias[] = [];
  const duplicates: number[] = [];
  let depth = 0;
  let deepest: unknown;
  visit(document, {
    Alias(_, alias) {
      aliases.push(alias);
    },
    Collection(_, collection, ancestors) {
      const level = ancestors.filter((ancestor) => !isPair(ancestor)).length;
      if (level > depth) [depth, deepest] = [level, collection];
      if (isMap(collection)) duplicates.push(...repeatedKeys(collection));
      return level > limits.depth ? visit.BREAK : undefined;
    },
  });
  return { aliases, depth, deepest, duplicates };
}

function repeatedKeys({ items }: YAMLMap): number[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const isRepeated = seen.has(key.value);
    seen.add(key.value);
    return isRepeated ? [startOf(key) ?? 0] : [];
  });
}

/** Whether an alias names an anchor before it and does not stand inside what it names. */
function isBound(alias: Alias, document: Document): boolean {
  const target = alias.resolve(document);
  const [start, , end] = target?.range ?? [0, 0, 0];
  const at = startOf(alias) ?? 0;
  return target !== undefined && !(start <= at && at < end);
}
