import type { Path, YamlFile } from './yaml-file.ts';

/**
 * One file over another: mappings are merged key by key, everything else is replaced. Places are those of the file a
 * value was written in last; what neither has is missed in the upper one.
 */
export function mergeYaml(lower: YamlFile, upper: YamlFile): YamlFile {
  const owner = (path: Path): YamlFile => (has(upper.value, path) || !has(lower.value, path) ? upper : lower);
  return {
    file: upper.file,
    value: merge(lower.value, upper.value),
    place: (path, of) => owner(path).place(path, of),
    placeInText: (path, line, column) => owner(path).placeInText(path, line, column),
    source: (path) => owner(path).source(path),
  };
}

function merge(lower: unknown, upper: unknown): unknown {
  if (!isMapping(lower) || !isMapping(upper)) return upper === undefined ? lower : upper;
  const keys = [...new Set([...Object.keys(lower), ...Object.keys(upper)])];
  // As entries: a key called __proto__ is a key like any other.
  return Object.fromEntries(keys.map((key) => [key, merge(own(lower, key), own(upper, key))]));
}

function has(value: unknown, path: Path): boolean {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return false;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return true;
}

const own = (value: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
