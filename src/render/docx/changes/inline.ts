import { findElement, findElements, type XmlElement } from '../xml.ts';

/** What cannot be told from a paragraph alone. */
export interface InlineReader {
  /** What a drawing says: equal for drawings a reader would find equal. */
  readonly drawing: (drawing: XmlElement) => string;
}

/** The least that can be deleted or inserted: a character, a figure, a Latin word, a field, a picture, a note. */
export interface Token {
  /** Equal in tokens that say the same. */
  readonly key: string;
  /** What a reader sees of it, for fields their result. */
  readonly text: string;
  /** The children of runs it consists of. */
  readonly content: readonly XmlElement[];
  /** Properties of the run, or of a field's result. */
  readonly properties: XmlElement | undefined;
  readonly kind: 'text' | 'node' | 'field' | 'drawing' | 'note';
}

/** A run, or all the runs of a field one by one, with the tokens that begin in it. */
export interface Leaf {
  readonly element: XmlElement;
  readonly from: number;
  readonly to: number;
  /** The field it is a part of is one token; the leaf is changed as a whole. */
  readonly field: boolean;
}

export interface Inline {
  readonly tokens: readonly Token[];
  readonly leaves: ReadonlyMap<XmlElement, Leaf>;
  /** What the tokens say, for comparing paragraphs. */
  readonly key: string;
  readonly text: string;
}

/** Children of a run that are shown and are no text; anything else in a run is left alone. */
const nodes = new Set(['w:tab', 'w:br', 'w:cr', 'w:noBreakHyphen', 'w:softHyphen', 'w:sym', 'w:ptab']);
const transparent = new Set(['w:hyperlink', 'w:sdt', 'w:sdtContent', 'w:smartTag', 'w:ins', 'w:moveTo']);

/** Whether a child of a run is a token of its own. */
export function isTokenNode({ name }: XmlElement): boolean {
  return nodes.has(name) || name === 'w:drawing' || isNoteReference(name);
}

function isNoteReference(name: string): boolean {
  return name === 'w:footnoteReference' || name === 'w:endnoteReference';
}

/** The number of a page is the layout's, not the text's: a change of it is no change. */
const pageField = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/;

/**
 * Take a paragraph apart. Fields are one token each with their result as text; changes tracked in it before are read as
 * accepted.
 */
export function readInline(paragraph: XmlElement, reader: InlineReader): Inline {
  const tokens: Token[] = [];
  const leaves = new Map<XmlElement, Leaf>();
  let field: XmlElement[] = [];
  let depth = 0;
  const read = (element: XmlElement): void => {
    if (element.name === 'w:fldSimple') {
      leaves.set(element, { element, from: tokens.length, to: tokens.length + 1, field: true });
      tokens.push(fieldToken(findElements(element, 'w:r'), element.attributes['w:instr'] ?? ''));
    } else if (transparent.has(element.name)) {
      for (const child of element.children) read(child);
    } else if (element.name === 'w:r') {
      const from = tokens.length;
      const isField = depth > 0 || element.children.some(({ name }) => name === 'w:fldChar');
      if (!isField) tokens.push(...runTokens(element, reader));
      else {
        field.push(element);
        for (const child of findElements(element, 'w:fldChar')) {
          if (child.attributes['w:fldCharType'] === 'begin') depth += 1;
          if (child.attributes['w:fldCharType'] === 'end') depth -= 1;
        }
      }
      leaves.set(element, { element, from, to: isField ? from + 1 : tokens.length, field: isField });
      if (isField && depth === 0) {
        tokens.push(fieldToken(field, undefined));
        field = [];
      }
    }
  };
  for (const child of paragraph.children) read(child);
  if (field.length > 0) tokens.push(fieldToken(field, undefined));
  return {
    tokens,
    leaves,
    key: tokens.map(({ key }) => key).join(''),
    text: tokens.map(({ text }) => text).join(''),
  };
}

function runTokens(run: XmlElement, reader: InlineReader): Token[] {
  const properties = run.children.find(({ name }) => name === 'w:rPr');
  return run.children.flatMap((child): Token[] => {
    const common = { content: [child], properties };
    if (child.name === 'w:t') {
      return words(child.text).map((text) => ({ ...common, key: text, text, kind: 'text', content: [] }));
    }
    if (nodes.has(child.name)) {
      const key = `\u0001${child.name} ${child.attributes['w:type'] ?? child.attributes['w:char'] ?? ''}\u0001`;
      return [{ ...common, key, text: '', kind: 'node' }];
    }
    if (child.name === 'w:drawing')
      return [{ ...common, key: `\u0001${reader.drawing(child)}\u0001`, text: '', kind: 'drawing' }];
    // The text of a note is compared where it stands; here it is enough that there is one.
    if (isNoteReference(child.name))
      return [{ ...common, key: `\u0001${child.name}\u0001`, text: '', kind: 'note' }];
    return [];
  });
}

function fieldToken(runs: readonly XmlElement[], simple: string | undefined): Token {
  const instruction = simple ?? textOf(runs, 'w:instrText');
  const text = textOf(runs, 'w:t');
  const shown = runs.find((run) => findElement(run, 'w:t')) ?? runs[0];
  return {
    key: pageField.test(instruction) ? '\u0001page\u0001' : text,
    text,
    content: [],
    properties: shown?.children.find(({ name }) => name === 'w:rPr'),
    kind: 'field',
  };
}

function textOf(runs: readonly XmlElement[], name: string): string {
  return runs.flatMap((run) => findElements(run, name).map(({ text }) => text)).join('');
}

/** Numbers with their separators and Latin words whole, everything else character by character. */
export function words(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*|[A-Za-z\u00C0-\u024F]+|[^]/gu) ?? [];
}
