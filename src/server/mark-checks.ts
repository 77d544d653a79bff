import type { Element, Nodes, Root } from 'hast';
import type { CheckResult } from '../check/check.ts';

/** A check as the browser shows it. */
export type ShownCheck = Omit<CheckResult, 'against'>;

/** What the browser is told of the checks. */
export function toShown(checks: readonly CheckResult[]): ShownCheck[] {
  return checks.map(({ rule, verdict, figure, name, stated, computed, place, waiver }) => ({
    ...{ rule, verdict, figure, name, stated, place },
    ...(computed !== undefined && { computed }),
    ...(waiver && { waiver }),
  }));
}

/**
 * A tree whose figures that fail a check, waived or not, say so to whoever points at them. Done here and not in the
 * browser, so that a patched page is the page as it was sent. What no such figure stands in is shared with the tree given.
 */
export function markChecks(tree: Root, checks: readonly CheckResult[], language: 'zh' | 'en'): Root {
  const titles = new Map<string, { verdict: string; title: string }>();
  for (const result of checks) {
    const { figure, verdict } = result;
    // One that nobody answers for goes before one that somebody does.
    const isWorse = verdict === 'fails' || !titles.has(figure);
    if ((verdict === 'fails' || verdict === 'waived') && isWorse)
      titles.set(figure, { verdict, title: titleOf(result, language) });
  }
  if (titles.size === 0) return tree;
  const marked = (node: Nodes): Nodes => {
    if (!('children' in node)) return node;
    const children = node.children.map(marked);
    const isSame = children.every((child, index) => child === node.children[index]);
    const found = node.type === 'element' ? titles.get(String(node.properties.dataFigure ?? '')) : undefined;
    if (node.type === 'element' && found) {
      const properties = { ...node.properties, dataCheck: found.verdict, title: found.title };
      return { ...node, properties, children: children as Element['children'] };
    }
    return isSame ? node : ({ ...node, children } as Nodes);
  };
  return marked(tree) as Root;
}

function titleOf({ stated, computed = '—', waiver }: CheckResult, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const found = zh
    ? `核对不符：所载 ${stated}，核对所得 ${computed}`
    : `Check fails: stated ${stated}, found ${computed}`;
  if (!waiver) return found;
  return zh
    ? `${found}；说明：${waiver.reason}（${waiver.by}）`
    : `${found}; waived: ${waiver.reason} (${waiver.by})`;
}
