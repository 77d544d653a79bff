import type { Root } from 'hast';
import { visit } from '../../document/visit.ts';

/** Word bookmarks for the ids of the tree, and those still waiting for a paragraph to stand in. */
export interface Bookmarks {
  /** Bookmark of an id, or undefined when the tree has no such id. */
  readonly nameOf: (id: string) => string | undefined;
  /** Bookmark of the number alone of what has an id, hidden from Word's list as Word's own are; for references to it. */
  readonly numberNameOf: (id: string) => string | undefined;
  /** An element with this id begins: the next paragraph made will carry its bookmark. */
  readonly hold: (id: unknown) => void;
  /** The bookmarks waiting; each is handed out once. */
  readonly take: () => string[];
}

/** Longest name Word accepts. */
const longest = 40;

/**
 * Name a bookmark for every id in the tree. Word takes letters, digits and underscores, begins with a letter and stops
 * at 40 characters; `tab-districts` becomes `tab_districts`, and a name taken already gets a number.
 */
export function createBookmarks(tree: Root): Bookmarks {
  const names = new Map<string, string>();
  const numberNames = new Map<string, string>();
  const taken = new Set<string>();
  let waiting: string[] = [];
  const claim = (wanted: string): string => {
    const plain = wanted.slice(0, longest);
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const suffix = `_${count}`;
      name = plain.slice(0, longest - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  };
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id !== 'string' || names.has(id)) return;
    const plain = id.replace(/\W/g, '_');
    names.set(id, claim(plain.replace(/^(?![A-Za-z])/, 'b_')));
    numberNames.set(id, claim(`_Ref_${plain}`));
  });
  return {
    nameOf: (id) => names.get(id),
    numberNameOf: (id) => numberNames.get(id),
    hold(id) {
      const name = typeof id === 'string' ? names.get(id) : undefined;
      if (name !== undefined) waiting.push(name);
    },
    take() {
      const held = waiting;
      waiting = [];
      return held;
    },
  };
}
