import { partXml, relationshipsOf } from '../render/docx/package/relationships.ts';
import { unpack, type Parts } from '../render/docx/package/zip.ts';
import { workbookCells } from '../render/docx/lint/workbook.ts';
import { ZipBroken } from '../render/docx/package/zip-entries.ts';
import { preferred, propertyElements } from '../render/docx/story.ts';
import { findElement, findElements, XmlBroken, type XmlElement } from '../render/docx/xml.ts';
import { drawnTexts } from './drawn-texts.ts';
import { ListNumbers } from './list-numbers.ts';
import { readChart, type ChartReading } from './read-chart.ts';
import type { Piece } from './text.ts';
import type { Where } from './where.ts';

/** What stands in a finished DOCX. */
export interface DocxReading {
  /**
   * The body: paragraphs in order, cell by cell, with the numbers Word counts before headings and with the texts of pictures where
   * they stand; behind it the footnotes.
   */
  readonly pieces: readonly Piece[];
  /** Headers, footers and endnotes; the results of page-number fields left out. */
  readonly asides: readonly {
    readonly kind: 'running' | 'note';
    readonly text: string;
    readonly where: Where;
  }[];
  /** Alternative texts of drawings by the drawings' names. */
  readonly alternatives: ReadonlyMap<string, { readonly text: string; readonly where: Where }>;
  readonly charts: readonly ChartReading[];
  /** Fields that show nothing, by their instruction. */
  readonly emptyFields: readonly { readonly instruction: string; readonly where: Where }[];
  /** Title and the like, from the properties. */
  readonly properties: string;
}

/** Read a package back. Throws `XmlBroken` or an error of the zip reader for what is none. */
export function readDocx(bytes: Uint8Array): DocxReading {
  const parts = unpack(bytes, (name) => !/\.(?:png|jpe?g|odttf)$/.test(name));
  const numbers = new ListNumbers(partXml(parts, 'word/numbering.xml'), partXml(parts, 'word/styles.xml'));
  const walk = new StoryWalk(parts, { numbers });
  const body = partXml(parts, 'word/document.xml');
  if (body) walk.story(body, 'word/document.xml');
  walk.footnotes(partXml(parts, 'word/footnotes.xml'));
  const asides: DocxReading['asides'][number][] = [];
  for (const name of parts.keys()) {
    const kind = /^word\/(?:(header|footer)\d*|endnotes)\.xml$/.exec(name);
    const root = kind && partXml(parts, name);
    if (!root) continue;
    const where = { zh: `DOCX ${name}`, en: `DOCX ${name}` };
    const aside = new StoryWalk(parts, { where });
    aside.story(root, name);
    walk.emptyFields.push(...aside.emptyFields);
    for (const { text } of aside.pieces)
      if (text.trim() !== '') asides.push({ kind: kind[1] === undefined ? 'note' : 'running', text, where });
  }
  const { pieces, alternatives, charts, emptyFields } = walk;
  return { pieces, asides, alternatives, charts, emptyFields, properties: properties(parts) };
}

interface Field {
  instruction: string;
  /** Whether its result has begun, and what it showed so far. */
  inResult: boolean;
  shown: string;
}

/** Fields Word fills while it lays out a page, whatever the file says. */
const layoutField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/;

/** Walks the paragraphs of a part and keeps count of where they stand. */
class StoryWalk {
  readonly pieces: Piece[] = [];
  readonly emptyFields: { instruction: string; where: Where }[] = [];
  readonly alternatives = new Map<string, { text: string; where: Where }>();
  readonly charts: ChartReading[] = [];
  readonly #parts: Parts;
  /** Counts headings; running heads and notes have none. */
  readonly #numbers: ListNumbers | undefined;
  /** Numbers of the footnotes referred to so far, by their ids: Word counts them through the document. */
  readonly #footnotes = new Map<string, number>();
  #where: Where | undefined;
  /** Number of the footnote being read. */
  #note = '';
  #targets: ReadonlyMap<string, string> = new Map();
  #heading = '';
  #paragraph = 0;
  #table = 0;
  #cell: readonly [row: number, column: number] | undefined;
  #fields: Field[] = [];

