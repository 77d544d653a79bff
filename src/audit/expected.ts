import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { partOf, textProperty } from '../compose/parse-tree.ts';
import type { ReportDocument } from '../document/document.ts';
import type { Footnote, Footnotes } from '../document/footnotes.ts';
import type { Drawing } from '../document/drawing.ts';
import type { Figure } from '../derive/figure.ts';
import { drawingTable } from '../document/drawing-table.ts';
import type { ScreenWords } from '../document/screen-words.ts';
import { drawnTexts } from './drawn-texts.ts';
import { comparable, numbersIn } from './text.ts';
import type { Where } from './where.ts';

/** A figure or another number the document promises, by its place in the text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly where: Where;
  /** Of a figure of the data; other numbers have none. */
  readonly key?: string;
  readonly name?: string;
  /** Of a page number: the ids it leads to, one but in an index, which names each of their pages once. */
  readonly targets?: readonly string[];
  /** Of a page number in contents and lists: which of these, since numbers rise within one of them. */
  readonly list?: number;
}

/** An element and its text. */
export interface Block {
  readonly element: Element;
  readonly start: number;
  end: number;
  /** The heading or caption it is or stands under. */
  readonly name: string;
}

/** What a document has to say, as one text in reading order. */
export interface Expected {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where the heading or caption with an id begins in `text`. */
  readonly idAt: ReadonlyMap<string, number>;
  /** Elements that stand by themselves, each behind the one around it, and where they begin and end in `text`. */
  readonly blocks: readonly Block[];
  /** Where the contents begin and end in `text`, heading left out. */
  readonly contents?: { readonly start: number; readonly end: number };
}

/** How a format differs in what it prints. */
export interface Printing {
  /** Whether contents, lists and references bear page numbers. */
  readonly pages: boolean;
  /** Whether an index does; without, it names charts, tables and sections. */
  readonly indexPages: boolean;
  /** Whether a drawing's texts stand in the text. */
  readonly draws: (drawing: Drawing) => boolean;
  /** Whether a chart's figures stand below it as a table. */
  readonly tables?: boolean;
  /** The notes that stand at the foot of a page instead of below their section. */
  readonly footnotes?: Footnotes;
}

/** Stands in the expected text for a page number of the contents, which depends on the format. */
export const pageMark = '\uE000';

