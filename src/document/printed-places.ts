import type { Element, Root } from 'hast';
import { bodyParts } from './body-sections.ts';
import { toString } from 'hast-util-to-string';
import type { Drawing } from './drawing.ts';

/** What of a document a figure is printed in; `front` is the cover and what else stands before or behind the text. */
export type PlaceElement = 'text' | 'heading' | 'card' | 'table' | 'chart' | 'note' | 'contents' | 'front';

/** One place a figure is printed at. */
export interface PrintedPlace {
  readonly figure: string;
  /** As printed there, which may lack the unit where another column or half has it. */
  readonly text: string;
  readonly element: PlaceElement;
  /** Id of the table or chart it stands in, else of the heading it stands under. */
  readonly id: string;
  /** Chapter with its number, as printed: 二、知识产权创造. */
  readonly chapter: string;
  /** The heading below the chapter's, with its number. */
  readonly section?: string;
  /** 图 2-1, 表 附1-2. */
  readonly label?: string;
  /** Number of the marked element it stands in, the index `markedElements` gives it. */
  readonly mark: number;
}

/** The elements a figure can stand in, in the order of the tree: `<data data-figure>` and charts. */
export function markedElements(tree: Root): Element[] {
  const found: Element[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (isMarked(child)) found.push(child);
      visit(child);
    }
  };
  visit(tree);
  return found;
}

function isMarked({ tagName, properties }: Element): boolean {
  const { dataFigure, dataChart } = properties;
  return typeof dataFigure === 'string' || (tagName === 'figure' && typeof dataChart === 'string');
}

/** A report of whose charts the rows at least are known, as they are before the charts are drawn. */
export interface PlacedDocument {
  readonly tree: Root;
  readonly drawings: Readonly<Record<string, Pick<Drawing, 'rows'>>>;
}

/** Where a walk through the tree stands. */
interface Position {
  readonly element: PlaceElement;
  /** The table or chart around it. */
  readonly figure?: { readonly id: string; readonly label: string } | undefined;
}

/**
 * Every place a figure is printed at, in the order of the document: each `<data data-figure>` of the tree, and what
 * each chart draws of its rows. Ornaments print no number.
 */
export function printedPlaces({ tree, drawings }: PlacedDocument): PrintedPlace[] {
  const places: PrintedPlace[] = [];
  const marks = new Map(markedElements(tree).map((element, index) => [element, index]));
  let chapter = '';
  let section: string | undefined;
  let id = '';

  const add = (figure: string, text: string, mark: number, { element, figure: around }: Position): void => {
    places.push({
      figure,
      text,
      element,
      id: around?.id ?? id,
      chapter,
      ...(section !== undefined && { section }),
      ...(around && around.label !== '' && { label: around.label }),
      mark,
    });
  };

  const visit = (node: Element, outer: Position): void => {
    if (/^h[1-3]$/.test(node.tagName)) {
      id = property(node, 'id') ?? id;
      if (node.tagName === 'h1') chapter = toString(node);
      else section = toString(node);
    }
    const position = positionIn(node, outer);
    const mark = marks.get(node);
    const figure = property(node, 'dataFigure');
    if (mark !== undefined && figure !== undefined) add(figure, toString(node), mark, position);
    for (const child of node.children) if (child.type === 'element') visit(child, position);
    const chart = property(node, 'dataChart');
    if (mark === undefined || chart === undefined || property(node, 'dataPart') === 'motif') return;
    for (const [key, text] of drawnFigures(drawings[chart]?.rows ?? [])) add(key, text, mark, position);
  };

  for (const part of tree.children) {
    if (part.type !== 'element') continue;
    id = property(part, 'id') ?? property(part, 'dataPart') ?? '';
    chapter = '';
    section = undefined;
    const isBody = textParts.has(property(part, 'dataPart'));
    visit(part, { element: isBody ? 'text' : 'front' });
  }
  return places;
}

const textParts: ReadonlySet<unknown> = new Set(['front', ...bodyParts]);

const elementOfPart: Readonly<Record<string, PlaceElement>> = {
  contents: 'contents',
  lists: 'contents',
  card: 'card',
  'key-figure': 'card',
  table: 'table',
  chart: 'chart',
  note: 'note',
};

function positionIn(node: Element, outer: Position): Position {
  const part = property(node, 'dataPart') ?? '';
  if (/^h[1-3]$/.test(node.tagName)) return { ...outer, element: 'heading' };
  const element = Object.hasOwn(elementOfPart, part) ? elementOfPart[part] : undefined;
  if (element === undefined) return outer;
  // A note of a table is found by the table's number.
  if (outer.figure !== undefined) return outer;
  const isFigure = node.tagName === 'figure';
  return { element, figure: isFigure ? { id: property(node, 'id') ?? '', label: labelOf(node) } : undefined };
}

/** The number of a table or chart, `表 2-1`, as `compose` filled it in. */
function labelOf(figure: Element): string {
  const number = firstNumber(figure);
  return number === undefined ? '' : toString(number).trim();
}

function firstNumber(node: Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'table') continue;
    if (property(child, 'dataPart') === 'number') return child;
    const inside = firstNumber(child);
    if (inside) return inside;
  }
  return undefined;
}

/** A row's own figure and those drawn beside it, `base_figure` with `base_text`; each once. */
function drawnFigures(rows: readonly Readonly<Record<string, unknown>>[]): ReadonlyMap<string, string> {
  const drawn = new Map<string, string>();
  for (const row of rows)
    for (const [field, key] of Object.entries(row)) {
      if (typeof key !== 'string' || !/(^|_)figure$/.test(field) || drawn.has(key)) continue;
      const text = row[field.replace(/figure$/, 'text')];
      drawn.set(key, typeof text === 'string' ? text : '');
    }
  return drawn;
}

function property({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : undefined;
}
