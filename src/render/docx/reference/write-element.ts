import { escapeXml } from '../../../document/escape-xml.ts';
import type { XmlElement } from '../xml.ts';

/** Write an element that has either text or children, as those of style sheets have. */
export function writeElement({ name, attributes, children, text }: XmlElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = children.length > 0 ? children.map(writeElement).join('') : escapeXml(text);
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
}
