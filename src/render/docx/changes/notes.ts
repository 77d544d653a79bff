import type { Parts } from '../package/zip.ts';
import { serializeXml, xmlElement, type XmlElement } from '../xml.ts';
import type { Changes } from './changes.ts';
import { partXml } from '../package/relationships.ts';
import { compareStories, deleteStory, insertStory } from './stories.ts';

const partOf: Readonly<Record<string, string>> = {
  'w:footnoteReference': 'word/footnotes.xml',
  'w:endnoteReference': 'word/endnotes.xml',
};

/** Footnotes and endnotes, compared after the text that refers to them. */
export interface Notes extends Pick<Changes, 'carryNote' | 'pairNotes' | 'insertNote'> {
  /** Mark what was found in the parts of the newer document. */
  readonly settle: (changes: Changes) => void;
}

export function createNotes(older: Parts, newer: Parts): Notes {
  /** What to do with each note of a part, by its id in the newer document. */
  const work = new Map<string, ((changes: Changes, roots: Roots) => XmlElement)[]>();
  const add = (reference: XmlElement, edit: (changes: Changes, roots: Roots) => XmlElement): void => {
    const part = partOf[reference.name] ?? '';
    work.set(part, [...(work.get(part) ?? []), edit]);
  };
  const carried = new Map<string, number>();
  return {
    pairNotes: (before, after) => {
      add(after, (changes, roots) => {
        const [from, to] = [noteOf(roots.older, before), noteOf(roots.newer, after)];
        return { ...to, children: compareStories(from.children, to.children, changes) };
      });
    },
    insertNote: (reference) => {
      add(reference, (changes, roots) => {
        const note = noteOf(roots.newer, reference);
        return { ...note, children: insertStory(note.children, changes) };
      });
    },
    carryNote: (reference) => {
      const part = partOf[reference.name] ?? '';
      const root = partXml(newer, part);
      if (!root || !partXml(older, part)) return undefined;
      const id = (carried.get(part) ?? highestId(root)) + 1;
      carried.set(part, id);
      const attributes = { ...reference.attributes, 'w:id': String(id) };
      add(reference, (changes, roots) => {
        const note = noteOf(roots.older, reference);
        const children = deleteStory(note.children, changes);
        return { ...note, attributes: { ...note.attributes, 'w:id': String(id) }, children };
      });
      return { ...reference, attributes };
    },
    settle: (changes) => {
      for (const [part, edits] of work) {
        const roots = { older: partXml(older, part), newer: partXml(newer, part) };
        if (!roots.newer) continue;
        const edited = edits.map((edit) => edit(changes, roots));
        const byId = new Map(edited.map((note) => [note.attributes['w:id'], note]));
        const kept = roots.newer.children.map((note) => byId.get(note.attributes['w:id']) ?? note);
        const known = new Set(kept.map(({ attributes }) => attributes['w:id']));
        const added = edited.filter(({ attributes }) => !known.has(attributes['w:id']));
        newer.set(part, serializeXml({ ...roots.newer, children: [...kept, ...added] }));
      }
    },
  };
}

interface Roots {
  readonly older: XmlElement | undefined;
  readonly newer: XmlElement | undefined;
}

function noteOf(root: XmlElement | undefined, reference: XmlElement): XmlElement {
  const id = reference.attributes['w:id'];
  const name = reference.name.replace('Reference', '');
  const found = root?.children.find((note) => note.attributes['w:id'] === id);
  return found ?? xmlElement(name, { 'w:id': id ?? '' });
}

function highestId(root: XmlElement): number {
  return Math.max(0, ...root.children.map(({ attributes }) => Number(attributes['w:id'] ?? 0)));
}
