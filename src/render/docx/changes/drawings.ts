import type { Parts } from '../package/zip.ts';
import { everyElement, findElement, findElements, type XmlElement } from '../xml.ts';
import type { InlineReader } from './inline.ts';
import {
  addContentType,
  addRelationship,
  contentTypeOf,
  partXml,
  relationshipsOf,
  relationshipsPart,
} from '../package/relationships.ts';

const reference = /^r:(?:id|embed|link)$/;

/**
 * Read the drawings of a document by what they say: name, alternative text, and the values of charts. How they are drawn may
 * differ between versions of the program.
 */
export function drawingReader(parts: Parts, part: string): InlineReader {
  const targets = new Map(relationshipsOf(parts, part).map(({ id, target }) => [id, target]));
  const chartValues = (drawing: XmlElement): string => {
    const chart = targets.get(findElement(drawing, 'c:chart')?.attributes['r:id'] ?? '');
    const root = chart === undefined ? undefined : partXml(parts, chart);
    return root
      ? findElements(root, 'c:v')
          .map(({ text }) => text)
          .join('\t')
      : '';
  };
  return {
    drawing: (drawing) => {
      const { name = '', descr = '' } = findElement(drawing, 'wp:docPr')?.attributes ?? {};
      return `drawing:${name}\u0002${descr}\u0002${chartValues(drawing)}`;
    },
  };
}

/** Takes drawings over from one package into another, with every part they need under a new name. */
export function drawingCarrier(
  from: Parts,
  to: Parts,
  part: string,
): (drawing: XmlElement) => XmlElement | undefined {
  const ids = new Map<string, string>();
  let drawings = highestDrawing(to);
  return (drawing) => {
    const relationships = new Map(relationshipsOf(from, part).map((one) => [one.id, one]));
    const used = [...everyElement(drawing)].flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, id]) => (reference.test(name) ? [id] : [])),
    );
    for (const id of used) {
      const relationship = relationships.get(id);
      if (relationship?.target === undefined || !from.has(relationship.target)) return undefined;
      if (!ids.has(id))
        ids.set(id, addRelationship(to, part, relationship.type, carryPart(from, to, relationship.target)));
    }
    drawings += 1;
    return renamed(drawing, ids, drawings);
  };
}

/** Copy a part and what it relates to; its new name. */
function carryPart(from: Parts, to: Parts, name: string): string {
  const [, stem = name, extension = ''] = /^(.*?)\d*(\.[^.]+)$/.exec(name) ?? [];
  let number = 1;
  while (to.has(`${stem}${number}${extension}`)) number += 1;
  const copy = `${stem}${number}${extension}`;
  const type = contentTypeOf(from, name);
  if (type !== undefined && contentTypeOf(to, copy) !== type) addContentType(to, copy, type);
  to.set(copy, from.get(name) ?? '');
  const relationships = from.get(relationshipsPart(name));
  if (typeof relationships !== 'string') return copy;
  // The copy keeps its ids, so that what is in it need not be changed; only the names of the parts are new.
  const targets = new Map(relationshipsOf(from, name).map(({ id, target }) => [id, target]));
  to.set(
    relationshipsPart(copy),
    relationships.replace(/<Relationship\b[^>]*>/g, (tag) => {
      const target = targets.get(/\bId="([^"]*)"/.exec(tag)?.[1] ?? '');
      if (target === undefined || !from.has(target)) return tag;
      return tag.replace(/\bTarget="[^"]*"/, `Target="/${carryPart(from, to, target)}"`);
    }),
  );
  return copy;
}

function renamed(element: XmlElement, ids: ReadonlyMap<string, string>, drawing: number): XmlElement {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => {
      if (reference.test(name)) return [name, ids.get(value) ?? value];
      return [name, element.name === 'wp:docPr' && name === 'id' ? String(drawing) : value];
    }),
  );
  return { ...element, attributes, children: element.children.map((child) => renamed(child, ids, drawing)) };
}

function highestDrawing(parts: Parts): number {
  let highest = 0;
  for (const [name, part] of parts) {
    if (!/^word\/[^/]+\.xml$/.test(name) || typeof part !== 'string') continue;
    for (const [, id] of part.matchAll(/<wp:docPr\b[^>]*?\sid="(\d+)"/g))
      highest = Math.max(highest, Number(id));
  }
  return highest;
}