/** The text of a report with a mark at every number in it, charts included where the format sets them as text. */
export function expectedText(document: ReportDocument, printing: Printing): Expected {
  const { tree, drawings, figures } = document;
  const marks: Mark[] = [];
  const idAt = new Map<string, number>();
  const blocks: Block[] = [];
  const parts: string[] = [];
  let length = 0;
  let where: Where = { zh: '封面', en: 'the cover' };
  /** Text since the last figure or block border: numbers are looked for in it as a whole. */
  let plain = '';
  let contents: Expected['contents'];

  const append = (more: string): void => {
    parts.push(more);
    length += more.length;
  };
  const closePlain = (): void => {
    const from = length - plain.length;
    for (const { start, end, shown } of numbersIn(plain))
      marks.push({ start: from + start, end: from + end, shown, where });
    plain = '';
  };
  const add = (more: string): void => {
    const text = comparable(more);
    append(text);
    plain += text;
  };
  const addFigure = (text: string, key: string, unitBehind = ''): void => {
    closePlain();
    // A unit in the cell behind belongs to the figure, but is added when its own cell comes.
    const shown = comparable(text + unitBehind);
    const name = figures[key]?.name;
    const end = length + shown.length;
    marks.push({ start: length, end, shown, where, key, ...(name !== undefined && { name }) });
    append(comparable(text));
  };

  const walk = (node: Nodes, next: Element | undefined): void => {
    if (node.type === 'text') add(node.value);
    if (!('children' in node)) return;
    if (node.type !== 'element') {
      for (const child of node.children) walk(child, undefined);
      return;
    }
    const key = textProperty(node, 'dataFigure');
    if (key !== undefined) {
      addFigure(toString(node), key, unitIn(next, figures[key]));
      return;
    }
    const bordered = !inline.has(node.tagName) || partOf(node) === 'number';
    if (bordered) closePlain();
    const id = textProperty(node, 'id');
    if (id !== undefined) idAt.set(id, length);
    if (/^h[1-3]$/.test(node.tagName) || partOf(node) === 'caption') where = named(toString(node));
    const part = partOf(node);
    if (part === 'index-entry' && printing.indexPages) {
      addIndexEntry(node);
      closePlain();
      return;
    }
    if (part === 'place' && !printing.indexPages && toString(node).replace(/^、/, '') === '') return;
    if (part === 'on-page' && !printing.pages) return;
    const block = { element: node, start: length, end: length, name: nameOf(where) };
    if (bordered || node.tagName === 'a') blocks.push(block);
    if (part === 'page' && node.children.length === 0) {
      if (printing.pages) addPage([entry]);
      return;
    }
    walkChildren(node, next);
    block.end = length;
    if (bordered) closePlain();
  };
  /** Footnotes stand behind everything, in the order of their references. */
  const footnotes: Footnote[] = [];
  const walkChildren = (node: Element, next: Element | undefined): void => {
    const isContents = partOf(node) === 'contents' && node.tagName === 'nav';
    const chart = textProperty(node, 'dataChart');
    const drawing = chart === undefined ? undefined : drawings[chart];
    const caption = node.children.find((child) => child.type === 'element' && child.tagName === 'figcaption');
    if (drawing && !caption) addDrawing(drawing);
    for (const [index, child] of node.children.entries()) {
      const note =
        child.type === 'element' ? printing.footnotes?.get(textProperty(child, 'id') ?? '') : undefined;
      if (note) {
        footnotes.push(note);
        continue;
      }
      if (child.type === 'element' && child.tagName === 'a') entry = child;
      if (node.tagName === 'nav' && child.type === 'element' && child.tagName === 'ol') list = lists += 1;
      const start = length;
      walk(child, node.tagName === 'tr' ? cellBehind(node, index) : next);
      if (node.tagName === 'nav') list = undefined;
      if (drawing && child === caption) addDrawing(drawing);
      if (isContents && child.type === 'element' && child.tagName === 'ol') contents = { start, end: length };
    }
    if (drawing && printing.tables && partOf(node) === 'chart') addTable(drawing);
  };
  const addTable = (drawing: Drawing): void => {
    const table = drawingTable(drawing, document.notes);
    for (const text of tableHeads(document.words, table.hasSeries)) add(text);
    closePlain();
    for (const { label, series, time, text, figure, standing, sources } of table.rows) {
      for (const cell of [label, series, time]) {
        add(cell);
        closePlain();
      }
      addFigure(text, figure);
      add(standing);
      for (const { number } of sources) add(number);
      closePlain();
    }
  };
  let entry: Element | undefined;
  let lists = 0;
  let list: number | undefined;
  const addPage = (links: readonly (Element | undefined)[], name?: string): void => {
    closePlain();
    const start = length;
    append(pageMark);
    const targets = links.flatMap((link) => (link ? [textProperty(link, 'href')?.slice(1) ?? ''] : []));
    const [first] = links;
    marks.push({
      start,
      end: length,
      shown: pageMark,
      where,
      name: name ?? (first ? toString(first) : ''),
      targets,
      ...(list !== undefined && { list }),
    });
  };
  /** An index names every page once, so that its places make one mark. */
  const addIndexEntry = (node: Element): void => {
    const isPlace = (child: Nodes): child is Element => child.type === 'element' && partOf(child) === 'place';
    const words = node.children.filter((child) => !isPlace(child)).map((child) => toString(child));
    add(words.join(''));
    const places = node.children.filter(isPlace);
    const links = places.flatMap(({ children }) =>
      children.filter((child): child is Element => child.type === 'element'),
    );
    addPage(links, words.join('').trim());
  };
  const addDrawing = (drawing: Drawing): void => {
    if (!printing.draws(drawing)) return;
    for (const drawn of drawnTexts(drawing.svg)) {
      closePlain();
      const row = drawing.rows.find((one) => comparable(drawn).includes(comparable(one.text)));
      const [before = '', ...rest] = row ? comparable(drawn).split(comparable(row.text)) : [drawn];
      add(before);
      if (row) {
        addFigure(row.text, row.figure);
        add(rest.join(comparable(row.text)));
      }
    }
    closePlain();
  };

  walk(tree, undefined);
  for (const { id, content } of footnotes) {
    closePlain();
    add(String(id));
    for (const node of content) walk(node, undefined);
  }
  closePlain();
  marks.sort((a, b) => a.start - b.start);
  return { text: parts.join(''), marks, idAt, blocks, ...(contents && { contents }) };
}

/** A text that stands alone, with its numbers marked: an alternative text, a running head, a title. */
export function expectedOf(alone: string, where: Where): Expected {
  const text = comparable(alone);
  return {
    text,
    marks: numbersIn(text).map((number) => ({ ...number, where })),
    idAt: new Map(),
    blocks: [],
  };
}

/** Elements a number may run through; the numbers of headings and captions stand by themselves. */
const inline = new Set(['a', 'strong', 'em', 'time', 'span']);

const named = (title: string): Where => ({ zh: `“${title.trim()}”`, en: `“${title.trim()}”` });

/** The title in what `named` made. */
const nameOf = ({ zh }: Where): string => /^“(.*)”$/.exec(zh)?.[1] ?? '';

/** The cell behind one that holds a figure and nothing else. */
function cellBehind(row: Element, index: number): Element | undefined {
  const cell = row.children[index];
  const [inner, ...more] = cell?.type === 'element' ? cell.children : [];
  if (more.length > 0 || inner?.type !== 'element' || inner.tagName !== 'data') return undefined;
  return row.children.slice(index + 1).find((child) => child.type === 'element');
}

/** The unit of a figure where the next cell is nothing but that. */
function unitIn(cell: Element | undefined, figure: Figure | undefined): string {
  const text = cell ? comparable(toString(cell)) : '';
  return text !== '' && figure?.unit.includes(text) === true ? text : '';
}

/** The words over and at the head of the table below a chart. */
function tableHeads(words: ScreenWords, hasSeries: boolean): string[] {
  const series = hasSeries ? [words['screen.series']] : [];
  const columns = [words['screen.item'], ...series, words['screen.time'], words['screen.value']];
  return [words['screen.data'], ...columns, words['screen.source']];
}
