import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../src/document/visit.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { numberTree } from '../../src/compose/number.ts';
import { parseTree, partOf, textProperty } from '../../src/compose/parse-tree.ts';
import { createContext, type ComposeContext } from '../../src/compose/context.ts';
import type { ReportDocument } from '../../src/document/document.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { projectContext, runChanged, runProject } from '../examine-project.ts';

let shared: ComposeContext;
let document: Omit<ReportDocument, 'drawings'>;
beforeAll(async () => {
  shared = await projectContext();
  document = (await runProject()).composed!.document;
});

function elements(tree: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

function numbered(html: string): { tree: Root; context: ComposeContext } {
  const context = createContext(shared.inputs, shared.facts, new Diagnostics('en'));
  const tree = parseTree(html, context.diagnostics);
  for (const link of elements(tree, (element) => element.properties.dataRef !== undefined))
    context.references.push({
      target: String(link.properties.dataRef),
      place: { file: 'templates/x.hbs', line: 1, column: 1 },
      optional: link.properties.dataRef === 'left-out',
    });
  numberTree(tree, context);
  return { tree, context };
}

const figure = (part: string, id: string): string =>
  `<figure data-part="${part}" id="${id}"><figcaption><p data-part="caption"><span data-part="number"></span>名</p></figcaption></figure>`;

describe('numbering', () => {
  it('leaves out an optional reference to what the report leaves out', () => {
    const { tree, context } = numbered(
      '<section data-part="chapter" id="c"><h1>章</h1><p>创造<a href="#left-out" data-ref="left-out"></a></p><p><a href="#c" data-ref="c"></a></p></section>',
    );
    expect(elements(tree, ({ tagName }) => tagName === 'a')).toHaveLength(1);
    expect(context.diagnostics.all).toEqual([]);
  });

  it('counts chapters, sections, charts and tables, each within its own', () => {
    const chapters = Array.from({ length: 11 }, (_, i) => {
      return `<section data-part="chapter" id="c${String(i + 1)}"><h1>章</h1><h2>甲</h2>${figure('chart', `f${String(i)}`)}${figure('table', `t${String(i)}`)}<h2>乙</h2><h3>丙</h3>${figure('chart', `g${String(i)}`)}</section>`;
    });
    const { tree } = numbered(
      `<section data-part="front" id="note"><h1>说明</h1></section>${chapters.join('')}<section data-part="appendix" id="a"><h1>表</h1>${figure('table', 'ta')}${figure('table', 'tb')}</section>`,
    );
    const texts = (name: string): string[] =>
      elements(tree, ({ tagName }) => tagName === name).map((node) => toString(node));
    expect(texts('h1')).toEqual([
      '说明',
      ...['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'].map((han) => `${han}、章`),
      '附录一　表',
    ]);
    expect(texts('h2').slice(0, 4)).toEqual(['（一）甲', '（二）乙', '（一）甲', '（二）乙']);
    const captions = elements(tree, (node) => partOf(node) === 'caption').map((node) => toString(node));
    expect(captions.slice(0, 4)).toEqual(['图 1-1　名', '表 1-1　名', '图 1-2　名', '图 2-1　名']);
    expect(captions.slice(-2)).toEqual(['表 附1-1　名', '表 附1-2　名']);
    expect(
      elements(tree, ({ tagName }) => tagName === 'h2' || tagName === 'h3')
        .map((node) => textProperty(node, 'id'))
        .slice(0, 3),
    ).toEqual(['c1-1', 'c1-2', 'c1-2-1']);
    expect(
      textProperty(elements(tree, (node) => textProperty(node, 'id') === 'c11')[0]!, 'dataRunning'),
    ).toBe('十一、章');
  });

  it('fills references, before and behind what they refer to', () => {
    const { tree, context } = numbered(
      `<section data-part="chapter" id="c"><h1>章</h1><p>见<a href="#fig-x" data-ref="fig-x"></a></p>${figure('chart', 'fig-x')}<p><a href="#fig-y" data-ref="fig-y"></a></p></section>`,
    );
    expect(elements(tree, ({ tagName }) => tagName === 'a').map((node) => toString(node))).toEqual([
      '图1-1',
      '',
    ]);
    expect(context.diagnostics.all).toMatchObject([
      { code: 'REFERENCE_UNKNOWN', hint: 'Did you mean fig-x?' },
    ]);
  });
});

it.each([
  '<section><iframe></iframe></section>',
  '<section><p onclick="x">a</p></section>',
  '<section><p style="x">a</p></section>',
  '<section><p data-part="nonsense">a</p></section>',
  '<section>loose text</section>',
  '<script>x</script>',
])('%s is not in the vocabulary of documents', (html) => {
  const diagnostics = new Diagnostics();
  parseTree(html, diagnostics);
  expect(diagnostics.all.map(({ code }) => code)).toContain('TEMPLATE_ELEMENT');
});

describe('the composed report', () => {
  it('prints every figure of its data file and every figure in the tree is in its ledger', async () => {
    const { facts } = (await runProject()).examined!;
    const own = [...facts.figures.values()]
      .filter(({ writtenIn, provenance }) => writtenIn === '2022' && provenance.formula === undefined)
      .map(({ key }) => key);
    expect(own.filter((key) => document.figures[key] === undefined)).toEqual([]);
    const inTree = elements(document.tree, ({ tagName }) => tagName === 'data');
    for (const node of inTree) {
      const printed = document.figures[String(node.properties.dataFigure)];
      expect(printed?.value).toBe(String(node.properties.value));
    }
  });

  it('has unique ASCII ids, and every link leads to one', () => {
    const ids = elements(document.tree, (node) => node.properties.id !== undefined).map((node) =>
      String(node.properties.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9_-]*$/i);
    for (const link of elements(document.tree, ({ tagName }) => tagName === 'a'))
      expect(ids).toContain(String(link.properties.href).slice(1));
  });

  it('lists in its contents every part with a heading, in order', () => {
    const contents = elements(document.tree, (node) => partOf(node) === 'contents')[0]!;
    const listed = elements(contents, (node) => partOf(node) === 'entry').map((node) => toString(node));
    const headings = document.tree.children.flatMap((part) => {
      if (
        part.type !== 'element' ||
        part === contents ||
        ['cover', 'colophon', 'lists'].includes(partOf(part)!)
      )
        return [];
      const wanted = partOf(part) === 'chapter' ? /^h[12]$/ : /^h1$/;
      return elements(part, ({ tagName }) => wanted.test(tagName)).map((node) => toString(node));
    });
    expect(listed).toEqual(headings);
  });

  it('names under a chart the sources of its figures, and that some are computed', () => {
    const sources = (id: string): string =>
      elements(
        elements(document.tree, (node) => textProperty(node, 'id') === id)[0]!,
        (node) => partOf(node) === 'source',
      )
        .map((node) => toString(node))
        .join();
    expect(sources('fig-patent-grants')).toBe('资料来源：[1]');
    expect(sources('fig-years-apart')).toBe('资料来源：[1]、[3]');
    expect(sources('fig-target-progress')).toBe('资料来源：[1]、[2]；标“测算”者据此计算');
  });

  it('describes each chart in words with the text of every row', async () => {
    const { composed } = await runProject();
    for (const { chart, alt, rows } of composed!.requests) {
      if (chart === 'cover-motif') expect(alt).toBe('');
      else for (const { text } of rows) expect(alt, chart).toContain(text);
    }
  });

  it('escapes what data write: an ampersand and angle brackets stay text', async () => {
    const { composed, diagnostics } = await runChanged((copy) =>
      copy.edit(
        'data/xiamen/2022.yaml',
        'title: 知识产权宣传咨询活动',
        'title: A & B < 5 > "C" &lt;b&gt; {x}',
      ),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const titles = elements(composed!.document.tree, (node) => partOf(node) === 'entry-title').map((node) =>
      toString(node),
    );
    expect(titles).toContain('A & B < 5 > "C" &lt;b&gt; {x}');
  });
});
