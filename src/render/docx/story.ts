import type { XmlElement } from './xml.ts';

/** Elements that say how something looks or behaves, and hold no text of the document. */
export const propertyElements: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:tcPr',
  'w:trPr',
  'w:sectPr',
  'w:sdtPr',
  'w:sdtEndPr',
]);

/** What a Word of today shows of alternative content (ECMA-376 part 3, 10.2). */
export function preferred(content: XmlElement): XmlElement {
  return content.children.find(({ name }) => name === 'mc:Choice') ?? content.children[0] ?? content;
}
