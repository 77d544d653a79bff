import { toString } from 'hast-util-to-string';
import type { Element, Root } from 'hast';
import { parse } from 'yaml';
import type { ReportDocument } from '../../../src/document/document.ts';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { ListNumbers } from '../../../src/audit/list-numbers.ts';
import { createHost } from '../../../src/host.ts';
import { unpack, type Parts } from '../../../src/render/docx/package/zip.ts';
import type { DocxOptions } from '../../../src/render/docx/docx-options.ts';
import type { DocxResult } from '../../../src/render/docx/built-docx.ts';
import { renderDocx } from '../../../src/render/docx/render-docx.ts';
import { findElements, parseXml, type XmlElement } from '../../../src/render/docx/xml.ts';
import { themeSchema, type Theme } from '../../../src/validate/schema/theme.ts';
import { sampleDocument } from '../sample-document.ts';

export const host = createHost();

/** A picture of one pixel: these tests look at packages, not at pixels. */
export const rasterize = (): Promise<Uint8Array> =>
  Promise.resolve(
    Uint8Array.from(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ),
  );

export async function sampleTheme(): Promise<Theme> {
  const source = await host.readText('templates/themes/whitepaper/theme.yaml');
  return { id: 'whitepaper', tokens: themeSchema.parse(parse(source ?? '')), css: '' };
}

export interface Rendered extends DocxResult {
  readonly parts: Parts;
  readonly diagnostics: Diagnostics;
}

let sample: Promise<Rendered> | undefined;

/** Without arguments the sample, rendered once for all files that look at it. */
export async function render(...how: [ReportDocument?, Theme?, DocxOptions?]): Promise<Rendered> {
  if (how.length > 0) return renderAnew(...how);
  const rendered = await (sample ??= renderAnew());
  return { ...rendered, parts: new Map(rendered.parts) };
}

async function renderAnew(
  document: ReportDocument = sampleDocument(),
  theme?: Theme,
  options?: DocxOptions,
): Promise<Rendered> {
  const diagnostics = new Diagnostics();
  const tools = { host, rasterize, diagnostics, ...(options && { options }) };
  const result = await renderDocx(document, theme ?? (await sampleTheme()), tools);
  return { ...result, parts: unpack(result.bytes), diagnostics };
}

/** The sample with another tree, without rebuilding what the tree does not change. */
export function withTree(tree: Root): ReportDocument {
  return sampleDocument({ tree });
}

export function text(parts: Parts, name: string): string {
  const part = parts.get(name);
  if (typeof part !== 'string') throw new Error(`no part ${name}`);
  return part;
}

export function xml(parts: Parts, name: string): XmlElement {
  return parseXml(text(parts, name));
}

/** What a reader sees of paragraphs, without the field codes. */
export function shown(element: XmlElement): string {
  return findElements(element, 'w:t')
    .map((run) => run.text)
    .join('');
}

/** What a reader sees of the body, with the numbers Word sets before its headings. */
export function shownWithNumbers(parts: Parts): string {
  const numbers = new ListNumbers(xml(parts, 'word/numbering.xml'), xml(parts, 'word/styles.xml'));
  return findElements(xml(parts, 'word/document.xml'), 'w:p')
    .map((paragraph) => numbers.of(paragraph) + shown(paragraph))
    .join('');
}

/** White space may differ: numbers are set off from words by a blank the tree does not have. */
export function squeezed(value: string): string {
  return value.replace(/\s/g, '');
}

/** The text of a tree without the list of its contents. */
export function treeText(tree: Root | Element): string {
  return tree.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element') return '';
      return child.tagName === 'nav'
        ? toString({
            ...child,
            children: child.children.filter((part) => part.type !== 'element' || part.tagName !== 'ol'),
          })
        : treeText(child);
    })
    .join('');
}
