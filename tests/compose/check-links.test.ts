import type { Element, Root } from 'hast';
import { visit } from '../../src/document/visit.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { partOf, textProperty } from '../../src/compose/parse-tree.ts';
import { runChanged, runProject, type Outcome } from '../examine-project.ts';

function elements(tree: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

let outcome: Outcome;
let tree: Root;
beforeAll(async () => {
  outcome = await runProject();
  tree = outcome.composed!.document.tree;
});

const citedBy = (figure: Element): string[] =>
  elements(figure, (node) => partOf(node) === 'source')
    .flatMap((source) => elements(source, ({ tagName }) => tagName === 'a'))
    .map(({ properties }) => String(properties.href));

describe('sources', () => {
  it('are each listed once and cited, and each chart cites one that is listed', () => {
    const listed = elements(tree, (node) => (textProperty(node, 'id') ?? '').startsWith('src-')).map(
      (node) => `#${textProperty(node, 'id')!}`,
    );
    expect(listed).toHaveLength(3);
    expect(new Set(listed).size).toBe(3);
    for (const chart of elements(tree, (node) => partOf(node) === 'chart')) {
      expect(citedBy(chart).length).toBeGreaterThan(0);
      expect(listed).toEqual(expect.arrayContaining(citedBy(chart)));
    }
    expect(outcome.diagnostics.filter(({ code }) => code === 'SOURCE_UNCITED')).toEqual([]);
  });

  it('warn when one is listed for nothing, at its line', async () => {
    const { diagnostics, read } = await runChanged(
      (copy) => copy.edit('data/quanzhou/2021.yaml', 'sources: [', 'sources: [xiamen-2017-summary, '),
      { region: 'quanzhou', period: '2021' },
    );
    const uncited = diagnostics.filter(({ code }) => code === 'SOURCE_UNCITED');
    expect(uncited).toHaveLength(1);
    const line = read('data/quanzhou/2021.yaml').split('\n')[uncited[0]!.line! - 1];
    expect(line).toContain('xiamen-2017-summary');
  });

  it('refuse a citation of what no section lists', async () => {
    const { diagnostics } = await runChanged((copy) =>
      copy.write('templates/reports/white-paper.hbs', '{{> sections/creation}}\n'),
    );
    expect(diagnostics.map(({ code }) => code)).toContain('LINK_DEAD');
  });
});