  constructor(parts: Parts, read: { readonly numbers: ListNumbers } | { readonly where: Where }) {
    this.#parts = parts;
    this.#where = 'where' in read ? read.where : undefined;
    this.#numbers = 'numbers' in read ? read.numbers : undefined;
  }

  story(root: XmlElement, part: string): void {
    this.#targets = relationships(this.#parts, part);
    this.#blocks(root);
  }

  /** The footnotes that are referred to, in that order; the separators bear no text. */
  footnotes(root: XmlElement | undefined): void {
    const notes = new Map(root?.children.map((note) => [note.attributes['w:id'] ?? '', note]));
    if (root) this.#targets = relationships(this.#parts, 'word/footnotes.xml');
    for (const [id, number] of this.#footnotes) {
      this.#note = String(number);
      this.#where = { zh: `DOCX 脚注 ${this.#note}`, en: `DOCX footnote ${this.#note}` };
      const note = notes.get(id);
      if (note) this.#blocks(note);
    }
  }

  #blocks(parent: XmlElement): void {
    for (const child of parent.children) {
      if (child.name === 'w:p') this.#paragraphOf(child);
      else if (child.name === 'w:tbl') this.#tableOf(child);
      else if (child.name === 'mc:AlternateContent') this.#blocks(preferred(child));
      else if (!skipped.has(child.name)) this.#blocks(child);
    }
  }

  #tableOf(table: XmlElement): void {
    const outer = this.#cell;
    if (!outer) this.#table += 1;
    for (const [row, { children }] of rowsOf(table).entries()) {
      for (const [column, cell] of children.filter(({ name }) => name === 'w:tc').entries()) {
        if (!outer) this.#cell = [row + 1, column + 1];
        this.#blocks(cell);
      }
    }
    this.#cell = outer;
  }

  #paragraphOf(paragraph: XmlElement): void {
    const style = findElement(paragraph, 'w:pStyle')?.attributes['w:val'] ?? '';
    if (!this.#cell) this.#paragraph += 1;
    const where = this.#place();
    const text = (this.#numbers?.of(paragraph) ?? '') + this.#inline(paragraph, where);
    if (
      /^(?:Heading\d|(?:Plain|Appendix|Unlisted)Heading|Title|TOCHeading)$/.test(style) &&
      text.trim() !== ''
    ) {
      this.#heading = text.trim();
      this.#paragraph = 0;
      this.#table = 0;
    }
    this.pieces.push({ text, where });
  }

  /** Text of a paragraph as Word shows it: no field codes, nothing deleted; text of pictures at their place. */
  #inline(element: XmlElement, where: Where): string {
    let text = '';
    const show = (more: string): void => {
      const hidden = this.#fields.some(
        ({ inResult, instruction }) => !inResult || layoutField.test(instruction),
      );
      for (const field of this.#fields) if (field.inResult) field.shown += more;
      if (!hidden) text += more;
    };
    const walk = (node: XmlElement): void => {
      if (node.name === 'w:t') show(node.text);
      else if (node.name === 'w:noBreakHyphen') show('-');
      else if (node.name === 'w:footnoteReference') show(this.#refer(node.attributes['w:id'] ?? ''));
      else if (node.name === 'w:footnoteRef') show(this.#note);
      else if (node.name === 'w:sym') show('\uFFFD');
      else if (node.name === 'w:instrText') this.#instruct(node.text);
      else if (node.name === 'w:fldChar') this.#fieldBorder(node, where);
      else if (node.name === 'w:fldSimple') {
        this.#fields.push({ instruction: node.attributes['w:instr'] ?? '', inResult: true, shown: '' });
        for (const child of node.children) walk(child);
        this.#closeField(where);
      } else if (node.name === 'w:drawing') show(this.#drawing(node, where));
      else if (node.name === 'mc:AlternateContent') walk(preferred(node));
      else if (!skipped.has(node.name)) for (const child of node.children) walk(child);
    };
    for (const child of element.children) walk(child);
    return text;
  }

  #refer(footnote: string): string {
    const number = this.#footnotes.size + 1;
    this.#footnotes.set(footnote, number);
    return String(number);
  }

  #instruct(code: string): void {
    const field = this.#fields.at(-1);
    if (field && !field.inResult) field.instruction += code;
  }

  #fieldBorder(border: XmlElement, where: Where): void {
    const type = border.attributes['w:fldCharType'];
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ instruction: '', inResult: false, shown: '' });
    else if (type === 'separate' && field) field.inResult = true;
    else if (type === 'end') this.#closeField(where);
  }

  #closeField(where: Where): void {
    const field = this.#fields.pop();
    if (field?.shown.trim() === '' && !layoutField.test(field.instruction))
      this.emptyFields.push({ instruction: field.instruction.trim(), where });
  }

  /** A picture's texts; a chart is read apart and has none here. */
  #drawing(drawing: XmlElement, where: Where): string {
    const { name = '', descr = '' } = findElement(drawing, 'wp:docPr')?.attributes ?? {};
    this.alternatives.set(name, { text: descr, where });
    const targets = this.#targets;
    const chart = findElement(drawing, 'c:chart')?.attributes['r:id'];
    if (chart !== undefined) {
      const part = targets.get(chart) ?? '';
      const xml = partXml(this.#parts, part);
      const workbook = xml && this.#workbookOf(part, xml);
      if (xml) this.charts.push(readChart(name, part, xml, workbook));
      return '';
    }
    const svg = this.#parts.get(
      targets.get(findElement(drawing, 'asvg:svgBlip')?.attributes['r:embed'] ?? '') ?? '',
    );
    const words = findElements(drawing, 'w:t').map(({ text }) => text);
    if (svg === undefined) return words.join('');
    return drawnTexts(typeof svg === 'string' ? svg : new TextDecoder().decode(svg)).join(' ');
  }

  #workbookOf(part: string, chart: XmlElement): ReadonlyMap<string, string> | undefined {
    const id = findElement(chart, 'c:externalData')?.attributes['r:id'] ?? '';
    const workbook = this.#parts.get(relationships(this.#parts, part).get(id) ?? '');
    if (workbook === undefined || typeof workbook === 'string') return undefined;
    try {
      return workbookCells(workbook);
    } catch (error) {
      // One that is damaged is none.
      if (error instanceof ZipBroken || error instanceof XmlBroken) return undefined;
      throw error;
    }
  }

  #place(): Where {
    if (this.#where) return this.#where;
    const under =
      this.#heading === ''
        ? { zh: '开头', en: 'the beginning' }
        : { zh: `“${this.#heading}”`, en: `“${this.#heading}”` };
    if (this.#cell) {
      const [row, column] = this.#cell.map(String);
      const table = String(this.#table);
      return {
        zh: `DOCX ${under.zh}下第 ${table} 个表格第 ${row ?? ''} 行第 ${column ?? ''} 格`,
        en: `DOCX, table ${table} under ${under.en}, row ${row ?? ''}, cell ${column ?? ''}`,
      };
    }
    const paragraph = String(this.#paragraph);
    return {
      zh: `DOCX ${under.zh}下第 ${paragraph} 段`,
      en: `DOCX, paragraph ${paragraph} under ${under.en}`,
    };
  }
}

/** What holds no text of the document, and what was deleted with changes tracked. */
const skipped: ReadonlySet<string> = new Set([...propertyElements, 'w:del', 'w:moveFrom']);

function rowsOf(table: XmlElement): XmlElement[] {
  return table.children.flatMap((child) => {
    if (child.name === 'w:tr') return [child];
    return skipped.has(child.name) ? [] : rowsOf(child);
  });
}

/** Part names the relationships of a part lead to, by their ids. */
function relationships(parts: Parts, part: string): Map<string, string> {
  return new Map(relationshipsOf(parts, part).map(({ id, target = '' }) => [id, target]));
}

function properties(parts: Parts): string {
  const core = partXml(parts, 'docProps/core.xml');
  return ['dc:title', 'dc:subject', 'dc:description', 'cp:keywords']
    .map((name) => (core ? (findElement(core, name)?.text ?? '') : ''))
    .join('\n');
}
