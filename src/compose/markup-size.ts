import { limits, type LimitName } from '../diagnostics/limits.ts';

/** Elements a parser ends by itself. */
const endedByParser = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'option']);
const cells = new Set(['td', 'th']);
const empty = new Set(['br', 'wbr', 'hr', 'img', 'input', 'col', 'meta', 'link', 'base', 'area', 'embed', 'source', 'track', 'param']); // prettier-ignore

/** What there is too much of in some HTML, and where it begins to be. */
export interface MarkupExcess {
  readonly limit: LimitName;
  readonly found: number;
  readonly at: number;
}

/**
 * What of HTML no parser and no renderer bears, found before it is parsed: parsers, handlers and Word go down one call a level,
 * and a few characters make an element of hundreds of bytes.
 */
export function markupExcess(html: string): MarkupExcess | undefined {
  const open: string[] = [];
  let elements = 0;
  for (const { index: at, 1: slash, 2: name = '' } of html.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9]*)/g)) {
    if (slash === '/') {
      close(open, name);
      continue;
    }
    elements += 1;
    if (elements > limits.elements) return { limit: 'elements', found: elements, at };
    if (empty.has(name)) continue;
    if (name === 'tr' && cells.has(open.at(-1) ?? '')) open.pop();
    if (endedByParser.has(name) && open.at(-1) === name) open.pop();
    open.push(name);
    if (open.length > limits.depth) return { limit: 'depth', found: open.length, at };
  }
  return undefined;
}

/** What stands open within goes with it where a parser ends it; else a parser opens it again. */
function close(open: string[], name: string): void {
  const index = open.lastIndexOf(name);
  if (index < 0) return;
  const within = open.splice(index).slice(1);
  open.push(...within.filter((left) => !endedByParser.has(left)));
}
