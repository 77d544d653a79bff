import type { XmlElement } from '../xml.ts';

/** Children of `w:pPr` in the order ECMA-376 Part 1, 17.3.1.26 demands. */
const order = [
  'pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers', 'pBdr', 'shd',
  'tabs', 'suppressAutoHyphens', 'kinsoku', 'wordWrap', 'overflowPunct', 'topLinePunct', 'autoSpaceDE', 'autoSpaceDN', 'bidi',
  'adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'contextualSpacing', 'mirrorIndents', 'suppressOverlap', 'jc', 'textDirection',
  'textAlignment', 'textboxTightWrap', 'outlineLvl', 'divId', 'cnfStyle', 'rPr', 'sectPr', 'pPrChange',
].map((name) => `w:${name}`); // prettier-ignore

/** The style with these paragraph properties, each in the place of one of its name, all in the order of the standard. */
export function withProperties(style: XmlElement, properties: readonly XmlElement[]): XmlElement {
  if (properties.length === 0) return style;
  const names = new Set(properties.map(({ name }) => name));
  const own = style.children.find(({ name }) => name === 'w:pPr');
  const kept = (own?.children ?? []).filter(({ name }) => !names.has(name));
  const children = [...kept, ...properties].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const changed = { ...element('w:pPr'), children };
  if (own) return { ...style, children: style.children.map((child) => (child === own ? changed : child)) };
  const after = style.children.findIndex(({ name }) => /^w:(?:rPr|tblPr|trPr|tcPr|tblStylePr)$/.test(name));
  const at = after < 0 ? style.children.length : after;
  return { ...style, children: style.children.toSpliced(at, 0, changed) };
}

/** An element without children. */
export function element(name: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return { name, attributes, children: [], text: '' };
}
