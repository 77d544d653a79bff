import type { XmlElement } from '../xml.ts';

/**
 * The text of a story paragraph by paragraph, as it is once all changes are accepted; empty paragraphs left out.
 */
export function settledText(root: XmlElement): string[] {
  return blockTexts(root).filter((text) => text !== '');
}

function blockTexts({ children }: XmlElement): string[] {
  return children.flatMap((child) => {
    if (child.name === 'w:p') return isGone(child, 'w:pPr') ? [] : [inlineText(child)];
    if (child.name === 'w:tr' && isGone(child, 'w:trPr')) return [];
    return blockTexts(child);
  });
}

/** Whether the mark of a paragraph or a row is deleted. */
function isGone(element: XmlElement, properties: string): boolean {
  const own = element.children.find(({ name }) => name === properties)?.children ?? [];
  const marks = properties === 'w:pPr' ? (own.find(({ name }) => name === 'w:rPr')?.children ?? []) : own;
  return marks.some(({ name }) => name === 'w:del');
}

function inlineText(element: XmlElement): string {
  if (element.name === 'w:t') return element.text;
  if (element.name === 'w:tab') return '\t';
  if (element.name === 'w:br') return '\n';
  if (element.name === 'w:del' || element.name === 'w:pPr') return '';
  return element.children.map(inlineText).join('');
}
