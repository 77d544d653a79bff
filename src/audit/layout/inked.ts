import type { Run } from './layout.ts';

const opening = /^[（《“‘「『［〔〈【]/;
const closing = /[）》”’」』］〕〉】，。、；：！？]$/;

/**
 * From where to where a text has ink. Punctuation is half empty, and where lines are trimmed its empty half lies over
 * what stands beside it or over the edge.
 */
export function inked({ text, x, width, size }: Run): { readonly left: number; readonly right: number } {
  const trimmed = text.trim();
  return {
    left: x + (opening.test(trimmed) ? size / 2 : 0),
    right: x + width - (closing.test(trimmed) ? size / 2 : 0),
  };
}
