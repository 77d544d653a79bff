import type { Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { strFromU8, unzipSync } from 'fflate';
import { parseXml, type XmlElement } from '../../../src/render/docx/xml.ts';

/**
 * What the tree says, piece by piece; Word may count `optional` pieces itself (numbers of headings, pages, notes), and
 * then they are not in the text.
 */
export interface TreePiece {
  readonly text: string;
  readonly optional?: boolean;
  /** A figure of the data. */
  readonly figure?: boolean;
}

export const squeezed = (text: string): string => text.replace(/[\s\u200b\u2060]/g, '');

/** The pieces of a tree in order: contents, lists and index left out, notes apart. */
export function treePieces(tree: Root): { pieces: TreePiece[]; notes: string[] } {
  const pieces: TreePiece[] = [];
  const notes: string[] = [];
  const push = (text: string, more: Omit<TreePiece, 'text'> = {}): void => {
    if (squeezed(text) !== '') pieces.push({ text: squeezed(text), ...more });
  };
  const walk = (node: Nodes, inNav: boolean): void => {
    if (node.type === 'text') push(node.value);
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'root') {
      for (const child of node.children) walk(child, false);
      return;
    }
    const { dataPart, dataFigure, id } = node.properties;
    if (dataPart === 'index' || (inNav && node.tagName === 'ol')) return;
    if (dataFigure !== undefined) push(toString(node), { figure: true });
    else if (dataPart === 'number') push(toString(node), { optional: true });
    else if (dataPart === 'page') pieces.push({ text: '\uE000', optional: true });
    else if (node.tagName === 'sup') push(toString(node), { optional: true });
    else if (dataPart === 'note' && typeof id === 'string' && id.startsWith('note-')) {
      notes.push(squeezed(toString(node)));
      push(toString(node), { optional: true });
    } else for (const child of node.children) walk(child, inNav || node.tagName === 'nav');
  };
  walk(tree, false);
  return { pieces, notes };
}

/** What the body and the footnotes of a DOCX print, by nothing but their `w:t`: no codes, nothing deleted, no lists. */
export function docxText(bytes: Uint8Array): { body: string; notes: string } {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^word\/(?:document|footnotes|endnotes)\.xml$/.test(name),
  });
  const read = (name: string): string => {
    const part = parts[`word/${name}.xml`];
    return part ? squeezed(printed(parseXml(strFromU8(part)), { notes: 0 })) : '';
  };
  return { body: read('document'), notes: read('footnotes') + read('endnotes') };
}

/** Paragraphs of contents, lists of figures and index. */
const list = /^(?:TOC\d|TableOfFigures|IndexLetter|IndexEntry)$/;

/** `notes` are those referred to so far: Word prints the next number at a reference. */
function printed(element: XmlElement, counted: { notes: number }): string {
  if (element.name === 'w:footnoteReference') return String((counted.notes += 1));
  if (/^w:(?:del|moveFrom|rPr|pPr|sdtPr)$/.test(element.name)) return '';
  if (element.name === 'w:t') return element.text;
  if (element.name === 'w:p' && list.test(styleOf(element))) return '';
  return element.children.map((child) => printed(child, counted)).join('');
}

function styleOf(paragraph: XmlElement): string {
  const properties = paragraph.children.find(({ name }) => name === 'w:pPr');
  return properties?.children.find(({ name }) => name === 'w:pStyle')?.attributes['w:val'] ?? '';
}

/** Where a text stops being these pieces; undefined when it is they, to the end. */
export function firstDifference(pieces: readonly TreePiece[], text: string): string | undefined {
  let at = 0;
  for (const [index, { text: piece, optional }] of pieces.entries()) {
    const page = piece === '\uE000' ? /^(?:\d+|[ivxl]+)/.exec(text.slice(at, at + 8))?.[0] : undefined;
    if (page !== undefined) at += page.length;
    else if (text.startsWith(piece, at)) at += piece.length;
    else if (optional !== true) {
      const before = pieces.slice(Math.max(0, index - 2), index).map((one) => one.text);
      return `after ${before.join(' | ').slice(-60)}: expected ${piece.slice(0, 40)}, found ${text.slice(at, at + 40)}`;
    }
  }
  return at === text.length ? undefined : `at the end: ${text.slice(at, at + 60)}`;
}
