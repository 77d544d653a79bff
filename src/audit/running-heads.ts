import { partOf } from '../compose/parse-tree.ts';
import { bodyParts, runningHead } from '../document/body-sections.ts';
import type { ReportDocument } from '../document/document.ts';
import { compare, type Difference } from './compare.ts';
import { expectedOf } from './expected.ts';
import { diff } from './diff.ts';
import { parseFolio, type Folio } from './folio.ts';
import { comparable, joinPieces } from './text.ts';
import type { Where } from './where.ts';

/** What may stand at the head of a page: nothing, or the section's name and the report's title. */
export function runningHeads({ tree, meta }: ReportDocument): string[] {
  const heads = tree.children.flatMap((node) => {
    if (node.type !== 'element' || !bodyParts.has(partOf(node))) return [];
    return [comparable(runningHead(node) + meta.title)];
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
  let last: Folio | undefined;
  for (const { folio: found = '', where } of pages) {
    const folio = parseFolio(found);
    if (!folio) continue;
    const due: Folio = { value: last?.roman === folio.roman ? last.value + 1 : 1, roman: folio.roman };
    const mark = { start: 0, end: 0, shown: String(due.value), where };
    if (folio.value !== due.value) differences.push({ kind: 'changed', mark, found, where });
    last = due;
  }
  return differences;
}
