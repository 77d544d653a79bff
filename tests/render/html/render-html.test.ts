import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Element } from 'hast';
import { visit } from '../../../src/document/visit.ts';
import { expect, test } from 'vitest';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { sampleDocument } from '../sample-document.ts';
import { sampleTheme } from '../sample-theme.ts';

const document = sampleDocument();
const theme = sampleTheme();
const html = renderHtml(document, theme, { mode: 'file' });

function elements(text: string, matches: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(fromHtml(text), 'element', (element) => {
    if (matches(element)) found.push(element);
  });
  return found;
}

const byName = (name: string, text = html): Element[] => elements(text, ({ tagName }) => tagName === name);

test('a file stands alone: no script, no address outside itself, a policy that forbids both', () => {
  const references = elements(
    html,
    ({ properties }) => properties.src !== undefined || properties.href !== undefined,
  );
  for (const { properties } of references)
    expect(String(properties.href ?? properties.src)).toMatch(/^#|^data:/);
  expect(/url\((?!data:|#)|@import/.exec(html)).toBeNull();
  expect(byName('script')).toEqual([]);
  const policy = byName('meta').find(({ properties }) => properties.httpEquiv !== undefined);
  expect(policy?.properties.content).toContain("default-src 'none'");
});

test('the head tells language, title, issuer, subject and keywords', () => {
  const named = (name: string): unknown =>
    byName('meta').find(({ properties }) => properties.name === name)?.properties.content;
  expect(byName('html')[0]?.properties.lang).toBe('zh-CN');
  expect(toString(byName('title')[0]!)).toBe(document.meta.title);
  expect(named('author')).toBe('示例市知识产权局');
  expect(named('description')).toBe(document.meta.subject);
  expect(named('keywords')).toBe('知识产权, 白皮书, 示例市, 2022');
  expect(named('viewport')).toContain('width=device-width');
});

test('every drawing stands in its figure behind the caption and bears its alternative text', () => {
  const figures = elements(html, ({ properties }) => properties.dataPart === 'chart');
  expect(figures).toHaveLength(3);
  for (const figure of figures) {
    const [caption, drawing] = figure.children as Element[];
    expect([caption?.tagName, drawing?.properties.dataPart]).toEqual(['figcaption', 'drawing']);
    const svg = drawing?.children[0] as Element;
    expect(svg.properties.role).toBe('img');
    expect(svg.properties.ariaLabel).toBe(document.drawings[String(figure.properties.dataChart)]?.alt);
  }
  const motif = elements(html, ({ properties }) => properties.dataPart === 'motif')[0]!;
  expect(((motif.children[0] as Element).children[0] as Element).properties.ariaHidden).toBe('true');
});

test('colours of drawings become custom properties, so that they follow the dark theme', () => {
  expect(/(?:fill|stroke)="#/.exec(html)).toBeNull();
  expect(html.includes('fill="var(--color-primary)"')).toBe(true);
  expect(
    /@media screen and \(prefers-color-scheme: dark\) \{\n:root \{[^}]*--color-paper: #141A22/.exec(html),
  ).not.toBeNull();
});

test('ids are unique and every link inside the page leads somewhere', () => {
  const ids = elements(html, ({ properties }) => properties.id !== undefined).map(({ properties }) =>
    String(properties.id),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const { properties } of byName('a')) expect(ids).toContain(String(properties.href).slice(1));
});

test('landmarks: one main, a named nav, cover as header and colophon as footer, a link to skip', () => {
  expect(byName('main')).toHaveLength(1);
  expect(byName('header')[0]?.properties.dataPart).toBe('cover');
  expect(byName('footer')[0]?.properties.dataPart).toBe('colophon');
  expect(byName('nav')[0]?.properties.ariaLabelledBy).toEqual(['contents-heading']);
  expect(byName('a')[0]?.properties).toMatchObject({ dataPart: 'skip', href: '#main' });
});

test('each section of the body has a named page with its running head, and no other has', () => {
  for (const [id, head] of [
    ['highlights', '数说2022'],
    ['creation', '一、知识产权创造'],
    ['protection', '三、知识产权保护'],
    ['terms', '附录二、指标解释和来源'],
  ] as const) {
    expect(html).toContain(`@page section-${id} {\n  @top-left { content: "${head}"`);
    expect(html).toContain(`#${id} { page: section-${id}; }`);
  }
  expect(html).toContain(`@top-right { content: "${document.meta.title}"`);
  expect(html).not.toContain('@page section-foreword');
});

test('text is escaped in the tree, in the head and in the style sheet', () => {
  const title = '甲</title><script>alert(1)</script>"乙"';
  const tree = h(
    null,
    h('section', { dataPart: 'chapter', id: 'a', dataRunning: '</style><script>alert(2)</script>\\"' }, [
      h('h1', '<img src=x>'),
    ]),
  );
  const hostile = renderHtml({ ...document, tree, meta: { ...document.meta, title } }, theme, {
    mode: 'file',
  });
  expect(byName('script', hostile)).toEqual([]);
  expect(byName('img', hostile)).toEqual([]);
  expect(toString(byName('title', hostile)[0]!)).toBe(title);
});

test('the preview may add to head and body; a file may not', () => {
  const preview = {
    head: '<meta name="token" content="1">',
    body: '<script src="/live.js"></script>',
    policy: "script-src 'self'",
  };
  const draft = renderHtml(document, theme, { mode: 'preview', preview });
  expect(byName('script', draft)).toHaveLength(1);
  const policy = byName('meta', draft).find(({ properties }) => properties.httpEquiv !== undefined);
  expect(policy?.properties.content).toBe("script-src 'self'");
  expect(renderHtml(document, theme, { mode: 'file', preview })).toHaveLength(html.length);
});

test('the document given is left as it was', () => {
  expect(document.tree).toEqual(sampleDocument().tree);
});
