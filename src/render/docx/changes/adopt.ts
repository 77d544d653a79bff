import { findElements, type XmlElement } from '../xml.ts';

/** Not taken over: sections and the marks of changes, which belong to the document they were made in. */
const foreign = new Set([
  'w:sectPr',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
]);

/**
 * Make properties of another document fit one with these styles and lists: what it has no style or list for looks as its
 * surroundings do.
 */
export function adoptProperties(
  styles: XmlElement | undefined,
  numbering: XmlElement | undefined,
): (properties: XmlElement) => XmlElement {
  const styleIds = idsOf(styles, 'w:style', 'w:styleId');
  const listIds = idsOf(numbering, 'w:num', 'w:numId');
  const fits = ({ name, attributes, children }: XmlElement): boolean => {
    if (/^w:(?:p|r|tbl)Style$/.test(name)) return styleIds.has(attributes['w:val'] ?? '');
    if (name !== 'w:numPr') return !foreign.has(name);
    return children.every(
      (child) => child.name !== 'w:numId' || listIds.has(child.attributes['w:val'] ?? ''),
    );
  };
  // The mark of a deleted paragraph gets properties of its own.
  return (properties) => ({
    ...properties,
    children: properties.children.filter(
      (child) => fits(child) && !(properties.name === 'w:pPr' && child.name === 'w:rPr'),
    ),
  });
}

function idsOf(part: XmlElement | undefined, name: string, attribute: string): Set<string> {
  const found = part ? findElements(part, name) : [];
  return new Set(found.map(({ attributes }) => attributes[attribute] ?? ''));
}
