import type { Parts } from './zip.ts';

/** Give relationships, contents bookmarks, bookmark, drawing and content control ids numbers by order of appearance. */
export function renumber(parts: Parts): void {
  for (const [name, part] of parts) {
    if (name.endsWith('.rels') && typeof part === 'string') renumberRelationships(parts, name, part);
  }
  const stories = [...parts.keys()]
    .filter((name) => /^word\/(document|header\d+|footer\d+|footnotes|endnotes)\.xml$/.test(name))
    .sort();
  const contents = counter((count) => `_Toc${count}`);
  const bookmarks = counter(String);
  const drawings = counter(String);
  let controls = 0;
  for (const name of stories) {
    const part = parts.get(name);
    if (typeof part !== 'string') continue;
    parts.set(
      name,
      part
        .replace(/\b_Toc\d+\b/g, contents)
        .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
          tag.replace(/(w:id=")(\d+)/, (_, before: string, id: string) => before + bookmarks(id)),
        )
        .replace(/<wp:docPr\b[^>]*>/g, (tag) =>
          tag.replace(/(\sid=")(\d+)/, (_, before: string, id: string) => before + drawings(`${name} ${id}`)),
        )
        .replace(/(<w:sdtPr>(?:(?!<\/w:sdtPr>).)*?<w:id w:val=")-?\d+/gs, (_, before: string) => {
          controls += 1;
          return `${before}${String(controls)}`;
        }),
    );
  }
}

/** `rId` with anything but a number after it was drawn at random; those the library counts stay as they are. */
const randomId = /\bId="(rId(?!\d+")[^"]+)"/g;

function renumberRelationships(parts: Parts, name: string, relationships: string): void {
  const names = new Map<string, string>();
  const taken = new Set([...relationships.matchAll(/\bId="(rId\d+)"/g)].map(([, id]) => id));
  let count = 0;
  for (const [, id] of relationships.matchAll(randomId)) {
    do count += 1;
    while (taken.has(`rId${count}`));
    if (id !== undefined) names.set(id, `rId${count}`);
  }
  if (names.size === 0) return;
  const rename = (text: string): string =>
    text.replace(/"(rId[^"]+)"/g, (all, id: string) => `"${names.get(id) ?? id}"`);
  const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
  for (const part of [name, owner]) {
    const text = parts.get(part);
    if (typeof text === 'string') parts.set(part, rename(text));
  }
}

/** New names by order of first appearance. */
function counter(name: (count: number) => string): (old: string) => string {
  const names = new Map<string, string>();
  return (old) => {
    const known = names.get(old) ?? name(names.size + 1);
    names.set(old, known);
    return known;
  };
}
