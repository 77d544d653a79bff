import type { IXmlableObject } from 'docx';

/**
 * Put the paragraphs that end sections in a style one point high. The library adds such a paragraph after the last one
 * of a section; in the body style it would push an empty page out of a full one.
 */
export function markSectionEnds(body: IXmlableObject): void {
  for (const child of childrenOf(body, 'w:body')) {
    for (const properties of childrenOf(child, 'w:p')) {
      const inner = childrenOf(properties, 'w:pPr');
      if (inner.length > 0 && 'w:sectPr' in (inner[0] ?? {}))
        inner.unshift({ 'w:pStyle': { _attr: { 'w:val': 'SectionEnd' } } });
    }
  }
}

function childrenOf(parent: IXmlableObject, name: string): IXmlableObject[] {
  const children: unknown = parent[name];
  return Array.isArray(children) ? (children as IXmlableObject[]) : [];
}
