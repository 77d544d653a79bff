import { sectionIds, type Catalogue, type Indicator } from '../validate/schema/catalogue.ts';
import type { Locale } from '../validate/schema/locale.ts';
import { buildIndicatorTree } from '../validate/schema/report.ts';

type Node = NonNullable<ReturnType<ReturnType<typeof buildIndicatorTree>['get']>>;

/** What stands where a number belongs: no number, so that a line put to use and not filled in is an error. */
export const toFill = '待填';

const kindNames: Readonly<Record<Indicator['kind'], string>> = {
  flow: '',
  stock: '，年末数',
  ratio: '',
  cumulative: '，累计数',
  average: '，年均数',
  rank: '',
};

/**
 * Every indicator of the catalogue as a line that is commented out, in the tree its id spells. The tree is written in
 * braces: a mapping in braces may be empty and its lines may stand at any indentation, so that each line can be put to
 * use alone. `words` are those of the report, for the names of the sections.
 */
export function indicatorSections(catalogue: Catalogue, words: Locale['words']): string {
  const roots = buildIndicatorTree(catalogue);
  return sectionIds
    .flatMap((section) => {
      const root = roots.get(section);
      if (!root) return [];
      const lines = [...root.children].flatMap(([name, node]) => nodeLines(name, node, 1, catalogue));
      // The closing brace is indented: YAML wants it further in than the key it belongs to.
      return [
        `## ───────────── ${words[`section.${section}`] ?? section} ─────────────`,
        `${section}: {`,
        ...lines,
        '  }',
        '',
      ];
    })
    .join('\n');
}

function nodeLines(name: string, node: Node, depth: number, catalogue: Catalogue): string[] {
  const indent = '  '.repeat(depth);
  const indicator = catalogue[node.id];
  const alone = onlyLeaf(node, catalogue);
  if (alone) return [`${indent}# ${name}: ${alone.form},  # ${about(alone.indicator)}`];
  return [
    `${indent}${name}: {`,
    ...(indicator ? [`${indent}  # ${pairs(indicator)},  # ${about(indicator)}`] : []),
    ...[...node.children].flatMap(([child, below]) => nodeLines(child, below, depth + 1, catalogue)),
    `${indent}},`,
  ];
}

/** The one indicator at or below a node and how its value is written, where there is one alone. */
function onlyLeaf(node: Node, catalogue: Catalogue): { form: string; indicator: Indicator } | undefined {
  const indicator = catalogue[node.id];
  const [[name, child] = [], ...others] = node.children;
  if (indicator)
    return child
      ? undefined
      : { indicator, form: needsPairs(indicator) ? `{ ${pairs(indicator)} }` : toFill };
  if (name === undefined || !child || others.length > 0) return undefined;
  const below = onlyLeaf(child, catalogue);
  return below && { indicator: below.indicator, form: `{ ${name}: ${below.form} }` };
}

function pairs(indicator: Indicator): string {
  return `value: ${toFill}${needsPairs(indicator) ? ', of: unstated' : ''}`;
}

/** A rank must say how many were ranked, unless another indicator does. */
function needsPairs({ kind, field }: Indicator): boolean {
  return kind === 'rank' && field === undefined;
}

function about({ name, unit, kind, sum_of, ratio_of }: Indicator): string {
  const computed = sum_of || ratio_of ? '；不填则自动算出' : '';
  return `${name.zh}（${unit}${kindNames[kind]}${computed}）`;
}
