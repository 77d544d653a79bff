import { pack, type Parts } from '../package/zip.ts';
import { serializeXml, xmlElement, type XmlElement } from '../xml.ts';
import { adoptProperties } from './adopt.ts';
import type { Changes } from './changes.ts';
import { createComments, type ChangeAuthor } from './comments.ts';
import { drawingCarrier, drawingReader } from './drawings.ts';
import { createNotes } from './notes.ts';
import { partXml } from '../package/relationships.ts';
import { settledText } from './settled-text.ts';
import { compareStories } from './stories.ts';

const documentPart = 'word/document.xml';
const stories = [documentPart, 'word/footnotes.xml', 'word/endnotes.xml'];

/**
 * The newer document with all that changed in its text, figures, tables, charts and notes since the older one as tracked changes
 * (ECMA-376 Part 1, 17.13.5): accepting all of them gives the newer document, rejecting all the text of the older one. Numbers of pages,
 * contents and other lists of places, running heads and the look are those of the newer one, unmarked. Undefined when
 * nothing changed. Both are packages with a body; throws where the result would not be the newer document.
 */
export function trackChanges(older: Parts, newer: Parts, by: ChangeAuthor): Uint8Array | undefined {
  const parts = new Map(newer);
  const [before, after] = [partXml(older, documentPart), partXml(newer, documentPart)];
  const [from, to] = [bodyOf(before), bodyOf(after)];
  if (!from || !after || !to) throw new Error(`no body in ${documentPart}`);
  // The longest name readers take.
  const author = by.author.slice(0, 255).replace(/[\uD800-\uDBFF]$/, '');
  const comments = createComments({ ...by, author });
  const notes = createNotes(older, parts);
  let id = highestId(newer);
  let count = 0;
  const changes: Changes = {
    mark: (kind, children) => {
      id += 1;
      count += 1;
      return xmlElement(kind, { 'w:id': String(id), 'w:author': author, 'w:date': by.date }, children);
    },
    older: drawingReader(older, documentPart),
    newer: drawingReader(newer, documentPart),
    adopt: adoptProperties(partXml(newer, 'word/styles.xml'), partXml(newer, 'word/numbering.xml')),
    carryDrawing: drawingCarrier(older, parts, documentPart),
    ...notes,
    comment: comments.comment,
  };
  const body = { ...to, children: compareStories(from.children, to.children, changes) };
  // Pictures in notes are not taken over: their parts belong to another story.
  notes.settle({ ...changes, carryDrawing: () => undefined });
  if (count === 0) return undefined;
  const root = { ...after, children: after.children.map((child) => (child === to ? body : child)) };
  parts.set(documentPart, serializeXml(root));
  comments.settle(parts);
  for (const part of stories) requireSameText(part, newer, parts);
  return pack(parts);
}

function bodyOf(root: XmlElement | undefined): XmlElement | undefined {
  return root?.children.find(({ name }) => name === 'w:body');
}

/** Of bookmarks and earlier changes: the numbers of annotations are one series. */
function highestId(parts: Parts): number {
  let highest = 0;
  for (const part of stories) {
    const xml = parts.get(part);
    if (typeof xml !== 'string') continue;
    for (const [, id] of xml.matchAll(/\bw:id="(\d+)"/g))
      highest = Math.max(highest, Math.min(Number(id), 1e6));
  }
  return highest;
}

function requireSameText(part: string, newer: Parts, marked: Parts): void {
  const [expected, found] = [partXml(newer, part), partXml(marked, part)];
  if (!expected || !found) return;
  const [a, b] = [settledText(expected), settledText(found)];
  const at = a.findIndex((text, index) => text !== b[index]);
  if (at >= 0 || a.length !== b.length)
    throw new Error(`tracked changes alter ${part}: ${a[at] ?? ''} → ${b[at] ?? b[a.length] ?? ''}`);
}
