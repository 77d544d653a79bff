import type { XmlElement } from '../xml.ts';
import { childOf, inherited, stylesById } from './style-sheet.ts';

/** What large text needs at least (WCAG 2.2, 1.4.3). */
const leastContrast = 3;

/**
 * The title of the cover in our colour where the office's could not be read on the cover's coloured ground: a file made for
 * white paper knows nothing of it. `field` is that ground, six hex digits.
 */
export function withReadableTitle(merged: XmlElement, ours: XmlElement, field: string): XmlElement {
  const styles = stylesById(merged);
  const title = styles.get('Title');
  const color = inherited(title, 'w:color', styles)?.attributes['w:val'] ?? '';
  // What is automatic is black on a ground Word does not count as dark.
  const seen = /^[0-9A-Fa-f]{6}$/.test(color) ? color : '000000';
  const own = childOf(childOf(stylesById(ours).get('Title'), 'w:rPr'), 'w:color');
  if (!title || !own || contrast(seen, field) >= leastContrast) return merged;
  const recoloured = {
    ...title,
    children: title.children.map((child) =>
      child.name === 'w:rPr' ? { ...child, children: withColor(child.children, own) } : child,
    ),
  };
  return { ...merged, children: merged.children.map((style) => (style === title ? recoloured : style)) };
}

/** Run properties that must come before the colour (ECMA-376 Part 1, 17.3.2.28). */
const before = /^w:(?:rStyle|rFonts|b|bCs|i|iCs|caps|smallCaps|strike|dstrike|outline|shadow|emboss|imprint|noProof|snapToGrid|vanish|webHidden)$/; // prettier-ignore

function withColor(properties: readonly XmlElement[], color: XmlElement): XmlElement[] {
  const others = properties.filter(({ name }) => name !== 'w:color');
  const at = others.findIndex(({ name }) => !before.test(name));
  return others.toSpliced(at < 0 ? others.length : at, 0, color);
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
