import { limits } from '../diagnostics/limits.ts';

/** Where blocks stand in more blocks than can be meant: the parser needs the square of that. */
export function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { index, 1: sign } of text.matchAll(/\{\{~?([#/])/g)) {
    depth += sign === '#' ? 1 : -1;
    if (depth > limits.depth) return index;
  }
  return undefined;
}
