import type { ParagraphStyleId } from '../styles/ids.ts';
import { writeElement } from './write-element.ts';
import type { XmlElement } from '../xml.ts';
import { element, withProperties } from './paragraph-properties.ts';
import { childOf, inherited, valueOf } from './style-sheet.ts';

/** Styles that look like another one; all others look like the running text. */
const likeness: Partial<Record<ParagraphStyleId, ParagraphStyleId>> = {
  UnlistedHeading: 'Heading1',
  TOCHeading: 'Heading1',
  TOC3: 'TOC2',
  TableCaption: 'Caption',
  FooterEven: 'Footer',
};

/** Running text: it is indented as the office indents its text. */
const runningText = new Set<string>(['BodyText', 'Lead'] satisfies ParagraphStyleId[]);

/** Both style sheets, by our ids: ours as the theme makes it, and what was taken from the office's. */
export interface Sheets {
  readonly ours: ReadonlyMap<string, XmlElement>;
  readonly taken: ReadonlyMap<string, XmlElement>;
}

/**
 * One of our styles an office's document lacks, made to go with those it has: where it is as the style it is like
 * (mostly Normal), it is now as the office's; set in the face of headings, it takes the face of the office's headings.
 */
export function adaptStyle(style: XmlElement, { ours, taken }: Sheets): XmlElement {
  if (style.attributes['w:type'] !== 'paragraph') return inFaces(style, { ours, taken });
  const like = likeness[style.attributes['w:styleId'] as ParagraphStyleId];
  const baseId = like ?? 'Normal';
  const base = ours.get(baseId);
  const office = like && taken.get(like);
  const children = style.children.flatMap((child) => {
    if (child.name === 'w:basedOn') return [];
    if (child.name !== 'w:rPr' && child.name !== 'w:pPr') return [child];
    return differences(child, childOf(base, child.name), childOf(office, child.name));
  });
  const at = children.findIndex(({ name }) => !/^w:(?:name|aliases)$/.test(name));
  const based = { ...style, children: children.toSpliced(at, 0, element('w:basedOn', { 'w:val': baseId })) };
  return inFaces(indented(withoutInherited(based, style, base), taken), { ours, taken });
}

/** The properties that differ from those of the style it is based on, but those the office changed in that style. */
function differences(
  properties: XmlElement,
  base: XmlElement | undefined,
  office: XmlElement | undefined,
): XmlElement[] {
  const written = (of: XmlElement | undefined, name: string): string => {
    const found = childOf(of, name);
    return found ? writeElement(found) : '';
  };
  const children = properties.children.filter((property) => {
    const { name } = property;
    const isChanged = childOf(office, name) !== undefined && written(office, name) !== written(base, name);
    return !isChanged && writeElement(property) !== written(base, name);
  });
  return children.length > 0 ? [{ ...properties, children }] : [];
}

/** No number and no level in the contents from a heading it only looks like. */
function withoutInherited(changed: XmlElement, style: XmlElement, base: XmlElement | undefined): XmlElement {
  const has = (of: XmlElement | undefined, name: string): boolean =>
    childOf(childOf(of, 'w:pPr'), name) !== undefined;
  const none = { ...element('w:numPr'), children: [element('w:numId', { 'w:val': '0' })] };
  return withProperties(changed, [
    ...(has(base, 'w:numPr') && !has(style, 'w:numPr') ? [none] : []),
    ...(has(base, 'w:outlineLvl') && !has(style, 'w:outlineLvl')
      ? [element('w:outlineLvl', { 'w:val': '9' })]
      : []),
  ]);
}

/** Many offices indent Normal itself: cells, captions and cards must not be. */
function indented(style: XmlElement, taken: ReadonlyMap<string, XmlElement>): XmlElement {
  const normal = inherited(taken.get('Normal'), 'w:ind', taken);
  const id = style.attributes['w:styleId'] ?? '';
  const own = childOf(childOf(style, 'w:pPr'), 'w:ind');
  if (!normal || valueOf(style, 'w:basedOn') !== 'Normal') return style;
  if (runningText.has(id)) {
    const children = style.children.map((child) =>
      child.name === 'w:pPr'
        ? { ...child, children: child.children.filter((property) => property !== own) }
        : child,
    );
    return { ...style, children };
  }
  const hangs = own?.attributes['w:hanging'] !== undefined;
  const none = {
    'w:left': '0',
    'w:leftChars': '0',
    'w:firstLineChars': '0',
    ...(!hangs && { 'w:firstLine': '0' }),
  };
  return withProperties(style, [element('w:ind', { ...none, ...own?.attributes })]);
}

function inFaces(style: XmlElement, { ours, taken }: Sheets): XmlElement {
  const written = (of: XmlElement | undefined): string => (of ? writeElement(of) : '');
  const text = written(inherited(ours.get('Normal'), 'w:rFonts', ours));
  const heading = written(inherited(ours.get('Heading1'), 'w:rFonts', ours));
  const theirs = inherited(taken.get('Heading1'), 'w:rFonts', taken);
  const children = style.children.map((child) => {
    if (child.name !== 'w:rPr') return child;
    const faced = child.children.flatMap((property) => {
      if (property.name !== 'w:rFonts') return [property];
      const face = writeElement(property);
      if (face === text) return [];
      return face === heading ? (theirs ? [theirs] : []) : [property];
    });
    return { ...child, children: faced };
  });
  return { ...style, children };
}
