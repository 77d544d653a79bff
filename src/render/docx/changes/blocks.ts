import { findElements, type XmlElement } from '../xml.ts';
import { alignSequences, type Pair } from './align-sequences.ts';
import { readInline, type InlineReader } from './inline.ts';
import { profileOf, similarity, type Profile } from './similarity.ts';

/** A paragraph, table or block content control, as far as it is compared as a whole. */
export interface Block {
  readonly element: XmlElement;
  readonly kind: 'paragraph' | 'table' | 'control';
  /** Equal in blocks that say the same. */
  readonly key: string;
  readonly style: string;
  /** The end of a section, and nothing else. */
  readonly isEnd: boolean;
  /** Of tables: columns of the grid. */
  readonly columns: number;
  readonly profile: Profile;
}

/** Lists Word makes of other places of the document: what changed is marked there. */
const lists = /^(?:TOC\d|TableOfFigures|Index(?:Entry|Letter))$/;

/** A block that is compared; undefined for what stands as it is in the newer document: contents, lists, section properties. */
export function readBlock(element: XmlElement, reader: InlineReader): Block | undefined {
  const common = { element, style: styleOf(element), columns: 0, isEnd: false };
  if (element.name === 'w:p') {
    if (lists.test(common.style)) return undefined;
    const { key, text } = readInline(element, reader);
    const isEnd = key === '' && findElements(element, 'w:sectPr').length > 0;
    // Pictures are the same ones by their names; what they show comes after it.
    const named = text === '' ? key.split('\u0002')[0] : text;
    return {
      ...common,
      kind: 'paragraph',
      key: isEnd ? '\u0001section' : key,
      isEnd,
      profile: profileOf(named ?? ''),
    };
  }
  const isControl = element.name === 'w:sdt' && findElements(element, 'w:docPartObj').length === 0;
  if (element.name !== 'w:tbl' && !isControl) return undefined;
  const paragraphs = findElements(element, 'w:p').map((paragraph) => readInline(paragraph, reader));
  return {
    ...common,
    kind: isControl ? 'control' : 'table',
    columns: findElements(element, 'w:gridCol').length,
    key: paragraphs.map(({ key }) => key).join('\n'),
    profile: profileOf(paragraphs.map(({ text }) => text).join(' ')),
  };
}

/** Which blocks are the same ones, changed or not. */
export function alignBlocks(older: readonly Block[], newer: readonly Block[]): Pair[] {
  const [lastOlder, lastNewer] = [older.at(-1), newer.at(-1)];
  const isSame = (a: number, b: number): boolean => isEqual(older[a], newer[b]);
  const weight = (a: number, b: number): number => blockWeight(older[a], newer[b]);
  // The last paragraph of a cell, a note or the document cannot be deleted or inserted: its mark is the end of the whole.
  const together = lastOlder?.kind === 'paragraph' && lastNewer?.kind === 'paragraph' ? 1 : 0;
  const pairs = alignSequences(older.length - together, newer.length - together, weight, isSame);
  if (together === 1) pairs.push({ older: older.length - 1, newer: newer.length - 1 });
  return pairs;
}

function isEqual(a: Block | undefined, b: Block | undefined): boolean {
  return b !== undefined && a?.kind === b.kind && a.key === b.key && a.columns === b.columns;
}

/** Long texts are rarely equal by accident; short and half-similar ones are. */
function blockWeight(a: Block | undefined, b: Block | undefined): number {
  if (!b || a?.kind !== b.kind || a.columns !== b.columns) return 0;
  const length = 1 + Math.min(a.key.length, b.key.length, 60) / 10;
  if (a.key === b.key) return a.style === b.style ? length : length * 0.9;
  const alike = similarity(a.profile, b.profile) * (a.style === b.style ? 1 : 0.7);
  return alike < (a.kind === 'paragraph' ? 0.5 : 0.3) ? 0 : alike * alike * length * 0.9;
}

function styleOf(element: XmlElement): string {
  const properties = element.children.find(({ name }) => name === 'w:pPr' || name === 'w:tblPr');
  const style = properties?.children.find(({ name }) => name === 'w:pStyle' || name === 'w:tblStyle');
  return style?.attributes['w:val'] ?? '';
}

/** The blocks of a container that are compared. */
export function blocksOf(children: readonly XmlElement[], reader: InlineReader): Block[] {
  return children.flatMap((child) => readBlock(child, reader) ?? []);
}
