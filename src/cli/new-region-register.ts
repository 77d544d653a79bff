import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, parse, parseDocument } from 'yaml';
import type { Region, Regions } from '../validate/schema/regions.ts';
import { oneLine } from './new-region-ledger.ts';

/**
 * `data/regions.yaml` with one more region behind the others and every other byte as it was; undefined where the file
 * is written in a way that a line put in would change, such as all in braces.
 */
export function addRegion(
  text: string,
  id: string,
  entry: Region,
  regions: Regions['regions'],
): string | undefined {
  const document = parseDocument(text);
  const map = document.get('regions', true);
  const last = isMap(map) ? map.items.at(-1) : undefined;
  if (!last || !isNode(last.key) || !isNode(last.value)) return undefined;
  const keyStart = last.key.range?.[0] ?? 0;
  const indent = text.slice(text.lastIndexOf('\n', keyStart - 1) + 1, keyStart);
  const at = endOfLine(text, last.value.range?.[1] ?? 0);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const isWhole = at === 0 || text[at - 1] === '\n';
  const lines = [`${id}:`, ...entryLines(entry)].map((line) => `${indent}${line}${eol}`);
  const added = `${isWhole ? '' : eol}${lines.join('')}`;
  const result = text.slice(0, at) + added + text.slice(at);
  return isDeepStrictEqual(readRegions(result), { ...regions, [id]: entry }) ? result : undefined;
}

/** Where the line that holds the last character before `end` ends, its line break included. */
function endOfLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next === -1 ? text.length : next + 1;
}

function entryLines({ name, short_name, level, province }: Region): string[] {
  return [
    `  name: ${oneLine(name)}`,
    `  short_name: ${oneLine(short_name)}`,
    `  level: ${level}`,
    ...(province ? [`  province: ${oneLine(province)}`] : []),
  ];
}

function readRegions(text: string): unknown {
  try {
    return (parse(text) as { regions?: unknown } | null)?.regions;
  } catch {
    return undefined; // Not valid YAML any more.
  }
}
