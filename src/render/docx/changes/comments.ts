import type { Parts } from '../package/zip.ts';
import { findElement, serializeXml, xmlElement, type XmlElement } from '../xml.ts';
import { addContentType, addRelationship } from '../package/relationships.ts';

const part = 'word/comments.xml';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Who changed what, and the words comments are made of. `date` is W3CDTF. */
export interface ChangeAuthor {
  readonly author: string;
  readonly date: string;
  /** Before what a chart said and what it says now: 原为, 现为. */
  readonly words: { readonly older: string; readonly newer: string };
}

/** Comments on drawings that took the place of others: Word does not show what changed in a picture. */
export interface Comments {
  readonly comment: (older: XmlElement, newer: XmlElement) => string;
  /** Add the part with the comments to a package, where there are any. */
  readonly settle: (parts: Parts) => void;
}

export function createComments({ author, date, words }: ChangeAuthor): Comments {
  const comments: XmlElement[] = [];
  return {
    comment: (older, newer) => {
      const id = String(comments.length);
      const [before, after] = [statements(older), statements(newer)];
      const gone = before.filter((one) => !after.includes(one)).join('；');
      const come = after.filter((one) => !before.includes(one)).join('；');
      const text = xmlElement('w:t', {}, [], `${words.older}：${gone}。${words.newer}：${come}。`);
      const mark = xmlElement('w:r', {}, [xmlElement('w:annotationRef')]);
      const paragraph = xmlElement('w:p', {}, [mark, xmlElement('w:r', {}, [text])]);
      comments.push(xmlElement('w:comment', { 'w:id': id, 'w:author': author, 'w:date': date }, [paragraph]));
      return id;
    },
    settle: (parts) => {
      if (comments.length === 0) return;
      parts.set(part, serializeXml(xmlElement('w:comments', { 'xmlns:w': namespace }, comments)));
      addContentType(parts, part, type);
      addRelationship(parts, 'word/document.xml', relationship, part);
    },
  };
}

/** What the alternative text of a drawing says, value by value. */
function statements(drawing: XmlElement): string[] {
  const { descr = '' } = findElement(drawing, 'wp:docPr')?.attributes ?? {};
  return descr.split(/[。；：]/).filter((one) => one !== '');
}
