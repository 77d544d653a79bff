import { toString } from 'hast-util-to-string';
import { partOf, textProperty } from '../compose/parse-tree.ts';
import type { ReportDocument } from '../document/document.ts';
import { compare, type Difference } from './compare.ts';
import { expectedOf } from './expected.ts';
import { diff } from './diff.ts';
import { comparable, joinPieces } from './text.ts';
import type { Where } from './where.ts';

const withHead: ReadonlySet<string> = new Set(['highlights', 'chapter', 'appendix']);

/** What may stand at the head of a page: nothing, or the section's name and the report's title. */
export function runningHeads({ tree, meta }: ReportDocument): string[] {
  const heads = tree.children.flatMap((node) => {
    if (node.type !== 'element' || !withHead.has(partOf(node) ?? '')) return [];
    const title = node.children.find((child) => child.type === 'element' && child.tagName === 'h1');
    const own = textProperty(node, 'dataRunning') ?? (title ? toString(title) : '');
    return [comparable(own + meta.title)];
  });
  return ['', ...new Set(heads)];
}

/** How the head of a page differs from the one it is most like. */
export function compareHead(text: string, where: Where, heads: readonly string[]): Difference[] {
  const found = comparable(text);
  if (heads.includes(found)) return [];
  const [nearest = ''] = heads
    .map((head) => ({ head, edits: edits(head, found) }))
    .sort((a, b) => a.edits - b.edits)
    .map(({ head }) => head);
  return compare(expectedOf(nearest, where), joinPieces([{ text: found, where }]));
}

function edits(a: string, b: string): number {
  return diff(a, b).reduce((sum, { a0, a1, b0, b1 }) => sum + a1 - a0 + b1 - b0, 0);
}

/** Pages count on from i and from 1; a number that does not is named. */
export function compareFolios(
  pages: readonly { readonly folio?: string; readonly where: Where }[],
): Difference[] {
  const differences: Difference[] = [];
  let last: { value: number; roman: boolean } | undefined;
  for (const { folio, where } of pages) {
    if (folio === undefined) continue;
    const roman = !/^\d/.test(folio);
    const value = roman ? romanValue(folio) : Number(folio);
    const due = last?.roman === roman ? last.value + 1 : 1;
    if (value !== due)
      differences.push({
        kind: 'changed',
        mark: { start: 0, end: 0, shown: String(due), where },
        found: folio,
        where,
      });
    last = { value: due, roman };
  }
  return differences;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(roman: string): number {
  const values = Array.from(roman, (digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
