import { findElement, type XmlElement } from '../xml.ts';

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The styles of a `w:styles` element by id, in their order; of two with one id the first counts, as in Word. */
export function stylesById(sheet: XmlElement): Map<string, XmlElement> {
  const styles = new Map<string, XmlElement>();
  for (const style of sheet.children) {
    const id = style.attributes['w:styleId'];
    if (style.name === 'w:style' && id !== undefined && !styles.has(id)) styles.set(id, style);
  }
  return styles;
}

/** What Word tells styles apart by: their kind and their name, in any case. */
export function styleKey(style: XmlElement): string {
  const name = childOf(style, 'w:name')?.attributes['w:val'] ?? '';
  return `${style.attributes['w:type'] ?? 'paragraph'} ${name.trim().toLowerCase()}`;
}

/** The `w:val` of a child such as `w:basedOn`. */
export function valueOf(style: XmlElement | undefined, name: string): string | undefined {
  return childOf(style, name)?.attributes['w:val'];
}

/** What a style has as its own or, through `w:basedOn`, as that of others; a circle ends where it closes. */
export function inherited(
  style: XmlElement | undefined,
  name: string,
  styles: ReadonlyMap<string, XmlElement>,
): XmlElement | undefined {
  const seen = new Set<XmlElement>();
  for (let next = style; next && !seen.has(next); next = styles.get(valueOf(next, 'w:basedOn') ?? '')) {
    seen.add(next);
    const properties = [childOf(next, 'w:pPr'), childOf(next, 'w:rPr')];
    const found = properties.map((group) => group && childOf(group, name)).find(Boolean);
    if (found) return found;
  }
  return undefined;
}

/** Every font a style sheet or a theme names, by its own name. */
export function namedFonts(root: XmlElement): string[] {
  const names = new Set<string>();
  const visit = (element: XmlElement): void => {
    const { attributes } = element;
    const found =
      element.name === 'w:rFonts'
        ? ['w:ascii', 'w:hAnsi', 'w:eastAsia'].map((name) => attributes[name])
        : /^a:(?:latin|ea)$/.test(element.name) || attributes.script === 'Hans'
          ? [attributes.typeface]
          : [];
    for (const name of found) if (name !== undefined && name !== '') names.add(name);
    element.children.forEach(visit);
  };
  visit(findElement(root, 'a:fontScheme') ?? root);
  return [...names];
}
