import { controlNames, keyMark } from '../render/docx/figure-control.ts';
import type { Parts } from '../render/docx/package/zip.ts';
import { findElements, parseXml, type XmlElement } from '../render/docx/xml.ts';

const markPattern = /~[0-9a-f]{8}$/;

/**
 * The mark of the figure in a content control: from its tag, else from its placeholder, which is all LibreOffice 7.4
 * keeps. Undefined for a control without either; whose control it is, the marks of the document tell.
 */
export function controlMark(control: XmlElement): string | undefined {
  const properties = childOf(control, 'w:sdtPr');
  const tag = childOf(properties, 'w:tag')?.attributes['w:val'] ?? '';
  if (tag !== '') return markPattern.exec(tag)?.[0] ?? keyMark(tag);
  const part = childOf(childOf(properties, 'w:placeholder'), 'w:docPart')?.attributes['w:val'] ?? '';
  return markPattern.exec(part)?.[0];
}

/** Whether Word shows the hint of an emptied control, which is no text of the document. */
export function showsHint(control: XmlElement): boolean {
  const hint = childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr');
  return hint !== undefined && !['0', 'false', 'off'].includes(hint.attributes['w:val'] ?? '');
}

/** Keys by their marks; two keys of one mark, which hardly happens, are left out. */
export function keysByMark(keys: Iterable<string>): Map<string, string> {
  const byMark = new Map<string, string>();
  const doubled = new Set<string>();
  for (const key of new Set(keys)) {
    const { placeholder } = controlNames(key, '');
    if (byMark.has(placeholder)) doubled.add(placeholder);
    byMark.set(placeholder, key);
  }
  for (const mark of doubled) byMark.delete(mark);
  return byMark;
}

function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Keys in the tags of a document's controls, those shortened left out: figures the present data may not have any more. */
export function tagsIn(parts: Parts): Set<string> {
  const tags = new Set<string>();
  for (const part of parts.values()) {
    if (typeof part !== 'string' || !part.includes('<w:tag ')) continue;
    for (const { attributes } of findElements(parseXml(part), 'w:tag')) {
      const tag = attributes['w:val'] ?? '';
      if (/^[a-z][a-z0-9-]*\/\d{4}[^/]*\/[^/]+$/.test(tag) && !markPattern.test(tag)) tags.add(tag);
    }
  }
  return tags;
}
