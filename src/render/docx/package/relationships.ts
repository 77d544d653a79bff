import { posix } from 'node:path';
import type { Parts } from './zip.ts';
import { parseXml, serializeXml, xmlElement, type XmlElement } from '../xml.ts';

/** A part of a package as XML; undefined where there is none. */
export function partXml(parts: Parts, name: string): XmlElement | undefined {
  const part = parts.get(name);
  return typeof part === 'string' ? parseXml(part) : undefined;
}

/** The part that says what a part relates to (ECMA-376 Part 2, 8.3). */
export function relationshipsPart(name: string): string {
  return `${posix.dirname(name)}/_rels/${posix.basename(name)}.rels`;
}

/** A relationship and the part it leads to; none outside the package. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string | undefined;
}

export function relationshipsOf(parts: Parts, name: string): Relationship[] {
  return (partXml(parts, relationshipsPart(name))?.children ?? []).map(({ attributes }) => {
    const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes;
    const inside = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(name), Target);
    return { id: Id, type: Type, target: TargetMode === 'External' ? undefined : inside };
  });
}

/** Add a relationship of a part to another; its id. */
export function addRelationship(parts: Parts, name: string, type: string, target: string): string {
  const part = relationshipsPart(name);
  const root =
    partXml(parts, part) ??
    xmlElement('Relationships', {
      xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships',
    });
  const taken = new Set(root.children.map(({ attributes }) => attributes.Id));
  let number = root.children.length + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const Target = posix.relative(posix.dirname(name), target);
  const added = xmlElement('Relationship', { Id: `rId${number}`, Type: type, Target });
  parts.set(part, serializeXml({ ...root, children: [...root.children, added] }));
  return `rId${number}`;
}

/** State the content type of a part by its name. */
export function addContentType(parts: Parts, name: string, type: string): void {
  const root = partXml(parts, '[Content_Types].xml');
  if (!root) return;
  const added = xmlElement('Override', { PartName: `/${name}`, ContentType: type });
  parts.set('[Content_Types].xml', serializeXml({ ...root, children: [...root.children, added] }));
}

/** The content type of a part, by its name or its extension. */
export function contentTypeOf(parts: Parts, name: string): string | undefined {
  const types = partXml(parts, '[Content_Types].xml')?.children ?? [];
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const own = types.find(({ attributes }) => attributes.PartName === `/${name}`);
  const common = types.find(({ attributes }) => attributes.Extension?.toLowerCase() === extension);
  return (own ?? common)?.attributes.ContentType;
}
