import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
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

const parts = (tree: Root | Element, part: string): Element[] =>
  elements(tree, (node) => partOf(node) === part);
const linkOf = (node: Element): string =>
  elements(node, ({ tagName }) => tagName === 'a')
    .map(({ properties }) => String(properties.href))
    .join();

let tree: Root;
beforeAll(async () => {
  tree = (await runProject()).composed!.document.tree;
});

/** Words of an index entry: its name and what stands for each page. */
function entryOf(name: string): { words: string; targets: string[] } | undefined {
  const entry = parts(tree, 'index-entry').find((node) => toString(node).startsWith(`${name}\u3000`));
  if (!entry) return undefined;
  const targets = parts(entry, 'place').map(linkOf);
  return { words: toString(entry).slice(name.length + 1), targets };
}

describe('a partial', () => {
  it('may indent the block it is handed, be it one helper', async () => {
    const asked = { region: 'quanzhou', period: '2021' };
    const words = ({ composed }: Outcome): string => toString(composed!.document.tree).replace(/\s+/g, '');
    const changed = await runChanged(
      (copy) => copy.edit('templates/partials/topic.hbs', '{{> @partial-block}}', ' {{> @partial-block}}'),
      asked,
    );
    expect(changed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(words(changed)).toBe(words(await runProject(undefined, asked)));
  });
});

describe('a template', () => {
  it.each([
    ['constructor="lists"', 'TEMPLATE_ELEMENT', 2],
    ['', 'TEMPLATE_ELEMENT', 2],
    ['data-part="{{toString}}"', 'TEMPLATE_KEY', 2],
    ['data-part="lists" lang="{{report.constructor.name}}"', 'TEMPLATE_KEY', 2],
  ])('is refused parts and values that are none: %s', async (given, code, line) => {
    const file = 'templates/sections/lists.hbs';
    const { diagnostics } = await runChanged((copy) => copy.edit(file, 'data-part="lists"', given));
    expect(diagnostics).toEqual([expect.objectContaining({ code, severity: 'error', file, line })]);
  });

  it('that leaves a heading open is told what it takes in', async () => {
    const file = 'templates/sections/contents.hbs';
    const { diagnostics } = await runChanged((copy) => copy.edit(file, '</h1>', '</h1x'));
    expect(diagnostics.map(({ code }) => code)).toContain('TEMPLATE_ELEMENT');
    expect(diagnostics.map(({ message }) => message).join()).toMatch(/inside <h1>/);
  });

  it('that is handed no block may not run one', async () => {
    const file = 'templates/sections/planning.hbs';
    const { diagnostics } = await runChanged((copy) =>
      copy.edit(file, '    </tbody>\n', '    {{> @partial-block}}\n    </tbody>\n'),
    );
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'TEMPLATE_SYNTAX', severity: 'error', file, column: 9 }),
    ]);
  });
});

describe('a table', () => {
  const file = 'templates/sections/appendix-computed.hbs';

  it.each(['6 3-6', '6 3', '6 0 6', '6 3 6 1', ''])(
    'is refused widths of its columns like "%s"',
    async (widths) => {
      const { diagnostics } = await runChanged((copy) =>
        copy.edit(file, 'columns="6 3 6"', `columns="${widths}"`),
      );
      const refusal = { code: 'TABLE_COLUMNS', severity: 'error', file, line: 5 };
      expect(diagnostics).toEqual([expect.objectContaining(refusal)]);
    },
  );
});

describe('the lists of charts and tables', () => {
  it('hold every numbered chart and table in order, by number and title, without the unit', () => {
    const list = parts(tree, 'lists')[0]!;
    const entries = elements(list, ({ tagName }) => tagName === 'li');
    for (const kind of ['chart', 'table']) {
      const figures = parts(tree, kind).map((figure) => `#${textProperty(figure, 'id')!}`);
      expect(figures.length).toBeGreaterThan(5);
      expect(entries.map(linkOf).filter((href) => figures.includes(href))).toEqual(figures);
    }
    const texts = entries.map((entry) => toString(entry));
    expect(texts).toContain('图 2-1　厦门市2022年专利授权量，按种类');
    expect(texts.filter((text) => text.includes('单位'))).toEqual([]);
    expect(parts(list, 'group-title').map((title) => toString(title))).toEqual(['图', '表']);
  });

  it('are left out of a report with too few', async () => {
    const { composed } = await runChanged(async (copy) => {
      await copy.write(
        'templates/reports/white-paper.hbs',
        '{{> sections/contents}}\n{{> sections/lists}}\n{{> sections/creation}}\n{{> sections/appendix-sources}}\n',
      );
      await copy.write(
        'templates/sections/creation.hbs',
        '<section data-part="chapter" id="creation"><h1>创造</h1>{{chart "patent-grants"}}</section>\n',
      );
    });
    const found = composed!.document.tree;
    expect(parts(found, 'chart')).toHaveLength(1);
    expect(parts(found, 'lists')).toEqual([]);
  });
});

describe('a reference', () => {
  it('names chapters and appendices, and the page where it is asked for', () => {
    const note = elements(tree, (node) => textProperty(node, 'id') === 'note')[0]!;
    const [first] = elements(note, ({ tagName }) => tagName === 'a');
    expect(toString(first!)).toBe('附录一（第页）');
    expect(parts(first!, 'page')).toHaveLength(1);
    const groups = parts(tree, 'card-group').map((group) => toString(parts(group, 'group-title')[0]!));
    expect(groups[0]).toBe('创造　第二章（第页）');
  });
});

describe('the index of indicators', () => {
  it('has every indicator printed in the text once, under its letter, sorted by sound', () => {
    const names = parts(tree, 'index-entry').map((entry) => toString(entry).split('\u3000')[0]!);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(100);
    expect(names.indexOf('版权登记量')).toBeLessThan(names.indexOf('发明专利授权量'));
    const index = parts(tree, 'index')[0]!;
    const letters = parts(index, 'index-letter').map((letter) => toString(letter));
    expect(letters).toEqual(letters.toSorted());
    expect(new Set(letters).size).toBe(letters.length);
  });

  it('leads to each chart, row, card and sentence a figure is printed in', () => {
    const { words, targets } = entryOf('发明专利授权量')!;
    expect(words).toMatch(/^前言、年度要览、/);
    expect(words).toContain('图2-1');
    expect(targets).toContain('#fig-patent-grants');
    for (const target of targets) {
      const [place] = elements(tree, (node) => `#${textProperty(node, 'id') ?? ''}` === target);
      const around = elements(tree, (node) => node.children.includes(place!))[0];
      const printed = [place!, around!].some(
        (node) =>
          textProperty(node, 'dataChart') === 'patent-grants' ||
          elements(node, ({ properties }) =>
            String(properties.dataFigure ?? '').includes('creation.patent.granted.invention'),
          ).length > 0,
      );
      expect(printed, target).toBe(true);
    }
  });

  it('sends to an appendix for what the text does not print, and only then', () => {
    const inText = entryOf('发明专利授权量')!;
    expect(inText.words).not.toContain('附');
    const onlyThere = parts(tree, 'index-entry').filter((entry) => toString(entry).includes('表附1-'));
    for (const entry of onlyThere) expect(parts(entry, 'place')).toHaveLength(1);
  });
});
