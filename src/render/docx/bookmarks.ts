import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Word bookmarks for the ids of the tree, and those still waiting for a paragraph to stand in. */
export interface Bookmarks {
  /** Bookmark of an id, or undefined when the tree has no such id. */
  readonly nameOf: (id: string) => string | undefined;
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
  const taken = new Set<string>();
  let waiting: string[] = [];
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id !== 'string' || names.has(id)) return;
    const plain = id
      .replace(/\W/g, '_')
      .replace(/^(?![A-Za-z])/, 'b_')
      .slice(0, longest);
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const suffix = `_${count}`;
      name = plain.slice(0, longest - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    names.set(id, name);
  });
  return {
    nameOf: (id) => names.get(id),
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
