import { preferred, propertyElements } from '../render/docx/story.ts';
import { findElement, parseXml, type XmlElement } from '../render/docx/xml.ts';
import type { Parts } from '../render/docx/package/zip.ts';
import { controlMark, showsHint } from './control-mark.ts';
import type { Author, FigureSpan, Paragraph, TrackedEdit } from './paragraph.ts';

/** The parts people write in; running heads and folios repeat what stands there. */
const stories = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

/**
 * Every paragraph of a document that has been opened, in order, cell by cell, with the figures and tracked changes in
 * it. Only controls whose mark is in `marks`, or that have none, count as figures.
 */
export function readParagraphs(parts: Parts, marks: ReadonlySet<string>): Paragraph[] {
  const walk = new StoryWalk(marks);
  for (const name of stories) {
    const part = parts.get(name);
    if (typeof part === 'string') walk.blocks(parseXml(part), {});
  }
  return walk.paragraphs;
}

/** What holds for the text being read: changed by whom, in which control. */
interface Setting {
  readonly inserted?: Author;
  readonly deleted?: Author;
  /** A control around whole paragraphs, as some programs write one that fills its paragraph. */
  readonly control?: XmlElement;
}

interface Field {
  instruction: string;
  /** Whether its result has begun. */
  readonly inResult: boolean;
}

/** Fields whose result a program works out anew, and those whose result is a list of what stands elsewhere. */
const counted = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|REF|SEQ|STYLEREF|NOTEREF)\b/;
const collected = /^\s*(?:TOC|INDEX)\b/;

class StoryWalk {
  readonly paragraphs: Paragraph[] = [];
  readonly #marks: ReadonlySet<string>;
  /** The fields that are open. */
  readonly #fields: Field[] = [];
  #heading = '';

  constructor(marks: ReadonlySet<string>) {
    this.#marks = marks;
  }

  blocks(parent: XmlElement, setting: Setting): void {
    for (const child of parent.children) {
      if (child.name === 'w:p') this.#paragraph(child, setting);
      else if (child.name === 'mc:AlternateContent') this.blocks(preferred(child), setting);
      else if (child.name === 'w:sdt' && this.#marks.has(controlMark(child) ?? ''))
        this.blocks(child, { ...setting, control: child });
      else if (!propertyElements.has(child.name)) this.blocks(child, changed(child, setting));
    }
  }

  #paragraph(paragraph: XmlElement, setting: Setting): void {
    const style = findElement(paragraph, 'w:pStyle')?.attributes['w:val'] ?? '';
    const figures: FigureSpan[] = [];
    const edits: TrackedEdit[] = [];
    const boxes: XmlElement[] = [];
    let text = '';
    let original = '';
    const show = (more: string, { inserted, deleted }: Setting): void => {
      if (this.#isHidden()) return;
      const start = text.length;
      if (!inserted) original += more;
      if (deleted) edits.push({ ...deleted, start, end: start, deleted: more });
      else {
        text += more;
        if (inserted) edits.push({ ...inserted, start, end: text.length });
      }
    };
    const walk = (node: XmlElement, within: Setting): void => {
      if (node.name === 'w:t' || node.name === 'w:delText') show(node.text, within);
      else if (node.name === 'w:tab' || node.name === 'w:br' || node.name === 'w:cr') show(' ', within);
      else if (node.name === 'w:noBreakHyphen') show('-', within);
      else if (node.name === 'w:instrText') this.#instruct(node.text);
      else if (node.name === 'w:fldChar') {
        const field = this.#fieldBorder(node.attributes['w:fldCharType']);
        if (field && counted.test(field.instruction)) show('…', within);
        if (field) this.#fields.push({ ...field, inResult: true });
      } else if (node.name === 'w:fldSimple') {
        const instruction = node.attributes['w:instr'] ?? '';
        if (counted.test(instruction)) show('…', within);
        this.#fields.push({ instruction, inResult: true });
        for (const child of node.children) walk(child, within);
        this.#fields.pop();
      } else if (node.name === 'w:sdt') {
        const start = text.length;
        if (!showsHint(node)) for (const child of node.children) walk(child, within);
        span(node, start, within);
      } else if (node.name === 'mc:AlternateContent') walk(preferred(node), within);
      else if (node.name === 'w:txbxContent') boxes.push(node);
      else if (!propertyElements.has(node.name))
        for (const child of node.children) walk(child, changed(node, within));
    };
    const span = (control: XmlElement, start: number, { deleted }: Setting): void => {
      const mark = controlMark(control);
      const isOurs = mark === undefined || this.#marks.has(mark);
      // A control deleted as a whole is gone, whatever is left of it in the file.
      if (isOurs && !deleted && !this.#isHidden()) figures.push({ mark, start, end: text.length });
    };
    for (const child of paragraph.children) walk(child, changed(child, setting));
    if (setting.control) span(setting.control, 0, setting);
    figures.sort((one, other) => one.start - other.start || one.end - other.end);
    this.paragraphs.push({ text, original, figures: apart(figures), edits, heading: this.#heading });
    if (
      /^(?:Heading\d|(?:Plain|Appendix|Unlisted)Heading|Title|TOCHeading)$/.test(style) &&
      text.trim() !== ''
    )
      this.#heading = text.trim();
    for (const box of boxes) this.blocks(box, setting);
  }

  #instruct(code: string): void {
    const field = this.#fields.at(-1);
    if (field && !field.inResult) field.instruction += code;
  }

  /** Follow the parts of a field. Where a result begins, the field is taken out, to be put back when its sign is shown. */
  #fieldBorder(type: string | undefined): Field | undefined {
    if (type === 'begin') this.#fields.push({ instruction: '', inResult: false });
    else if (type === 'end') this.#fields.pop();
    else if (type === 'separate') return this.#fields.pop();
    return undefined;
  }

  #isHidden(): boolean {
    return this.#fields.some(
      ({ instruction, inResult }) => !inResult || counted.test(instruction) || collected.test(instruction),
    );
  }
}

/** The setting inside an element that may be a tracked change, or a table row that is one, as its properties say. */
function changed({ name, attributes, children }: XmlElement, setting: Setting): Setting {
  if (name === 'w:tr') {
    const properties = children.find((child) => child.name === 'w:trPr');
    return (properties?.children ?? []).reduce((within, child) => changed(child, within), setting);
  }
  const by = { author: attributes['w:author'] ?? '', date: attributes['w:date'] ?? '' };
  if (name === 'w:ins' || name === 'w:moveTo') return { ...setting, inserted: by };
  return name === 'w:del' || name === 'w:moveFrom' ? { ...setting, deleted: by } : setting;
}

/** Controls inside others count once: the inner one. */
function apart(figures: readonly FigureSpan[]): FigureSpan[] {
  const kept: FigureSpan[] = [];
  for (const figure of figures) {
    const last = kept.at(-1);
    if (last && figure.start < last.end) kept.pop();
    kept.push(figure);
  }
  return kept;
}
