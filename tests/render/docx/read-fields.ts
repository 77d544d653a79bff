import { ListNumbers } from '../../../src/audit/list-numbers.ts';
import type { Parts } from '../../../src/render/docx/package/zip.ts';
import { findElement, findElements, type XmlElement } from '../../../src/render/docx/xml.ts';
import { xml } from './sample-docx.ts';

export interface ReadField {
  instruction: string;
  result: string;
}

/** A paragraph as Word shows it, and what in it Word counts. */
export interface ReadParagraph {
  readonly style: string;
  /** The number its list sets before it. */
  readonly number: string;
  readonly text: string;
  /** In the order they begin; fields over several paragraphs stand in the first. */
  readonly fields: readonly ReadField[];
  /** What each bookmark that begins here is around, in this paragraph. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Bookmark of its first link inside the document. */
  readonly anchor: string | undefined;
}

/** The body, paragraph by paragraph. */
export function readParagraphs(parts: Parts): ReadParagraph[] {
  const numbers = new ListNumbers(xml(parts, 'word/numbering.xml'), xml(parts, 'word/styles.xml'));
  const open: (ReadField & { inResult: boolean })[] = [];
  return findElements(xml(parts, 'word/document.xml'), 'w:p').map((paragraph) => {
    const fields: ReadField[] = [];
    const bookmarks = new Map<string, string>();
    const around = new Map<string, string>();
    let text = '';
    const show = (more: string): void => {
      text += more;
      for (const field of open) if (field.inResult) field.result += more;
      for (const name of around.values()) bookmarks.set(name, (bookmarks.get(name) ?? '') + more);
    };
    const walk = (node: XmlElement): void => {
      const type = node.attributes['w:fldCharType'];
      if (node.name === 'w:pPr') return;
      if (node.name === 'w:t') show(node.text);
      else if (node.name === 'w:tab') show('\t');
      else if (node.name === 'w:instrText') open.at(-1)!.instruction += node.text;
      else if (type === 'begin') {
        open.push({ instruction: '', result: '', inResult: false });
        fields.push(open.at(-1)!);
      } else if (type === 'separate') open.at(-1)!.inResult = true;
      else if (type === 'end') open.pop();
      else if (node.name === 'w:bookmarkStart') {
        around.set(node.attributes['w:id'] ?? '', node.attributes['w:name'] ?? '');
        bookmarks.set(node.attributes['w:name'] ?? '', '');
      } else if (node.name === 'w:bookmarkEnd') around.delete(node.attributes['w:id'] ?? '');
      for (const child of node.children) walk(child);
    };
    walk(paragraph);
    return {
      style: findElement(paragraph, 'w:pStyle')?.attributes['w:val'] ?? '',
      number: numbers.of(paragraph),
      text,
      fields,
      bookmarks,
      anchor: findElement(paragraph, 'w:hyperlink')?.attributes['w:anchor'],
    };
  });
}
